// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preference_keys.h"

#include <array>

namespace console {

namespace {

constexpr qint64 kMostSeconds = 86'400;
constexpr qint64 kMostKept = 1'000'000'000; // days, rows, MiB
constexpr qint64 kMib = 1024 * 1024;

constexpr std::array kThemes {std::pair {Preferences::ThemeMode::System, "system"},
                              std::pair {Preferences::ThemeMode::Light, "light"},
                              std::pair {Preferences::ThemeMode::Dark, "dark"}};

bool takeNumber(const QVariant &value, qint64 least, qint64 most, qint64 &to)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    const bool fits = isNumber && number >= least && number <= most;
    to = fits ? number : to;
    return fits;
}

template <auto Member, qint64 Least, qint64 Most>
constexpr auto takesDuration = [](Preferences &preferences, const QVariant &value) {
    qint64 count = 0;
    const bool fits = takeNumber(value, Least, Most, count);
    if (fits)
        preferences.*Member = std::chrono::seconds(count);
    return fits;
};
template <auto Member>
constexpr auto givesDuration
    = [](const Preferences &preferences) { return QVariant(qint64((preferences.*Member).count())); };

/// Also where somebody wrote a comma by hand, which QSettings reads as a list.
QString textOf(const QVariant &value)
{
    return value.toStringList().join(QStringLiteral(", "));
}

bool takeAddress(Preferences &preferences, const QVariant &value)
{
    const auto address = ListenAddress::parse(textOf(value));
    preferences.receiver = address.value_or(preferences.receiver);
    return address.has_value();
}

bool takeTheme(Preferences &preferences, const QVariant &value)
{
    for (const auto &[mode, name] : kThemes) {
        if (value.toString() == QLatin1String(name)) {
            preferences.theme = mode;
            return true;
        }
    }
    return false;
}
QVariant giveTheme(const Preferences &preferences)
{
    for (const auto &[mode, name] : kThemes) {
        if (mode == preferences.theme)
            return QString(QLatin1String(name));
    }
    return {};
}

bool takeDays(Preferences &preferences, const QVariant &value)
{
    qint64 days = 0;
    const bool fits = takeNumber(value, 0, kMostKept, days);
    if (fits)
        preferences.retention.age = std::chrono::days(days);
    return fits;
}

QList<PreferenceKey> lookupAndReceiverKeys()
{
    using P = Preferences;
    using Type = PreferenceKey::Type;
    return {
        {"lookup/wait_s", Type::Number, "a whole number of seconds from 1 to 86400", givesDuration<&P::wait>,
         takesDuration<&P::wait, 1, kMostSeconds>},
        {"lookup/amber_s", Type::Number, "a whole number of seconds from 1 to 86400", givesDuration<&P::amberAfter>,
         takesDuration<&P::amberAfter, 1, kMostSeconds>},
        {"receiver/signature_window_s", Type::Number, "a whole number of seconds from 1 to 86400",
         givesDuration<&P::signatureWindow>, takesDuration<&P::signatureWindow, 1, kMostSeconds>},
        {"receiver/body_limit", Type::Number, "a whole number of bytes from 1024 to 1048576",
         [](const P &p) { return QVariant(p.bodyLimit); },
         [](P &p, const QVariant &value) { return takeNumber(value, 1024, kMib, p.bodyLimit); }},
        {"receiver/address", Type::Text, "an address and a port, as 127.0.0.1:8787",
         [](const P &p) { return QVariant(p.receiver.toString()); }, takeAddress},
        {"receiver/certificate", Type::Text, "the name of a file",
         [](const P &p) { return QVariant(p.tls.certificate); },
         [](P &p, const QVariant &value) {
             p.tls.certificate = textOf(value);
             return true;
         }},
        {"receiver/private_key", Type::Text, "the name of a file", [](const P &p) { return QVariant(p.tls.key); },
         [](P &p, const QVariant &value) {
             p.tls.key = textOf(value);
             return true;
         }},
    };
}

QList<PreferenceKey> windowAndHistoryKeys()
{
    using P = Preferences;
    using Type = PreferenceKey::Type;
    return {
        {"window/theme", Type::Text, "\"system\", \"light\" or \"dark\"", giveTheme, takeTheme},
        {"window/compact", Type::Truth, "true or false", [](const P &p) { return QVariant(p.isCompact); },
         [](P &p, const QVariant &value) {
             p.isCompact = value.toBool();
             return true;
         }},
        {"window/mask_at_start", Type::Truth, "true or false", [](const P &p) { return QVariant(p.isMaskedAtStart); },
         [](P &p, const QVariant &value) {
             p.isMaskedAtStart = value.toBool();
             return true;
         }},
        {"history/keep_days", Type::Number, "a whole number of days, 0 for all",
         [](const P &p) { return QVariant(qint64(p.retention.age.count())); }, takeDays},
        {"history/keep_rows", Type::Number, "a whole number of notifications, 0 for all",
         [](const P &p) { return QVariant(p.retention.rows); },
         [](P &p, const QVariant &value) { return takeNumber(value, 0, kMostKept, p.retention.rows); }},
        {"history/keep_bytes", Type::Number, "a whole number of bytes, 0 for any size",
         [](const P &p) { return QVariant(p.retention.bytes); },
         [](P &p, const QVariant &value) { return takeNumber(value, 0, kMostKept * kMib, p.retention.bytes); }},
        {"history/rows_in_memory", Type::Number, "a whole number of notifications from 10000",
         [](const P &p) { return QVariant(p.rowsInMemory); },
         [](P &p, const QVariant &value) { return takeNumber(value, 10'000, kMostKept, p.rowsInMemory); }},
    };
}

} // namespace

const QList<PreferenceKey> &preferenceKeys()
{
    static const QList<PreferenceKey> keys = lookupAndReceiverKeys() + windowAndHistoryKeys();
    return keys;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/duration_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace console {

using namespace std::chrono_literals;

namespace {
QString words(const char *source)
{
    return QCoreApplication::translate("text", source);
}

QString twoUnits(const char *source, qint64 larger, qint64 smaller)
{
    return words(source).arg(larger).arg(smaller);
}
} // namespace

QString durationText(std::chrono::milliseconds duration)
{
    const auto span = std::max(0ms, duration);
    const qint64 milliseconds = span.count();
    const qint64 seconds = milliseconds / 1000;
    if (span < 1s)
        return words(QT_TRANSLATE_NOOP("text", "%1 ms")).arg(milliseconds);
    if (span < 10s)
        return words(QT_TRANSLATE_NOOP("text", "%1 s"))
            .arg(QLocale().toString(double(milliseconds - milliseconds % 100) / 1000, 'f', 1));
    if (span < 1min || (span < 1h && seconds % 60 == 0) || (span < 24h && seconds / 60 % 60 == 0))
        return roughDurationText(span);
    if (span < 1h)
        return twoUnits(QT_TRANSLATE_NOOP("text", "%1 min %2 s"), seconds / 60, seconds % 60);
    if (span < 24h)
        return twoUnits(QT_TRANSLATE_NOOP("text", "%1 h %2 min"), seconds / 3600, seconds / 60 % 60);
    const qint64 hours = seconds / 3600;
    if (hours % 24 == 0)
        return roughDurationText(span);
    return twoUnits(QT_TRANSLATE_NOOP("text", "%1 d %2 h"), hours / 24, hours % 24);
}

QString roughDurationText(std::chrono::milliseconds duration)
{
    const qint64 seconds = std::max(0ms, duration).count() / 1000;
    if (seconds < 60)
        return words(QT_TRANSLATE_NOOP("text", "%1 s")).arg(seconds);
    if (seconds < 3600)
        return words(QT_TRANSLATE_NOOP("text", "%1 min")).arg(seconds / 60);
    if (seconds < 86'400)
        return words(QT_TRANSLATE_NOOP("text", "%1 h")).arg(seconds / 3600);
    return words(QT_TRANSLATE_NOOP("text", "%1 d")).arg(seconds / 86'400);
}

QString ageText(std::chrono::milliseconds age)
{
    if (age < 1s)
        return words(QT_TRANSLATE_NOOP("text", "just now"));
    return words(QT_TRANSLATE_NOOP("text", "%1 ago")).arg(roughDurationText(age));
}

Result<std::chrono::milliseconds> parseDuration(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{1,9})(ms|s|m|h)\\z"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return failure(Error::Kind::Config,
                       QStringLiteral("\"%1\" is not a duration: write 500ms, 30s or 2m").arg(text));
    const std::chrono::milliseconds::rep count = match.captured(1).toInt();
    const QString unit = match.captured(2);
    if (unit == QLatin1String("ms"))
        return std::chrono::milliseconds(count);
    if (unit == QLatin1String("s"))
        return std::chrono::milliseconds(std::chrono::seconds(count));
    if (unit == QLatin1String("m"))
        return std::chrono::milliseconds(std::chrono::minutes(count));
    return std::chrono::milliseconds(std::chrono::hours(count));
}

} // namespace console

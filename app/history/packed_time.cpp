// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/packed_time.h"

#include <QDateTime>

#include <array>
#include <chrono>

namespace console::PackedTime {

namespace {

constexpr qint64 kEpoch = 1'577'836'800; // 2020-01-01T00:00:00Z
constexpr qint64 kSecondsLimit = qint64(1) << 30;
constexpr qsizetype kWholeSeconds = 19; // 2026-11-24T06:34:32
constexpr int kMostDigits = 9;
constexpr std::array<qint64, kMostDigits + 1> kPowers {1,       10,        100,        1'000,       10'000,
                                                       100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

/// A plain number of digits; -1 when it is none.
qint64 number(QByteArrayView text)
{
    qint64 value = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9')
            return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}

std::optional<qint64> secondsOf(QByteArrayView text)
{
    using namespace std::chrono;
    if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    std::array<qint64, 6> parts {number(text.sliced(0, 4)),  number(text.sliced(5, 2)),  number(text.sliced(8, 2)),
                                 number(text.sliced(11, 2)), number(text.sliced(14, 2)), number(text.sliced(17, 2))};
    const year_month_day day {year(int(parts[0])), month(unsigned(parts[1])), std::chrono::day(unsigned(parts[2]))};
    const bool isTime
        = parts[3] >= 0 && parts[3] < 24 && parts[4] >= 0 && parts[4] < 60 && parts[5] >= 0 && parts[5] < 60;
    if (!isTime || parts[0] < 0 || parts[1] < 0 || parts[2] < 0 || !day.ok())
        return std::nullopt;
    return sys_days(day).time_since_epoch() / seconds(1) + parts[3] * 3600 + parts[4] * 60 + parts[5];
}

} // namespace

std::optional<quint64> fromText(QByteArrayView text)
{
    if (text.size() <= kWholeSeconds || text.back() != 'Z')
        return std::nullopt;
    const QByteArrayView fraction = text.sliced(kWholeSeconds, text.size() - kWholeSeconds - 1);
    if (!fraction.isEmpty() && (fraction[0] != '.' || fraction.size() < 2 || fraction.size() > kMostDigits + 1))
        return std::nullopt;
    const QByteArrayView digits = fraction.sliced(fraction.isEmpty() ? 0 : 1);
    const qint64 part = number(digits);
    const auto seconds = secondsOf(text.first(kWholeSeconds));
    if (part < 0 || !seconds || *seconds < kEpoch || *seconds - kEpoch >= kSecondsLimit)
        return std::nullopt;
    const quint64 nanoseconds = quint64(part * kPowers[size_t(kMostDigits - digits.size())]);
    return quint64(digits.size() + 1) << 60 | quint64(*seconds - kEpoch) << 30 | nanoseconds; // never 0, never all ones
}

QString toText(quint64 packed)
{
    const int digits = int(packed >> 60) - 1;
    const qint64 seconds = kEpoch + qint64(packed >> 30 & quint64(kSecondsLimit - 1));
    QString text = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    if (digits > 0) {
        const qint64 part = qint64(packed & quint64(kSecondsLimit - 1)) / kPowers[size_t(kMostDigits - digits)];
        text += QLatin1Char('.') + QString::number(part).rightJustified(digits, QLatin1Char('0'));
    }
    return text + QLatin1Char('Z');
}

} // namespace console::PackedTime

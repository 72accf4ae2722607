// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timestamp.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace console {

QString toIso8601(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<Timestamp> parseIso8601(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "\\A(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d{1,9}))?(Z|z|[+-]\\d{2}(?::?\\d{2})?)?\\z"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    auto time = QDateTime::fromString(match.captured(1) + QLatin1Char('T') + match.captured(2), Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        return std::nullopt;
    qint64 value = time.toMSecsSinceEpoch() + match.captured(3).leftJustified(3, QLatin1Char('0'), true).toInt();
    const QString zone = match.captured(4);
    if (!zone.isEmpty() && zone.toUpper() != QLatin1String("Z")) {
        const QString digits = QString(zone).remove(QLatin1Char(':')).mid(1);
        const qint64 offset = (digits.left(2).toLongLong() * 60 + digits.mid(2, 2).toLongLong()) * 60'000;
        value -= zone.startsWith(QLatin1Char('-')) ? -offset : offset;
    }
    return fromMilliseconds(value);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_cells.h"

#include "core/visible_text.h"
#include "ui/notifications/row_markers.h"
#include "ui/theme/status_chips.h"
#include "verdict/feature_glossary.h"

#include <QBrush>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>

namespace console {

namespace {

QString wholeTime(const NotificationRow &row)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(row.receivedAt));
    return QLocale().toString(local, QLocale::LongFormat) + QLatin1Char('\n') + toIso8601(row.receivedAt);
}

} // namespace

QString cellMarks(NotificationColumn column, const NotificationRow &row, const ColorRule *rule)
{
    const bool isCapability = column == NotificationColumn::Capability;
    const bool tellsRule = rule && (isCapability || column == NotificationColumn::Received);
    QStringList lines {isCapability ? markersText(row) : QString(), tellsRule ? ruleSentence(rule->name) : QString()};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

QVariant cellToolTip(NotificationColumn column, const NotificationRow &row, const ColorRule *rule)
{
    QStringList lines;
    switch (column) {
    case NotificationColumn::Received:
        lines = {wholeTime(row), cellMarks(column, row, rule)};
        break;
    case NotificationColumn::Capability:
        lines = {visibleLine(row.status.raw), cellMarks(column, row, rule)};
        break;
    case NotificationColumn::Features:
        lines = {visibleText(featureLines(row.channelCapabilities).join(QLatin1Char('\n')))};
        break;
    case NotificationColumn::Tags:
        lines = {visibleText(row.annotation.note)};
        break;
    default:
        break;
    }
    lines.removeAll(QString());
    return lines.isEmpty() ? QVariant() : lines.join(QLatin1Char('\n'));
}

QVariant cellChip(NotificationColumn column, const NotificationRow &row)
{
    if (column == NotificationColumn::Capability)
        return QVariant::fromValue(chipFor(row.status));
    if (column == NotificationColumn::Signature)
        return QVariant::fromValue(chipFor(row.signature));
    return {};
}

QVariant rowGround(const ColorRule *rule)
{
    return rule ? QBrush(colorsOf(QGuiApplication::palette()).rowTint(int(rule->color))) : QVariant();
}

} // namespace console

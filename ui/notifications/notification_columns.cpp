// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_columns.h"

#include "core/visible_text.h"
#include "text/duration_text.h"
#include "ui/theme/status_chips.h"
#include "verdict/feature_glossary.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace console {

namespace {

using Row = NotificationRow;
using Names = NotificationNames;

const QString kAbsent = QStringLiteral("–");

QString orAbsent(const QString &text)
{
    return text.isEmpty() ? kAbsent : visibleLine(text);
}

QString contactText(const Row &row, const Names &)
{
    return orAbsent(row.contactName.isEmpty() ? row.contactId : row.contactName);
}

QString featuresText(const Row &row, const Names &)
{
    if (row.channelCapabilities.isEmpty())
        return kAbsent;
    QStringList words;
    for (const auto &name : row.channelCapabilities)
        words += featureText(name);
    words.removeDuplicates();
    return QStringLiteral("%1 · %2")
        .arg(row.channelCapabilities.size())
        .arg(visibleLine(words.join(QStringLiteral(", "))));
}

QString reasonText(const Row &row, const Names &)
{
    QStringList parts {row.reason.code.raw, row.reason.subCode.raw, row.reason.channelCode, row.reason.description};
    parts.removeAll(QString());
    return orAbsent(parts.join(QStringLiteral(" · ")));
}

QString latencyText(const Row &row, const Names &)
{
    return row.latency ? durationText(*row.latency) : kAbsent;
}

constexpr TextLook kProse {Qt::ElideRight, false, false};
constexpr TextLook kQuiet {Qt::ElideRight, false, true};
constexpr TextLook kCode {Qt::ElideRight, false, true, true};
constexpr TextLook kFigures {Qt::ElideRight, true, false};
constexpr TextLook kIdentity {Qt::ElideMiddle, true, false};
constexpr TextLook kId {Qt::ElideMiddle, false, true};
const Qt::Alignment kStart = Qt::AlignLeft | Qt::AlignVCenter;
const Qt::Alignment kEnd = Qt::AlignRight | Qt::AlignVCenter;

const std::array<NotificationColumnSpec, kNotificationColumns> kSpecs {{
    {QT_TRANSLATE_NOOP("notifications", "Received"), true, "28 Nov 00:00:00", "00:00:00.000", CellShape::Text, kFigures,
     kStart, [](const Row &row, const Names &) { return receivedText(row.receivedAt, QDate::currentDate()); }},
    {QT_TRANSLATE_NOOP("notifications", "Contact"), true, "Anna Lindqvist", "Anna Lin…", CellShape::Text, kProse,
     kStart, contactText},
    {QT_TRANSLATE_NOOP("notifications", "Channel"), true, "xxxx WHATSAPP", nullptr, CellShape::Text, kProse, kStart,
     [](const Row &row, const Names &) { return orAbsent(row.address.channel.raw); }},
    {QT_TRANSLATE_NOOP("notifications", "Identity"), true, "467012345678", "4670…5678", CellShape::Text, kIdentity,
     kStart, [](const Row &row, const Names &) { return orAbsent(row.address.identity); }},
    {QT_TRANSLATE_NOOP("notifications", "Capability"), true, "xxxx Unknown xx", nullptr, CellShape::Answer, kProse,
     kStart, [](const Row &row, const Names &) { return chipFor(row.status).word; }},
    {QT_TRANSLATE_NOOP("notifications", "Features"), true, "8 · single", "8 …", CellShape::Text, kQuiet, kStart,
     featuresText},
    {QT_TRANSLATE_NOOP("notifications", "Reason"), true, "RECIPIENT_NOT", "RECIP…", CellShape::Text, kCode, kStart,
     reasonText},
    {QT_TRANSLATE_NOOP("notifications", "Lookup"), false, "01HZX0000…00000", "01H…000", CellShape::Text, kId, kStart,
     [](const Row &row, const Names &) { return orAbsent(row.requestId); }},
    {QT_TRANSLATE_NOOP("notifications", "Latency"), false, "2 min 59 s", nullptr, CellShape::Text, kFigures, kEnd,
     latencyText},
    {QT_TRANSLATE_NOOP("notifications", "Signature"), false, "xx Unsigned xx", nullptr, CellShape::Chip, kProse, kStart,
     [](const Row &row, const Names &) { return chipFor(row.signature).word; }},
    {QT_TRANSLATE_NOOP("notifications", "Project"), false, "Production EU", "Produ…", CellShape::Text, kProse, kStart,
     [](const Row &row, const Names &names) { return orAbsent(names.projects.value(row.projectId, row.projectId)); }},
    {QT_TRANSLATE_NOOP("notifications", "App"), false, "Customer support", "Custo…", CellShape::Text, kProse, kStart,
     [](const Row &row, const Names &names) { return orAbsent(names.apps.value(row.appId, row.appId)); }},
    {QT_TRANSLATE_NOOP("notifications", "Tags"), false, "case-17 vip", "case-…", CellShape::Text, kProse, kStart,
     [](const Row &row, const Names &) { return orAbsent(row.annotation.tags.join(QLatin1Char(' '))); }},
}};

const NotificationColumnSpec kJsonSpec {
    "", false, "xxxxxxxxxxxxxxxx", "xxxxx…", CellShape::Text, kProse, kStart, [](const Row &, const Names &) {
        return QString();
    }};

} // namespace

const NotificationColumnSpec &columnSpec(NotificationColumn column)
{
    if (isJsonColumn(int(column)))
        return kJsonSpec;
    return kSpecs[size_t(column)];
}

QString columnTitle(NotificationColumn column)
{
    return QCoreApplication::translate("notifications", columnSpec(column).title);
}

QString columnWord(NotificationColumn column)
{
    return QString::fromLatin1(columnSpec(column).title).toLower();
}

std::optional<NotificationColumn> columnOfWord(const QString &word)
{
    for (int i = 0; i < kNotificationColumns; ++i) {
        if (columnWord(NotificationColumn(i)) == word)
            return NotificationColumn(i);
    }
    return std::nullopt;
}

QString receivedText(Timestamp receivedAt, QDate today)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(receivedAt));
    if (local.date() == today)
        return local.toString(QStringLiteral("HH:mm:ss.zzz"));
    const QString day = local.date().year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return QLocale().toString(local.date(), day) + local.toString(QStringLiteral(" HH:mm:ss"));
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/timeline_model.h"

#include "core/visible_text.h"
#include "ui/detail/answer_history.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/status_chips.h"
#include "verdict/phrases.h"

#include <QDateTime>
#include <QLocale>

namespace console {

namespace {

QDateTime localTime(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(at));
}

QString timeText(Timestamp at)
{
    return localTime(at).toString(QStringLiteral("HH:mm:ss.zzz"));
}

/// Of a list whose newest stand first; the number of those that are newer than the one that comes.
template <typename List, typename IsNewer>
qsizetype placeOf(const List &list, IsNewer isNewer)
{
    return std::find_if_not(list.begin(), list.end(), isNewer) - list.begin();
}

/// Which channels are asked about, each once.
QString askedChannels(const Lookup &lookup)
{
    QStringList channels;
    for (const auto &address : lookup.expected)
        channels.append(channelWords(address.channel));
    channels.removeDuplicates();
    return channels.join(QStringLiteral(", "));
}

QString marksOf(const NotificationRow &row)
{
    QStringList marks;
    if (row.annotation.isPinned)
        marks.append(TimelineModel::tr("pinned"));
    for (const QString &tag : row.annotation.tags)
        marks.append(QLatin1Char('#') + tag);
    if (!row.annotation.note.isEmpty())
        marks.append(TimelineModel::tr("“%1”").arg(row.annotation.note.simplified()));
    if (row.outcome == Outcome::Conflict)
        marks.append(TimelineModel::tr("conflicting answer"));
    if (row.signature == SignatureState::Unsigned)
        marks.append(TimelineModel::tr("unsigned"));
    if (row.join == JoinKind::ByRecipient)
        marks.append(TimelineModel::tr("joined by recipient"));
    if (row.join == JoinKind::None)
        marks.append(TimelineModel::tr("not asked here"));
    if (row.retries > 0)
        marks.append(TimelineModel::tr("sent again %n times", nullptr, row.retries));
    return marks.join(QStringLiteral(" · "));
}

QString nameOrNone(const QString &code)
{
    return code.isEmpty() ? TimelineModel::tr("none") : code;
}

QString tipOf(const NotificationRow &row)
{
    QStringList lines {TimelineModel::tr("Received %1").arg(toIso8601(row.receivedAt)),
                       channelWords(row.address.channel) + QLatin1Char(' ') + row.address.identity, row.status.raw};
    if (!row.reason.code.isEmpty())
        lines.append(TimelineModel::tr("Reason %1").arg(row.reason.code.raw));
    if (!row.acceptedTime.isEmpty())
        lines.append(TimelineModel::tr("Accepted by the vendor %1").arg(row.acceptedTime));
    return visibleText(lines.join(QLatin1Char('\n')));
}

} // namespace

void TimelineModel::setEntries(const QList<NotificationRow> &rows, const QList<TimelineLookup> &lookups)
{
    if (rows == m_rows && lookups == m_lookups)
        return;
    beginResetModel();
    m_rows = rows;
    m_lookups = lookups;
    m_entries.clear();
    qsizetype row = 0;
    qsizetype asked = 0;
    while (row < rows.size() || asked < lookups.size()) {
        const bool isLookup = row == rows.size()
            || (asked < lookups.size() && lookups.at(asked).lookup.askedAt > rows.at(row).receivedAt);
        m_entries.append(isLookup ? Entry {lookups.at(asked).lookup.askedAt, true, asked}
                                  : Entry {rows.at(row).receivedAt, false, row});
        ++(isLookup ? asked : row);
    }
    endResetModel();
}

/// The other entries of its kind stand one further down in their list by now.
void TimelineModel::insert(int entry, const Entry &made)
{
    for (Entry &other : m_entries)
        other.place += other.isLookup == made.isLookup && other.place >= made.place ? 1 : 0;
    m_entries.insert(entry, made);
}

void TimelineModel::update(const NotificationRow &row)
{
    const auto place = placeOf(m_rows, [&](const NotificationRow &other) { return other.id > row.id; });
    const bool isKnown = place < m_rows.size() && m_rows.at(place).id == row.id;
    const auto newer = [&](const Entry &other) {
        return other.isLookup ? other.at > row.receivedAt : m_rows.at(other.place).id > row.id;
    };
    const int entry = int(placeOf(m_entries, newer));
    if (isKnown) {
        m_rows[place] = row;
        for (int i = 0; i < m_entries.size(); ++i) {
            if (!m_entries.at(i).isLookup && m_entries.at(i).place == place)
                Q_EMIT dataChanged(index(i), index(i));
        }
        return;
    }
    beginInsertRows({}, entry, entry);
    m_rows.insert(place, row);
    insert(entry, {row.receivedAt, false, place});
    endInsertRows();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1)); // days and changes of its neighbours
}

void TimelineModel::update(const TimelineLookup &lookup)
{
    for (int i = 0; i < m_entries.size(); ++i) {
        const Entry &known = m_entries.at(i);
        if (!known.isLookup || m_lookups.at(known.place).lookup.requestId != lookup.lookup.requestId)
            continue;
        m_lookups[known.place] = lookup;
        Q_EMIT dataChanged(index(i), index(i));
        return;
    }
    const Timestamp at = lookup.lookup.askedAt;
    const auto place = placeOf(m_lookups, [&](const TimelineLookup &other) { return other.lookup.askedAt > at; });
    const auto newer = [at](const Entry &other) { return other.at > at || (!other.isLookup && other.at == at); };
    const int entry = int(placeOf(m_entries, newer));
    beginInsertRows({}, entry, entry);
    m_lookups.insert(place, lookup);
    insert(entry, {at, true, place});
    endInsertRows();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

std::optional<NotificationRow> TimelineModel::rowAt(int entry) const
{
    const Entry &wanted = m_entries.at(entry);
    return wanted.isLookup ? std::nullopt : std::optional(m_rows.at(wanted.place));
}

std::optional<Lookup> TimelineModel::lookupAt(int entry) const
{
    const Entry &wanted = m_entries.at(entry);
    return wanted.isLookup ? std::optional(m_lookups.at(wanted.place).lookup) : std::nullopt;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QString TimelineModel::changeOf(qsizetype row) const
{
    const auto before = answerBefore(row, m_rows);
    if (!before)
        return {};
    const NotificationRow &now = m_rows.at(row);
    QStringList changes;
    if (before->status != now.status) //: a status and the one that took its place
        changes.append(tr("%1 → %2").arg(chipFor(before->status).word, chipFor(now.status).word));
    if (before->reason.code != now.reason.code) //: the codes of two reasons
        changes.append(tr("reason %1 → %2").arg(nameOrNone(before->reason.code.raw), nameOrNone(now.reason.code.raw)));
    for (const QString &feature : now.channelCapabilities) {
        if (!before->channelCapabilities.contains(feature))
            changes.append(QLatin1Char('+') + feature);
    }
    for (const QString &feature : before->channelCapabilities) {
        if (!now.channelCapabilities.contains(feature))
            changes.append(QChar(0x2212) + feature);
    }
    if (before->status != now.status && changesOften(now.address, m_rows.mid(row), now.receivedAt))
        changes.insert(1, tr("unstable: three changes in seven days")); // where it is not cut off
    return changes.join(QStringLiteral(" · "));
}

QString TimelineModel::dayOf(int entry) const
{
    const QDate day = localTime(m_entries.at(entry).at).date();
    if (entry > 0 && localTime(m_entries.at(entry - 1).at).date() == day)
        return {};
    return QLocale().toString(day, QLocale::LongFormat);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == DayRole)
        return dayOf(index.row());
    if (role == TimeRole)
        return timeText(m_entries.at(index.row()).at);
    return m_entries.at(index.row()).isLookup ? lookupData(index.row(), role) : rowData(index.row(), role);
}

QVariant TimelineModel::lookupData(int entry, int role) const
{
    const auto &[lookup, progress] = m_lookups.at(m_entries.at(entry).place);
    const ChipLook chip = chipFor(progress);
    switch (role) {
    case Qt::DisplayRole:
        return tr("Looked up");
    case Qt::AccessibleTextRole: {
        QStringList parts {timeText(lookup.askedAt), tr("Looked up"), chip.word, askedChannels(lookup)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole:
        return tr("Asked %1\nRequest id %2\nReturn shows this lookup.")
            .arg(toIso8601(lookup.askedAt), visibleLine(lookup.requestId.toString()));
    case kChipRole:
        return QVariant::fromValue(chip);
    case IconRole:
        return int(Icon::Send);
    case MarksRole:
        return askedChannels(lookup);
    default:
        return {};
    }
}

QVariant TimelineModel::rowData(int entry, int role) const
{
    const qsizetype row = m_entries.at(entry).place;
    const NotificationRow &heard = m_rows.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return channelWords(heard.address.channel);
    case Qt::AccessibleTextRole: {
        QStringList parts {timeText(heard.receivedAt), channelWords(heard.address.channel), chipFor(heard.status).word,
                           changeOf(row), marksOf(heard)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole:
        return tipOf(heard);
    case kChipRole:
        return QVariant::fromValue(chipFor(heard.status));
    case IconRole:
        return int(iconFor(heard.address.channel.value));
    case ChangeRole:
        return changeOf(row);
    case MarksRole:
        return marksOf(heard);
    default:
        return {};
    }
}

} // namespace console

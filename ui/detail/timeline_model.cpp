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

QDateTime localTime(const NotificationRow &row)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(row.receivedAt));
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

void TimelineModel::setRows(const QList<NotificationRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void TimelineModel::update(const NotificationRow &row)
{
    int place = 0;
    while (place < m_rows.size() && m_rows.at(place).id > row.id)
        ++place;
    if (place < m_rows.size() && m_rows.at(place).id == row.id) {
        m_rows[place] = row;
        Q_EMIT dataChanged(index(place), index(place));
        return;
    }
    beginInsertRows({}, place, place);
    m_rows.insert(place, row);
    endInsertRows();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1)); // days and changes of its neighbours
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString TimelineModel::changeOf(int row) const
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
        changes.append(tr("unstable: three changes in seven days"));
    return changes.join(QStringLiteral(" · "));
}

QString TimelineModel::dayOf(int row) const
{
    const QDate day = localTime(m_rows.at(row)).date();
    if (row > 0 && localTime(m_rows.at(row - 1)).date() == day)
        return {};
    return QLocale().toString(day, QLocale::LongFormat);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const NotificationRow &heard = m_rows.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return channelWords(heard.address.channel);
    case TimeRole:
        return localTime(heard).toString(QStringLiteral("HH:mm:ss.zzz"));
    case Qt::AccessibleTextRole: {
        QStringList parts {data(index, TimeRole).toString(), channelWords(heard.address.channel),
                           chipFor(heard.status).word, changeOf(row), marksOf(heard)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Qt::ToolTipRole:
        return tipOf(heard);
    case kChipRole:
        return QVariant::fromValue(chipFor(heard.status));
    case ChannelRole:
        return QVariant::fromValue(heard.address.channel);
    case ChangeRole:
        return changeOf(row);
    case MarksRole:
        return marksOf(heard);
    case DayRole:
        return dayOf(row);
    default:
        return {};
    }
}

} // namespace console

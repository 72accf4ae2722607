// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_table_model.h"

#include "core/continuation.h"
#include "ui/notifications/row_markers.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/status_chips.h"
#include "verdict/feature_glossary.h"

#include <QDateTime>
#include <QLocale>

namespace console {

namespace {

QString wholeTime(const NotificationRow &row)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(row.receivedAt));
    return QLocale().toString(local, QLocale::LongFormat) + QLatin1Char('\n') + toIso8601(row.receivedAt);
}

QVariant toolTip(const NotificationRow &row, NotificationColumn column)
{
    switch (column) {
    case NotificationColumn::Received:
        return wholeTime(row);
    case NotificationColumn::Capability: {
        const QString markers = markersText(row);
        return markers.isEmpty() ? row.status.raw : row.status.raw + QLatin1Char('\n') + markers;
    }
    case NotificationColumn::Features:
        return row.channelCapabilities.isEmpty() ? QVariant()
                                                 : featureLines(row.channelCapabilities).join(QLatin1Char('\n'));
    default:
        return {}; // the delegate shows the whole text of an elided cell
    }
}

QVariant chipValue(const NotificationRow &row, NotificationColumn column)
{
    if (column == NotificationColumn::Capability)
        return QVariant::fromValue(chipFor(row.status));
    if (column == NotificationColumn::Signature)
        return QVariant::fromValue(chipFor(row.signature));
    return {};
}

} // namespace

NotificationTableModel::NotificationTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, &NotificationTableModel::showWaiting);
}

void NotificationTableModel::follow(LookupService &lookups)
{
    connect(&lookups, &LookupService::historyChanged, this, &NotificationTableModel::add);
}

void NotificationTableModel::fill(HistoryAccess &history)
{
    history.newestRows(kFirstRows) | then(this, [this, &history](const Result<QList<NotificationRow>> &rows) {
        if (!rows) {
            Q_EMIT failed(rows.error());
            return;
        }
        appendOlder(*rows);
        if (rows->size() < kFirstRows)
            Q_EMIT filled();
        else
            readOlder(history, kRowLimit - kFirstRows, rows->constLast().id);
    });
}

void NotificationTableModel::readNewer(HistoryAccess &history)
{
    history.newestRows(kFirstRows) | then(this, [this](const Result<QList<NotificationRow>> &rows) {
        HistoryBatch batch;
        for (const auto &row : rows.value_or(QList<NotificationRow>())) {
            const auto known = find(row.id);
            if (known && *known != row)
                batch.changed.append(row);
            else if (!known && (m_rows.isEmpty() || row.id > m_rows.constLast().id))
                batch.added.prepend(row);
        }
        if (!batch.isEmpty() && !m_isHeld)
            add(batch);
    });
}

void NotificationTableModel::readOlder(HistoryAccess &history, int limit, qint64 beforeId)
{
    history.newestRows(limit, beforeId) | then(this, [this](const Result<QList<NotificationRow>> &rows) {
        if (rows)
            appendOlder(*rows);
        Q_EMIT filled();
    });
}

/// What came live meanwhile is newer than all that is read; rows known already are left out.
void NotificationTableModel::appendOlder(const QList<NotificationRow> &newestFirst)
{
    QList<NotificationRow> older;
    for (const auto &row : newestFirst) {
        if (m_rows.isEmpty() || row.id < m_rows.constFirst().id)
            older.append(row);
    }
    older.resize(std::min<qsizetype>(older.size(), kRowLimit - m_rows.size()));
    if (older.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + older.size()) - 1);
    for (const auto &row : std::as_const(older)) {
        m_rows.prepend(row);
        m_positions.insert(row.id, --m_first);
    }
    endInsertRows();
}

void NotificationTableModel::add(const HistoryBatch &batch)
{
    m_arrived += batch.added;
    m_changed += batch.changed;
    if (m_arrived.size() > kRowLimit)
        m_arrived.remove(0, m_arrived.size() - kRowLimit);
    if (m_isHeld && !batch.added.isEmpty()) {
        m_heldCount += int(batch.added.size());
        Q_EMIT heldCountChanged(m_heldCount);
    }
    if (!m_isHeld && !m_pace.isActive())
        m_pace.start();
}

void NotificationTableModel::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    if (isHeld) {
        m_pace.stop();
        return;
    }
    m_heldCount = 0;
    showWaiting();
    Q_EMIT heldCountChanged(0);
}

void NotificationTableModel::showWaiting()
{
    if (m_isHeld)
        return;
    QList<NotificationRow> unknown;
    for (const auto &row : std::as_const(m_arrived)) {
        if (m_positions.contains(row.id))
            update(row);
        else if (m_rows.isEmpty() || row.id > m_rows.constLast().id)
            unknown.append(row);
    }
    m_arrived.clear();
    insertNew(unknown);
    for (const auto &row : std::exchange(m_changed, {}))
        update(row);
}

void NotificationTableModel::insertNew(const QList<NotificationRow> &inOrderOfArrival)
{
    if (inOrderOfArrival.isEmpty())
        return;
    beginInsertRows({}, 0, int(inOrderOfArrival.size()) - 1);
    for (const auto &row : inOrderOfArrival) {
        m_positions.insert(row.id, m_first + m_rows.size());
        m_rows.append(row);
    }
    endInsertRows();
    removeOldest(m_rows.size() - kRowLimit);
}

void NotificationTableModel::removeOldest(qsizetype count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, int(m_rows.size() - count), int(m_rows.size()) - 1);
    for (qsizetype i = 0; i < count; ++i)
        m_positions.remove(m_rows.takeFirst().id);
    m_first += count;
    endRemoveRows();
}

void NotificationTableModel::update(const NotificationRow &row)
{
    const auto found = m_positions.constFind(row.id);
    if (found == m_positions.constEnd())
        return;
    m_rows[*found - m_first] = row;
    const int changed = rowOf(*found);
    Q_EMIT dataChanged(index(changed, 0), index(changed, kNotificationColumns - 1));
}

void NotificationTableModel::setNames(const NotificationNames &names)
{
    m_names = names;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, int(NotificationColumn::Project)),
                           index(rowCount() - 1, int(NotificationColumn::App)), {Qt::DisplayRole, SortRole});
}

std::optional<NotificationRow> NotificationTableModel::find(qint64 id) const
{
    const auto found = m_positions.constFind(id);
    return found == m_positions.constEnd() ? std::nullopt : std::optional(m_rows.at(*found - m_first));
}

int NotificationTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NotificationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kNotificationColumns;
}

QVariant NotificationTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const NotificationRow &row = at(index.row());
    const auto column = NotificationColumn(index.column());
    const auto &spec = columnSpec(column);
    switch (role) {
    case Qt::DisplayRole:
        return spec.text(row, m_names);
    case SortRole:
        return spec.sortValue ? spec.sortValue(row) : QVariant(spec.text(row, m_names));
    case RowRole:
        return QVariant::fromValue(row);
    case kChipRole:
        return chipValue(row, column);
    case MarkersRole:
    case Qt::AccessibleDescriptionRole:
        return column == NotificationColumn::Capability ? markersText(row) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::DecorationRole:
        return column == NotificationColumn::Channel ? tintedIcon(iconFor(row.address.channel.value), Ink::Muted)
                                                     : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(spec.alignment);
    default:
        return {};
    }
}

QVariant NotificationTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= kNotificationColumns)
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(NotificationColumn(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant(columnSpec(NotificationColumn(section)).alignment);
    return {};
}

} // namespace console

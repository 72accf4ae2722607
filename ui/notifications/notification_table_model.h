// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "lookup/lookup_service.h"
#include "ui/notifications/notification_columns.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <chrono>

namespace console {

/// The newest notifications, newest first. Arrivals are inserted on top ten times a second at most, retries change
/// their row; never a reset. While it is held, arrivals are counted and shown on release. Thread: GUI.
class NotificationTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1, ///< a value that sorts as people expect
        RowRole,                     ///< the whole NotificationRow
        MarkersRole,                 ///< QString, a sentence a line
    };
    static constexpr int kRowLimit = 5'000;
    static constexpr int kFirstRows = 200; ///< shown before the rest is read
    static constexpr std::chrono::milliseconds kPace {100};

    explicit NotificationTableModel(QObject *parent = nullptr);

    /// Reads what is stored, in two steps. Ends in filled() or failed().
    void fill(HistoryAccess &history);
    /// What came since, as far as it is among the newest; for a history that another program writes.
    void readNewer(HistoryAccess &history);
    void follow(LookupService &lookups);
    void add(const HistoryBatch &batch);

    void setNames(const NotificationNames &names);
    void setHeld(bool isHeld);
    int heldCount() const { return m_heldCount; }

    std::optional<NotificationRow> find(qint64 id) const;
    const NotificationRow &at(int row) const { return m_rows.at(m_rows.size() - 1 - row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void filled();
    void failed(const console::Error &error);
    void heldCountChanged(int count);

private:
    void readOlder(HistoryAccess &history, int limit, qint64 beforeId);
    void appendOlder(const QList<NotificationRow> &newestFirst);
    void showWaiting();
    void insertNew(const QList<NotificationRow> &inOrderOfArrival);
    void update(const NotificationRow &row);
    void removeOldest(qsizetype count);
    int rowOf(qint64 position) const { return int(m_rows.size() - 1 - (position - m_first)); }

    QList<NotificationRow> m_rows; ///< in order of arrival: the table reads it backwards, so that nothing ever moves
    QHash<qint64, qint64> m_positions; ///< id → place in order of arrival; m_first is that of m_rows[0]
    qint64 m_first = 0;
    QList<NotificationRow> m_arrived;
    QList<NotificationRow> m_changed;
    NotificationNames m_names;
    QTimer m_pace;
    int m_heldCount = 0;
    bool m_isHeld = false;
};

} // namespace console

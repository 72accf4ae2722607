// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup_state.h"
#include "domain/notification_row.h"

#include <QAbstractListModel>

namespace console {

/// A lookup as it stands in a timeline.
struct TimelineLookup
{
    Lookup lookup;
    LookupProgress progress;

    friend bool operator==(const TimelineLookup &a, const TimelineLookup &b)
    {
        return a.lookup == b.lookup && a.progress.state == b.progress.state;
    }
};

/// What was ever asked and heard about a recipient, newest first: lookups with how far they came, and answers with what
/// changed since the one before for the same address. The third change of the status within seven days calls it unstable.
/// Thread: GUI.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TimeRole = Qt::UserRole + 1, ///< "12:04:11.200", local
        IconRole,                    ///< int of Icon: the channel's, or that of a lookup
        ChangeRole, ///< "Full → None · +ACTION_DIAL", since the answer before; empty when nothing changed
        MarksRole,  ///< "unsigned · joined by recipient"
        DayRole,    ///< on the first entry of a day, local
    };

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<NotificationRow> &rows) { setEntries(rows, m_lookups); }
    /// Both newest first.
    void setEntries(const QList<NotificationRow> &rows, const QList<TimelineLookup> &lookups);
    /// A row that has just arrived, or one whose retries were counted.
    void update(const NotificationRow &row);
    /// A lookup that has just been asked, or came further.
    void update(const TimelineLookup &lookup);
    const QList<NotificationRow> &rows() const { return m_rows; }
    std::optional<NotificationRow> rowAt(int entry) const;
    std::optional<Lookup> lookupAt(int entry) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        Timestamp at;
        bool isLookup;
        qsizetype place; ///< in its list
    };

    void insert(int entry, const Entry &made);
    QVariant rowData(int entry, int role) const;
    QVariant lookupData(int entry, int role) const;
    QString changeOf(qsizetype row) const;
    QString dayOf(int entry) const;

    QList<NotificationRow> m_rows;
    QList<TimelineLookup> m_lookups;
    QList<Entry> m_entries;
};

} // namespace console

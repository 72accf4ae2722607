// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <QAbstractListModel>

namespace console {

/// What was ever heard about a recipient, newest first, with what changed since the answer before it for the same address.
/// The third change of the status within seven days calls it unstable.
/// Thread: GUI.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TimeRole = Qt::UserRole + 1, ///< "12:04:11.200", local
        ChannelRole,                 ///< ChannelName
        ChangeRole, ///< "Full → None · +ACTION_DIAL", since the answer before; empty when nothing changed
        MarksRole,  ///< "unsigned · joined by recipient"
        DayRole,    ///< on the first row of a day, local
    };

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<NotificationRow> &rows);
    /// A row that has just arrived, or one whose retries were counted.
    void update(const NotificationRow &row);
    const QList<NotificationRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString changeOf(int row) const;
    QString dayOf(int row) const;

    QList<NotificationRow> m_rows;
};

} // namespace console

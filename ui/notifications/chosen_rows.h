// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QItemSelection;
class QItemSelectionModel;

namespace console {

class NotificationTableModel;

/// What is selected and what is current, as ids: they stay when the rows are replaced by others, and come back with the
/// rows when a filter lets them through again. Thread: GUI.
class ChosenRows
{
public:
    /// A selection in more parts than these is marked only so far; rows() has it whole. Qt compares all parts with all.
    static constexpr qsizetype kMostParts = 200;

    explicit ChosenRows(const NotificationTableModel &model)
        : m_model(model)
    { }

    void takeFrom(const QItemSelectionModel &selection);
    void giveTo(QItemSelectionModel &selection) const;
    /// Those that are shown, from top to bottom.
    QList<int> rows() const;

private:
    QItemSelection parts() const;

    const NotificationTableModel &m_model;
    QList<quint32> m_ids;
    qint64 m_currentId = 0;
    int m_currentRow = -1; ///< counts where it has no id: at the head of a group
    int m_currentColumn = 0;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

class QTableView;

namespace console {

class NotificationTableModel;

/// Where a table is scrolled to. At its newest row it follows what arrives; elsewhere the row on top stays there, and
/// what is newer is counted. In the order of a column there is no newest row: then only the very top lets go. Rows have
/// the same height. Thread: GUI.
class TablePlace
{
public:
    /// \param updateGeometries  makes the scroll bar as long as the rows are by now.
    TablePlace(QTableView &table, const NotificationTableModel &model, std::function<void()> updateGeometries)
        : m_table(table)
        , m_model(model)
        , m_updateGeometries(std::move(updateGeometries))
    { }

    /// After each scrolling.
    void remember();
    /// After rows came or went, and after they got another height.
    void restore();
    void goToNewest();

    bool isFollowing() const { return m_isFollowing; }
    /// Arrivals that the table shows, since it was last at the newest row.
    int newerCount() const;

private:
    enum class End { Top, Bottom };
    End newestEnd() const;
    bool isAtNewest() const;

    QTableView &m_table;
    const NotificationTableModel &m_model;
    std::function<void()> m_updateGeometries;
    qint64 m_topId = 0;
    int m_topOffset = 0; ///< of that row, in pixels; negative where its beginning is out of sight
    qint64 m_newestSeen = 0;
    bool m_isFollowing = true;
    bool m_isMoving = false;
};

} // namespace console

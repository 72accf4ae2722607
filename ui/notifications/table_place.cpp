// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/table_place.h"

#include "core/first_without.h"
#include "ui/notifications/notification_table_model.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <functional>

namespace console {

TablePlace::End TablePlace::newestEnd() const
{
    const SortOrder &order = m_model.history().sortOrder();
    return order.isByArrival() && order.direction == Qt::AscendingOrder ? End::Bottom : End::Top;
}

bool TablePlace::isAtNewest() const
{
    const QScrollBar *bar = m_table.verticalScrollBar();
    return bar->value() == (newestEnd() == End::Top ? bar->minimum() : bar->maximum());
}

void TablePlace::remember()
{
    if (m_isMoving)
        return;
    m_isFollowing = isAtNewest();
    if (m_isFollowing && m_model.rowCount() > 0) {
        const HistoryView &history = m_model.history();
        const int newest = newestEnd() == End::Top ? 0 : history.count() - 1;
        m_newestSeen = std::max(m_newestSeen, history.count() > 0 ? history.idAt(newest) : 0);
    }
    int top = m_table.rowAt(0);
    if (top >= 0 && m_model.idAt(top) == 0 && top + 1 < m_model.rowCount())
        ++top; // what is no notification has no id to be found by
    m_topId = top < 0 ? 0 : m_model.idAt(top);
    m_topOffset = top < 0 ? 0 : m_table.rowViewportPosition(top);
}

void TablePlace::restore()
{
    if (m_isFollowing)
        return goToNewest();
    const auto row = m_model.rowOf(m_topId);
    if (row) {
        m_isMoving = true;
        m_updateGeometries();
        m_table.verticalScrollBar()->setValue(m_table.verticalHeader()->sectionPosition(*row) - m_topOffset);
        m_isMoving = false;
    }
    remember();
}

void TablePlace::goToNewest()
{
    m_isMoving = true;
    m_updateGeometries();
    QScrollBar *bar = m_table.verticalScrollBar();
    bar->setValue(newestEnd() == End::Top ? bar->minimum() : bar->maximum());
    m_isMoving = false;
    remember();
}

int TablePlace::newerCount() const
{
    if (m_isFollowing || !m_model.history().sortOrder().isByArrival())
        return 0;
    const HistoryView &history = m_model.history();
    const int count = history.count();
    const auto isNewer = [&](int row) { return history.idAt(row) > m_newestSeen; };
    if (newestEnd() == End::Top)
        return firstWithout(0, count, isNewer);
    return count - firstWithout(0, count, std::not_fn(isNewer));
}

} // namespace console

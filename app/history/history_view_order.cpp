// SPDX-License-Identifier: GPL-3.0-or-later
// The part of HistoryView that puts its rows in the order of a column, and replaces them all.
#include "history/history_view.h"

namespace console {

void HistoryView::setSort(const SortOrder &order)
{
    if (order == sortOrder())
        return;
    m_sorting.setOrder(order);
    if (!order.isByArrival()) {
        if (!m_next || m_openScans == 0) // else at the end of the scan
            m_sorting.sort(target().newestFirst(), ColumnSorting::Purpose::NewOrder);
        return;
    }
    target().clearSorted();
    target().setOldestFirst(order.direction == Qt::AscendingOrder);
    if (!m_next || m_openScans == 0)
        replaceRows();
}

void HistoryView::addToSorted(const QList<quint32> &ids)
{
    m_sorting.add(ids);
    if (target().isSorted())
        m_sorting.mergeSoon();
    else if (m_openScans == 0 && !m_sorting.isBusy())
        m_sorting.sort(target().newestFirst(), ColumnSorting::Purpose::NewOrder);
}

void HistoryView::showSorted(const QList<quint32> &rows, ColumnSorting::Purpose purpose)
{
    target().setSorted(rows);
    if (purpose == ColumnSorting::Purpose::NewOrder)
        replaceRows();
    else
        Q_EMIT reordered();
}

void HistoryView::announce(RowOrder::Range range)
{
    Q_EMIT grew(int(range.first), int(range.last));
}

void HistoryView::replaceRows()
{
    if (m_next) {
        m_rows = *std::exchange(m_next, std::nullopt);
        m_older.restart();
    }
    Q_EMIT reset();
}

} // namespace console

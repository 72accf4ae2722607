// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_sorter.h"

#include <algorithm>
#include <compare>

namespace console {

RowSorter::RowSorter(const ColumnStore &store, const SortOrder &order, const FilterNames &names)
{
    QList<SortKey> keys {{order.column, order.direction}};
    keys += order.then;
    for (const SortKey &key : std::as_const(keys)) {
        if (key.column == SortColumn::Received) {
            m_isOldestFirst = key.direction == Qt::AscendingOrder;
            break;
        }
        m_columns.emplace_back(store, key, names);
    }
}

/// By the last column first: each sorting keeps what the ones before it did among its equals.
std::optional<QList<quint32>> RowSorter::sort(const QList<quint32> &newestFirst,
                                              const std::function<bool()> &isCancelled) const
{
    std::optional<QList<quint32>> rows = newestFirst;
    if (m_isOldestFirst)
        std::reverse(rows->begin(), rows->end());
    for (auto column = m_columns.rbegin(); column != m_columns.rend(); ++column) {
        rows = column->sort(*rows, isCancelled);
        if (!rows)
            break;
    }
    return rows;
}

bool RowSorter::isBefore(quint32 a, quint32 b) const
{
    for (const ColumnSorter &column : m_columns) {
        const auto order = column.compare(a, b);
        if (std::is_neq(order))
            return std::is_lt(order);
    }
    return m_isOldestFirst ? a < b : a > b;
}

QList<quint32> RowSorter::merge(const QList<quint32> &sorted, QList<quint32> added) const
{
    const auto isLess = [this](quint32 a, quint32 b) { return isBefore(a, b); };
    std::sort(added.begin(), added.end(), isLess);
    QList<quint32> merged;
    merged.reserve(sorted.size() + added.size());
    auto from = sorted.begin();
    for (const quint32 id : added) {
        const auto place = std::lower_bound(from, sorted.end(), id, isLess);
        std::copy(from, place, std::back_inserter(merged));
        merged.append(id);
        from = place;
    }
    std::copy(from, sorted.end(), std::back_inserter(merged));
    return merged;
}

} // namespace console

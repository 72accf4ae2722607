// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_sorter.h"

namespace console {

/// Puts ids in an order of one or several columns; rows that are equal in all of them stand newest first.
/// Thread: any, one at a time.
class RowSorter
{
public:
    /// \param store  outlives the sorter.
    RowSorter(const ColumnStore &store, const SortOrder &order, const FilterNames &names);

    /// \param newestFirst  the rows. \returns nothing when it was cancelled between two steps.
    std::optional<QList<quint32>> sort(const QList<quint32> &newestFirst,
                                       const std::function<bool()> &isCancelled) const;
    /// A new list with some rows put in where they belong: for a few.
    QList<quint32> merge(const QList<quint32> &sorted, QList<quint32> added) const;

private:
    bool isBefore(quint32 a, quint32 b) const;

    std::vector<ColumnSorter> m_columns; ///< up to the time of receipt, which no two rows share
    bool m_isOldestFirst = false;
};

} // namespace console

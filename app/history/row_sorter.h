// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_store.h"
#include "history/filter.h"

#include <QList>

#include <functional>

namespace console {

/// The columns of the table, in its order.
enum class SortColumn {
    Received,
    Contact,
    Channel,
    Identity,
    Capability,
    Features,
    Reason,
    Request,
    Latency,
    Signature,
    Project,
    App
};

struct SortOrder
{
    SortColumn column = SortColumn::Received;
    Qt::SortOrder direction = Qt::DescendingOrder;

    /// Ids ascend in order of arrival: nothing needs to be sorted.
    bool isByArrival() const { return column == SortColumn::Received; }
    friend bool operator==(const SortOrder &, const SortOrder &) = default;
};

/// Puts ids in the order of a column. Texts are compared without regard to case; absent members come first when
/// ascending; rows that are equal stand newest first. Numbers come before other identities; capabilities go from "can be
/// reached" to "cannot". Thread: any, one at a time.
class RowSorter
{
public:
    /// \param store  outlives the sorter.
    RowSorter(const ColumnStore &store, SortOrder order, FilterNames names);

    /// \param newestFirst  the rows. \returns nothing when it was cancelled between two steps.
    std::optional<QList<quint32>> sort(const QList<quint32> &newestFirst,
                                       const std::function<bool()> &isCancelled) const;
    /// A new list with some rows put in where they belong: for a few.
    QList<quint32> merge(const QList<quint32> &sorted, QList<quint32> added) const;

private:
    /// How one value of a column compares: by number, then by text.
    struct Key
    {
        qint64 number = 0;
        QString text;
        friend auto operator<=>(const Key &a, const Key &b)
        {
            return a.number != b.number ? a.number <=> b.number : a.text.compare(b.text) <=> 0;
        }
    };
    using CodeColumn = Column<quint32, ColumnChunk::kRows> ColumnChunk::*;

    CodeColumn codeColumn() const; ///< null for columns of numbers
    Key keyOfCode(quint32 code) const;
    quint32 codeCount() const;
    std::vector<quint32> ranks() const;
    std::vector<quint32> requestRanks() const;
    quint64 numberOf(quint32 id, const std::vector<quint32> &textRanks) const;
    bool isBefore(quint32 a, quint32 b) const;

    template <typename T>
    T at(Column<T, ColumnChunk::kRows> ColumnChunk::*column, quint32 id) const
    {
        return (m_store.chunk(ColumnChunk::numberOf(id))->*column).at(ColumnChunk::rowOf(id));
    }

    const ColumnStore &m_store;
    SortOrder m_order;
    FilterNames m_names;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_store.h"
#include "history/filter.h"
#include "history/sort_order.h"

#include <QList>

#include <functional>

namespace console {

/// Puts ids in the order of one column, any but the time of receipt. Texts are compared without regard to case; absent
/// members come first when ascending. Numbers come before other identities; capabilities go from "can be reached" to
/// "cannot". Thread: any, one at a time.
class ColumnSorter
{
public:
    /// \param store  outlives the sorter.
    ColumnSorter(const ColumnStore &store, SortKey key, FilterNames names);

    /// Rows that are equal stay in the order that they have. \returns nothing when it was cancelled between two steps.
    std::optional<QList<quint32>> sort(const QList<quint32> &ids, const std::function<bool()> &isCancelled) const;
    /// Of two rows, in the direction that is asked for.
    std::strong_ordering compare(quint32 a, quint32 b) const;

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

    using Member = quint32 RowDictionaries::Kind::*;

    CodeColumn codeColumn() const; ///< null for columns of numbers
    Member member() const;         ///< of a kind, which that column holds; null for other columns
    /// The code of what is compared: of a kind, that of its member.
    quint32 valueOf(quint32 code) const;
    Key keyOfValue(quint32 value) const;
    quint32 valueCount() const;
    std::vector<quint32> ranks() const;
    quint64 numberOf(quint32 id, const std::vector<quint32> &textRanks) const;
    std::strong_ordering compareAscending(quint32 a, quint32 b) const;

    template <typename T>
    T at(Column<T, ColumnChunk::kRows> ColumnChunk::*column, quint32 id) const
    {
        return (m_store.chunk(ColumnChunk::numberOf(id))->*column).at(ColumnChunk::rowOf(id));
    }

    const ColumnStore &m_store;
    SortKey m_key;
    FilterNames m_names;
};

} // namespace console

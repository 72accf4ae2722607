// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/job_turn.h"
#include "history/row_sorter.h"

#include <QObject>

namespace console {

/// Sorts rows in its thread. Thread: lives in a worker's. Orders of a turn that is over are dropped.
class SortWorker : public QObject
{
    Q_OBJECT

public:
    /// The store outlives the worker.
    SortWorker(const ColumnStore &store, JobTurn turn)
        : m_store(store)
        , m_turn(std::move(turn))
    { }

    /// All rows anew, from newest first. Ends in sorted().
    void sort(quint32 turn, const QList<quint32> &newestFirst, const SortOrder &order, const FilterNames &names)
    {
        if (m_turn.isOver(turn))
            return;
        const auto rows = RowSorter(m_store, order, names).sort(newestFirst, [&] { return m_turn.isOver(turn); });
        if (rows)
            Q_EMIT sorted(turn, *rows);
    }
    /// Some rows into those that are sorted. Ends in sorted(), too.
    void merge(quint32 turn, const QList<quint32> &rows, const QList<quint32> &added, const SortOrder &order,
               const FilterNames &names)
    {
        if (!m_turn.isOver(turn))
            Q_EMIT sorted(turn, RowSorter(m_store, order, names).merge(rows, added));
    }

Q_SIGNALS:
    void sorted(quint32 turn, const QList<quint32> &rows);

private:
    const ColumnStore &m_store;
    JobTurn m_turn;
};

} // namespace console

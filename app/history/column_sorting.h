// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/row_order.h"
#include "history/row_sorter.h"
#include "history/view_jobs.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>

namespace console {

/// The sorting of one view by a column: orders it from the worker, all anew or some rows into the rest, and remembers
/// what came and went meanwhile. Thread: GUI.
class ColumnSorting : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kMergePace {500};

    enum class Purpose {
        NewOrder, ///< another filter, or another column
        Growth,   ///< the same rows and some more
    };

    explicit ColumnSorting(QObject *parent = nullptr);
    /// The jobs outlive it.
    void useJobs(ViewJobs &jobs);

    const SortOrder &order() const { return m_order; }
    /// What was under way counts no more.
    void setOrder(SortOrder order);
    void setNames(const FilterNames &names) { m_names = names; }
    void cancel();

    /// Ends in sorted().
    void sort(const QList<quint32> &newestFirst, Purpose purpose);
    /// Rows that are not in the sorted ones yet: to be merged soon, by mergeDue().
    void add(const QList<quint32> &ids) { m_added += ids; }
    void remove(quint32 id);
    void removeAll(const QSet<quint32> &ids);
    void mergeSoon();
    void mergeInto(const RowOrder &rows);
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void sorted(const QList<quint32> &rows, console::ColumnSorting::Purpose purpose);
    void mergeDue();

private:
    void show(quint32 turn, const QList<quint32> &rows);

    ViewJobs *m_jobs = nullptr;
    SortOrder m_order;
    FilterNames m_names;
    Purpose m_purpose = Purpose::Growth;
    bool m_isBusy = false;
    QList<quint32> m_added;
    QSet<quint32> m_removed; ///< since the worker got its rows
    QTimer m_mergePace;
};

} // namespace console

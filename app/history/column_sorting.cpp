// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/column_sorting.h"

namespace console {

namespace {
/// From so many rows on, sorting anew is cheaper than putting each in its place.
bool isTooManyToMerge(qsizetype added, qsizetype sorted)
{
    return added > 1'000 && added > sorted / 64;
}
} // namespace

ColumnSorting::ColumnSorting(QObject *parent)
    : QObject(parent)
{
    m_mergePace.setSingleShot(true);
    m_mergePace.setInterval(kMergePace);
    connect(&m_mergePace, &QTimer::timeout, this, &ColumnSorting::mergeDue);
}

void ColumnSorting::useJobs(ViewJobs &jobs)
{
    m_jobs = &jobs;
    connect(&jobs.sorter(), &SortWorker::sorted, this, &ColumnSorting::show);
}

void ColumnSorting::setOrder(SortOrder order)
{
    m_order = std::move(order);
    cancel();
}

void ColumnSorting::cancel()
{
    if (m_jobs)
        m_jobs->sortTurn.next();
    m_isBusy = false;
    m_added.clear();
}

void ColumnSorting::sort(const QList<quint32> &newestFirst, Purpose purpose)
{
    if (!m_jobs)
        return;
    m_isBusy = true;
    m_purpose = purpose;
    m_added.clear();
    m_removed.clear();
    SortWorker &worker = m_jobs->sorter();
    QMetaObject::invokeMethod(
        &worker,
        [&worker, turn = m_jobs->sortTurn.next(), newestFirst, order = m_order, names = m_names] {
            worker.sort(turn, newestFirst, order, names);
        },
        Qt::QueuedConnection);
}

void ColumnSorting::remove(quint32 id)
{
    m_added.removeAll(id);
    if (m_isBusy)
        m_removed.insert(id);
}

void ColumnSorting::removeAll(const QSet<quint32> &ids)
{
    m_added.removeIf([&ids](quint32 id) { return ids.contains(id); });
    if (m_isBusy)
        m_removed.unite(ids);
}

void ColumnSorting::mergeSoon()
{
    if (!m_isBusy && !m_mergePace.isActive())
        m_mergePace.start();
}

void ColumnSorting::mergeInto(const RowOrder &rows)
{
    if (m_added.isEmpty() || m_isBusy)
        return;
    if (isTooManyToMerge(m_added.size(), rows.count())) {
        sort(rows.newestFirst(), Purpose::Growth);
        return;
    }
    m_isBusy = true;
    m_purpose = Purpose::Growth;
    m_removed.clear();
    SortWorker &worker = m_jobs->sorter();
    QMetaObject::invokeMethod(
        &worker,
        [&worker, turn = m_jobs->sortTurn.next(), sorted = rows.sorted(), added = std::exchange(m_added, {}),
         order = m_order, names = m_names] { worker.merge(turn, sorted, added, order, names); },
        Qt::QueuedConnection);
}

void ColumnSorting::show(quint32 turn, const QList<quint32> &rows)
{
    if (m_jobs->sortTurn.isOver(turn))
        return;
    m_isBusy = false;
    QList<quint32> kept = rows;
    if (!m_removed.isEmpty())
        kept.removeIf([this](quint32 id) { return m_removed.contains(id); });
    Q_EMIT sorted(kept, m_purpose);
    if (!m_added.isEmpty())
        mergeSoon();
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_feed.h"
#include "history/filter_worker.h"
#include "history/older_search.h"
#include "history/sort_worker.h"

#include <QThread>

namespace console {

/// The threads behind one view: one reads rows, one fills the store, one filters and sorts, one reads bodies, one searches rows that are not
/// in memory. So a long job never stands
/// in front of a short one: loading and searching go by blocks, and a sort that nobody waits for any more stops.
/// Thread: made and destroyed in the view's; orders are queued to the workers.
class ViewJobs
{
public:
    /// \param mostRows  that the store keeps.
    ViewJobs(ColumnStore &store, const QString &path, qint64 mostRows);
    ~ViewJobs();

    ColumnFeed &feed() { return *m_feed; }
    FilterWorker &columns() { return *m_columns; }
    FilterWorker &bodies() { return *m_bodies; }
    SortWorker &sorter() { return *m_sorter; }
    OlderSearch &older() { return *m_older; }
    /// The worker that can answer this filter.
    FilterWorker &workerFor(const Filter &filter) { return filter.needsBodies() ? *m_bodies : *m_columns; }

    JobTurn filterTurn;
    JobTurn sortTurn;
    JobTurn olderTurn;

private:
    void startThread(QThread &thread, const char *name, std::initializer_list<QObject *> residents);

    QThread m_readThread, m_feedThread, m_orderThread, m_bodyThread, m_olderThread;
    RowBlockReader *m_reader; ///< the six live and die in their threads
    ColumnFeed *m_feed;
    FilterWorker *m_columns;
    FilterWorker *m_bodies;
    SortWorker *m_sorter;
    OlderSearch *m_older;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/view_jobs.h"

#include "core/thread_priority.h"

namespace console {

ViewJobs::ViewJobs(ColumnStore &store, const QString &path, qint64 mostRows)
    : m_reader(new RowBlockReader(path))
    , m_feed(new ColumnFeed(store, *m_reader, path, mostRows))
    , m_columns(new FilterWorker(store, filterTurn, path))
    , m_bodies(new FilterWorker(store, filterTurn, path))
    , m_sorter(new SortWorker(store, sortTurn))
    , m_older(new OlderSearch(olderTurn, path))
{
    QObject::connect(&m_readThread, &QThread::started, m_reader, [] { lowerThreadPriority(); });
    startThread(m_readThread, "history-read", {m_reader});
    startThread(m_feedThread, "history-feed", {m_feed});
    startThread(m_orderThread, "history-order", {m_columns, m_sorter});
    startThread(m_bodyThread, "history-bodies", {m_bodies});
    startThread(m_olderThread, "history-older", {m_older});
}

ViewJobs::~ViewJobs()
{
    filterTurn.next();
    sortTurn.next();
    olderTurn.next();
    for (QThread *thread : {&m_olderThread, &m_bodyThread, &m_orderThread, &m_feedThread, &m_readThread}) {
        thread->quit();
        thread->wait();
    }
}

void ViewJobs::startThread(QThread &thread, const char *name, std::initializer_list<QObject *> residents)
{
    thread.setObjectName(QLatin1String(name));
    for (QObject *resident : residents) {
        resident->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, resident, &QObject::deleteLater);
    }
    thread.start();
}

} // namespace console

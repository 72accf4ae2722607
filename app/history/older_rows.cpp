// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/older_rows.h"

namespace console {

OlderRows::OlderRows(QObject *parent)
    : QObject(parent)
{ }

void OlderRows::useJobs(ViewJobs &jobs)
{
    m_jobs = &jobs;
    connect(&jobs.older(), &OlderSearch::found, &jobs.feed(), &ColumnFeed::putOlder);
    connect(&jobs.feed(), &ColumnFeed::olderPut, this, &OlderRows::show);
    connect(&jobs.feed(), &ColumnFeed::endedAt, this, &OlderRows::setEnd);
}

void OlderRows::setEnd(qint64 lowestId, qint64 firstId)
{
    m_lowestId = lowestId;
    m_firstId = firstId;
    m_below = lowestId;
    Q_EMIT changed();
}

void OlderRows::search(const Filter &filter)
{
    if (!m_jobs || m_isSearching || left() == 0)
        return;
    m_isSearching = true;
    OlderSearch &search = m_jobs->older();
    QMetaObject::invokeMethod(
        &search,
        [&search, turn = m_jobs->olderTurn.next(), filter, below = m_below] { search.search(turn, filter, below); },
        Qt::QueuedConnection);
    Q_EMIT changed();
}

void OlderRows::stop()
{
    if (!std::exchange(m_isSearching, false))
        return;
    m_jobs->olderTurn.next();
    Q_EMIT changed();
}

void OlderRows::restart()
{
    if (m_below == m_lowestId && !m_isSearching)
        return;
    m_jobs->olderTurn.next();
    m_isSearching = false;
    m_foundCount = 0;
    m_below = m_lowestId;
    QMetaObject::invokeMethod(&m_jobs->feed(), &ColumnFeed::dropOlder, Qt::QueuedConnection);
    Q_EMIT changed();
}

void OlderRows::show(quint32 turn, const QList<quint32> &ids, qint64 nextBelow, bool isLast)
{
    if (m_jobs->olderTurn.isOver(turn))
        return;
    m_below = std::max(nextBelow, m_firstId);
    m_foundCount += ids.size();
    m_isSearching = !isLast;
    if (!ids.isEmpty())
        Q_EMIT found(ids);
    Q_EMIT changed();
}

} // namespace console

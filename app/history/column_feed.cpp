// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/column_feed.h"

namespace console {

ColumnFeed::ColumnFeed(ColumnStore &store, QString path)
    : m_store(store)
    , m_path(std::move(path))
{
}

void ColumnFeed::start()
{
    auto opened = ColumnLoader::open(m_path, m_store);
    if (!opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    m_loader = *std::move(opened);
    const auto extent = m_loader->reader().extent();
    const auto newest = m_loader->loadNewest(kFirstRows);
    if (!extent || !newest) {
        Q_EMIT failed(extent ? newest.error() : extent.error());
        return;
    }
    m_firstId = extent->firstId;
    m_lowestId = newest->isEmpty() ? 1 : newest->last().id;
    if (!newest->isEmpty()) {
        const auto lastId = quint32(std::min(newest->first().id, ColumnStore::kHighestId));
        Q_EMIT loaded(quint32(std::min(m_lowestId, ColumnStore::kHighestId)), lastId, newest->size());
    }
    loadNext();
}

void ColumnFeed::loadNext()
{
    const qint64 lastId = std::min(m_lowestId - 1, ColumnStore::kHighestId);
    Q_EMIT loading(m_firstId == 0 ? 0 : std::max<qint64>(0, lastId - m_firstId + 1));
    if (m_firstId == 0 || lastId < m_firstId) {
        m_loader->finishBlocks();
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, lastId] {
            const qint64 firstId = std::max(m_firstId, lastId / ColumnChunk::kRows * ColumnChunk::kRows);
            const auto rows = m_loader->loadBlock(firstId, lastId);
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            m_lowestId = firstId;
            Q_EMIT loaded(quint32(firstId), quint32(lastId), *rows);
            loadNext();
        },
        Qt::QueuedConnection);
}

void ColumnFeed::put(const NotificationRow &row, QList<quint32> &arrivedIds, QList<quint32> &changedIds)
{
    if (row.id < m_lowestId || row.id > ColumnStore::kHighestId)
        return;
    const auto id = quint32(row.id);
    const bool isKnown = m_store.contains(id);
    note(m_loader->add(row));
    (isKnown ? changedIds : arrivedIds).append(id);
}

void ColumnFeed::apply(const HistoryBatch &batch)
{
    if (!m_loader || m_lowestId == 0)
        return; // what could not be opened shows nothing, also nothing new
    for (const RequestId &request : batch.lookups)
        note(m_loader->refreshLookup(request.toString()));
    QList<quint32> arrivedIds, changedIds;
    for (const NotificationRow &row : batch.added)
        put(row, arrivedIds, changedIds);
    for (const NotificationRow &row : batch.changed)
        put(row, arrivedIds, changedIds);
    std::sort(arrivedIds.begin(), arrivedIds.end());
    if (!arrivedIds.isEmpty())
        Q_EMIT arrived(arrivedIds);
    if (!changedIds.isEmpty())
        Q_EMIT changed(changedIds);
}

void ColumnFeed::note(const Result<> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/column_feed.h"

#include "core/continuation.h"
#include "core/memory_use.h"
#include "core/run_on.h"

#include <numeric>

namespace console {

namespace {
constexpr qint64 kTrimmedIds = 4'096; // at once, so that the window takes them out of its rows in no time
}

ColumnFeed::ColumnFeed(ColumnStore &store, RowBlockReader &reader, QString path, qint64 mostRows)
    : m_store(store)
    , m_reader(reader)
    , m_path(std::move(path))
    , m_mostRows(std::max<qint64>(mostRows, kFirstRows))
{ }

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
    m_rows = newest->size();
    if (!newest->isEmpty()) {
        const auto lastId = quint32(std::min(newest->first().id, ColumnStore::kHighestId));
        m_highestId = lastId;
        Q_EMIT loaded(quint32(std::min(m_lowestId, ColumnStore::kHighestId)), lastId, newest->size());
    }
    m_next = readBelow(m_lowestId);
    loadNext();
}

/// Orders the block below an id; nothing when there is none.
std::optional<ColumnFeed::Block> ColumnFeed::readBelow(qint64 id)
{
    const qint64 lastId = std::min(id - 1, ColumnStore::kHighestId);
    if (m_firstId == 0 || lastId < m_firstId || m_rows >= m_mostRows)
        return std::nullopt;
    const qint64 firstId = std::max(m_firstId, lastId / kBlockIds * kBlockIds);
    return Block {firstId, lastId,
                  runOn(&m_reader, [reader = &m_reader, firstId, lastId] { return reader->read(firstId, lastId); })};
}

void ColumnFeed::loadNext()
{
    // By ids: with gaps it is a few blocks less.
    Q_EMIT loading(m_next ? std::min(m_next->lastId - m_firstId + 1, m_mostRows - m_rows + kBlockIds) : 0);
    if (!m_next) {
        tellEnd();
        m_loader->forgetKnown();
        m_changedEarly.clear();
        m_removedEarly.clear();
        compareWithFile();
        QMetaObject::invokeMethod(
            &m_reader,
            [reader = &m_reader] {
                reader->close();
                returnFreedMemory(); // blocks, and all that was known of ids, lay between what stays
            },
            Qt::QueuedConnection);
        return;
    }
    m_next->rows | then(this, [this](const Result<RowBlock> &) { take(*std::exchange(m_next, std::nullopt)); });
}

void ColumnFeed::take(const Block &block)
{
    const auto read = block.rows.result();
    m_rows += read ? read->rows.size() : 0;
    m_next = readBelow(block.firstId); // is read while this one is put into the store
    const auto rows = read ? m_loader->put(*read) : failure(read.error());
    if (!rows) {
        m_next.reset();
        Q_EMIT failed(rows.error());
        return;
    }
    m_lowestId = block.firstId;
    for (const NotificationRow &row : std::exchange(m_changedEarly, {})) {
        if (row.id < m_lowestId)
            m_changedEarly.append(row);
        else if (!m_removedEarly.contains(row.id))
            note(m_loader->add(row));
    }
    qint64 gone = 0;
    for (const qint64 id : std::as_const(m_removedEarly)) {
        if (id < block.firstId || id > block.lastId || !m_store.contains(quint32(id)))
            continue;
        m_store.remove(quint32(id));
        ++gone;
    }
    m_rows -= gone;
    Q_EMIT loaded(quint32(block.firstId), quint32(block.lastId), *rows - gone);
    loadNext();
}

void ColumnFeed::put(const NotificationRow &row, QList<quint32> &arrivedIds, QList<quint32> &changedIds)
{
    if (row.id > ColumnStore::kHighestId)
        return;
    if (!isKept(row.id)) {
        if (m_next)
            m_changedEarly.append(row);
        return;
    }
    const auto id = quint32(row.id);
    const bool isKnown = m_store.contains(id);
    m_highestId = std::max(m_highestId, row.id);
    note(m_loader->add(row));
    m_rows += isKnown ? 0 : 1;
    (isKnown ? changedIds : arrivedIds).append(id);
}

void ColumnFeed::apply(const HistoryBatch &batch)
{
    if (!m_loader || m_lowestId == 0)
        return; // what could not be opened shows nothing, also nothing new
    for (const RequestId &request : batch.lookups)
        note(m_loader->refreshLookup(request.toString()));
    if (batch.hasRemovedTexts)
        m_loader->forgetKnown();
    m_hasLostRows = m_hasLostRows || batch.hasLostRows;
    if (!m_next)
        compareWithFile();
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
    takeOut(batch.removed); // last: a row may have come and gone
    trim();
}

bool ColumnFeed::isKept(qint64 id) const
{
    return id >= m_lowestId || m_older.contains(quint32(id));
}

/// With arrivals, the oldest rows go, as a part of a chunk at a time; not while older ones are shown below them, where
/// they would leave a gap.
void ColumnFeed::trim()
{
    const qint64 lowestBefore = m_lowestId;
    while (!m_next && m_older.isEmpty() && m_rows > m_mostRows + ColumnChunk::kRows) {
        const qint64 end = (m_lowestId / kTrimmedIds + 1) * kTrimmedIds;
        QList<qint64> ids(end - m_lowestId);
        std::iota(ids.begin(), ids.end(), m_lowestId);
        takeOut(ids);
        if (ColumnChunk::rowOf(quint32(end)) == 0)
            m_store.release(ColumnChunk::numberOf(quint32(m_lowestId)));
        m_lowestId = end;
    }
    if (m_lowestId > lowestBefore)
        tellEnd();
}

void ColumnFeed::tellEnd()
{
    Q_EMIT endedAt(m_lowestId, std::min(m_lowestId, std::max<qint64>(1, m_firstId)));
}

void ColumnFeed::putOlder(quint32 turn, const QList<NotificationRow> &newestFirst, qint64 nextBelow, bool isLast)
{
    QList<quint32> ids;
    for (const NotificationRow &row : newestFirst) {
        if (row.id >= m_lowestId)
            continue;
        note(m_loader->add(row));
        ids.append(quint32(row.id));
    }
    m_older.unite(QSet<quint32>(ids.begin(), ids.end()));
    Q_EMIT olderPut(turn, ids, nextBelow, isLast);
}

void ColumnFeed::dropOlder()
{
    QSet<quint32> chunks;
    for (const quint32 id : std::exchange(m_older, {})) {
        m_store.remove(id);
        chunks.insert(ColumnChunk::numberOf(id));
    }
    chunks.remove(ColumnChunk::numberOf(quint32(std::min(m_lowestId, ColumnStore::kHighestId)))); // others stand there
    for (const quint32 chunk : std::as_const(chunks))
        m_store.release(chunk);
}

void ColumnFeed::takeOut(const QList<qint64> &ids)
{
    QList<quint32> gone;
    qint64 loaded = 0;
    for (const qint64 id : ids) {
        if (id > ColumnStore::kHighestId)
            continue;
        if (!isKept(id)) {
            if (m_next)
                m_removedEarly.insert(id);
            continue;
        }
        const bool isThere = m_store.contains(quint32(id));
        loaded += isThere ? 1 : 0;
        m_rows -= isThere && !m_older.remove(quint32(id)) ? 1 : 0;
        m_store.remove(quint32(id));
        gone.append(quint32(id));
    }
    if (!gone.isEmpty())
        Q_EMIT removed(gone, loaded);
}

/// Takes out what the file has no more; of another file of the same name, everything may be other than it was.
void ColumnFeed::compareWithFile()
{
    if (!std::exchange(m_hasLostRows, false))
        return;
    m_loader->forgetKnown();
    const auto isOtherFile = m_loader->followFile(m_path);
    const auto extent = m_loader->reader().extent();
    if (!isOtherFile || !extent) {
        Q_EMIT failed(isOtherFile ? extent.error() : isOtherFile.error());
        return;
    }
    m_firstId = extent->firstId;
    const qint64 highest = std::max(m_highestId, std::min(extent->lastId, ColumnStore::kHighestId));
    for (qint64 last = highest; last >= m_lowestId; last = last / kTrimmedIds * kTrimmedIds - 1)
        note(compareBlock(std::max(m_lowestId, last / kTrimmedIds * kTrimmedIds), last, *isOtherFile));
    for (const quint32 id : QSet<quint32>(m_older))
        note(compareBlock(id, id, *isOtherFile));
    m_highestId = highest;
    m_loader->forgetKnown();
    tellEnd();
}

Result<> ColumnFeed::compareBlock(qint64 firstId, qint64 lastId, bool isOtherFile)
{
    const auto there = m_loader->reader().idsOf(firstId, lastId);
    if (!there)
        return failure(there.error());
    QList<qint64> gone;
    QList<quint32> added, kept;
    auto next = there->begin();
    for (qint64 id = firstId; id <= lastId; ++id) {
        const bool isInFile = next != there->end() && *next == id;
        const bool isKnown = m_store.contains(quint32(id));
        next += isInFile ? 1 : 0;
        if (isKnown && !isInFile)
            gone.append(id);
        else if (isInFile && isOtherFile)
            (isKnown ? kept : added).append(quint32(id));
    }
    takeOut(gone);
    if (added.isEmpty() && kept.isEmpty())
        return {};
    const auto rows = m_loader->loadBlock(firstId, lastId);
    if (!rows)
        return failure(rows.error());
    m_rows += added.size();
    if (!added.isEmpty())
        Q_EMIT arrived(added);
    if (!kept.isEmpty())
        Q_EMIT changed(kept);
    return {};
}

void ColumnFeed::note(const Result<> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
}

} // namespace console

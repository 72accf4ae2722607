// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_chunk.h"
#include "history/row_dictionaries.h"

#include <memory>

namespace console {

/// The columns of one row, ready to be put into a chunk.
struct RowColumns
{
    qint64 receivedAt = 0;
    quint64 acceptedTime = 0;
    quint64 identity = 0;
    qint64 latency = ColumnChunk::kNoLatency;
    quint32 kind = 0, person = 0, request = 0, annotation = 0;
    RowFacts::Bits facts = 0;
};

/// A compact copy of the notifications in memory: a row is found by its id with two array accesses, its texts are made
/// only when they are asked for. Ids are 32 bits wide here; a file beyond that is shown up to there.
///
/// The one object that threads share: one thread writes (the loader's); any thread reads what it was told of, or what
/// isPresent() of a chunk shows. A chunk, once published, stays until the store ends or drop() is called. Of a chunk with
/// few rows only their pages take memory.
class ColumnStore
{
public:
    ColumnStore();
    ~ColumnStore();
    ColumnStore(const ColumnStore &) = delete;
    ColumnStore &operator=(const ColumnStore &) = delete;

    // The writer's thread.
    void set(const NotificationRow &row);
    void set(quint32 id, const RowColumns &columns);
    void annotate(quint32 id, const Annotation &annotation);
    /// The row is no longer there, nor what it held; its place stays.
    void remove(quint32 id);
    /// Gives the memory of a chunk back in which no row is left. Whoever still reads it reads zeroes.
    void release(quint32 chunkNumber);
    /// Packs a text, or puts it among the unusual ones.
    quint64 packIdentity(QByteArrayView identity);
    quint64 packAcceptedTime(QByteArrayView time);
    RowDictionaries &dictionaries() { return m_dictionaries; }
    /// Frees a chunk that nobody reads: for a stream through a history, never while a view is open.
    void drop(quint32 chunkNumber);

    // Any thread.
    bool contains(quint32 id) const;
    /// The whole row; one with the id 0 when there is none.
    NotificationRow row(quint32 id) const;
    /// Null where nothing was ever set.
    const ColumnChunk *chunk(quint32 number) const { return m_chunks[number].load(std::memory_order_acquire); }
    const RowDictionaries &dictionaries() const { return m_dictionaries; }
    QString identityText(quint64 packed) const;

    /// Ids that the store can hold are from 1 to this.
    static constexpr qint64 kHighestId = std::numeric_limits<quint32>::max();
    static constexpr quint32 kChunks = 65'536;

private:
    std::unique_ptr<std::atomic<ColumnChunk *>[]> m_chunks;
    RowDictionaries m_dictionaries;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_stream.h"

#include "history/column_loader.h"
#include "history/predicate.h"
#include "storage/history_reader.h"

namespace console {

namespace {

constexpr int kBlock = 1000;
constexpr quint32 kSlice = 2'000; // of bodies, when the filter reads them

using Consumer = std::function<Result<>(const NotificationRow &)>;

Result<> streamAll(const QString &path, StreamOrder order, qint64 left, const Consumer &consume)
{
    auto reader = HistoryReader::open(path);
    if (!reader)
        return failure(reader.error());
    qint64 position = order == StreamOrder::NewestFirst ? INT64_MAX : 0;
    while (left > 0) {
        const int wanted = int(std::min<qint64>(left, kBlock));
        const auto rows = order == StreamOrder::NewestFirst ? (*reader)->newestRows(wanted, position)
                                                            : (*reader)->rowsAfter(position, wanted);
        if (!rows)
            return failure(rows.error());
        for (const auto &row : *rows) {
            if (auto consumed = consume(row); !consumed)
                return consumed;
        }
        if (rows->size() < wanted)
            break;
        position = rows->last().id;
        left -= rows->size();
    }
    return {};
}

/// Loads chunk after chunk into a store of its own, asks the same predicate as the window's table, and lets each go.
class MatchingRows
{
public:
    MatchingRows(ColumnLoader &loader, ColumnStore &store, const Filter &filter, StreamOrder order, qint64 left)
        : m_loader(loader)
        , m_store(store)
        , m_order(order)
        , m_left(left)
        , m_predicate(filter, store, [this](quint32 first, quint32 last, const auto &take) {
            if (const auto read = m_loader.reader().readBodies(first, last, take); !read)
                m_problem = read.error();
        })
    { }

    Result<> streamChunk(quint32 firstId, quint32 lastId, const Consumer &consume)
    {
        if (const auto loaded = m_loader.loadBlock(firstId, lastId); !loaded)
            return failure(loaded.error());
        const quint32 slices = (lastId - firstId) / kSlice + 1;
        for (quint32 i = 0; i < slices && m_left > 0; ++i) {
            const quint32 slice = m_order == StreamOrder::OldestFirst ? i : slices - 1 - i;
            const quint32 first = firstId + slice * kSlice;
            if (auto streamed = streamSlice(first, std::min(lastId, first + kSlice - 1), consume); !streamed)
                return streamed;
        }
        m_store.drop(ColumnChunk::numberOf(firstId));
        return {};
    }
    bool isDone() const { return m_left <= 0; }

private:
    Result<> streamSlice(quint32 firstId, quint32 lastId, const Consumer &consume)
    {
        std::vector<quint32> ids;
        m_predicate.collect(firstId, lastId, ids);
        if (m_problem)
            return failure(*m_problem);
        if (m_order == StreamOrder::OldestFirst)
            std::reverse(ids.begin(), ids.end());
        for (const quint32 id : ids) {
            if (m_left-- <= 0)
                break;
            if (auto consumed = consume(m_store.row(id)); !consumed)
                return consumed;
        }
        return {};
    }

    ColumnLoader &m_loader;
    ColumnStore &m_store;
    StreamOrder m_order;
    qint64 m_left;
    std::optional<Error> m_problem;
    Predicate m_predicate;
};

Result<> streamMatching(const QString &path, const Filter &filter, StreamOrder order, qint64 left,
                        const Consumer &consume)
{
    ColumnStore store;
    auto loader = ColumnLoader::open(path, store);
    if (!loader)
        return failure(loader.error());
    const auto extent = (*loader)->reader().extent();
    if (!extent || extent->firstId == 0)
        return extent ? Result<>() : failure(extent.error());
    MatchingRows rows(**loader, store, filter, order, left);
    const qint64 highest = std::min(extent->lastId, ColumnStore::kHighestId);
    const qint64 lowestChunk = extent->firstId / ColumnChunk::kRows;
    const qint64 highestChunk = highest / ColumnChunk::kRows;
    for (qint64 i = 0; i <= highestChunk - lowestChunk && !rows.isDone(); ++i) {
        const qint64 chunk = order == StreamOrder::OldestFirst ? lowestChunk + i : highestChunk - i;
        const qint64 first = std::max(extent->firstId, chunk * ColumnChunk::kRows);
        const qint64 last = std::min(highest, chunk * ColumnChunk::kRows + ColumnChunk::kRows - 1);
        if (auto streamed = rows.streamChunk(quint32(first), quint32(last), consume); !streamed)
            return streamed;
    }
    return {};
}

} // namespace

Result<> streamRows(const QString &path, const Filter &filter, StreamOrder order, qint64 limit, const Consumer &consume)
{
    const qint64 left = limit > 0 ? limit : INT64_MAX;
    return filter.matchesAll() ? streamAll(path, order, left, consume)
                               : streamMatching(path, filter, order, left, consume);
}

} // namespace console

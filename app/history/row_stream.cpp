// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_stream.h"

#include "history/column_loader.h"
#include "history/predicate.h"
#include "storage/history_reader.h"

namespace console {

namespace {

constexpr int kBlock = 1000;
constexpr quint32 kSlice = 2'000;  // of bodies, when the filter reads them
constexpr int kChunksOfTexts = 16; // then what rows have in common is forgotten: it would grow with the history

using Consumer = std::function<Result<>(const NotificationRow &)>;
using Passed = std::function<Result<>(qint64)>;

Result<> streamAll(const QString &path, const StreamRange &range, const Consumer &consume, const Passed &passed)
{
    auto reader = HistoryReader::open(path);
    if (!reader)
        return failure(reader.error());
    const bool isNewestFirst = range.order == StreamOrder::NewestFirst;
    qint64 left = range.limit > 0 ? range.limit : INT64_MAX;
    qint64 position = isNewestFirst ? range.beforeId : 0;
    while (left > 0) {
        const int wanted = int(std::min<qint64>(left, kBlock));
        const auto rows
            = isNewestFirst ? (*reader)->newestRows(wanted, position) : (*reader)->rowsAfter(position, wanted);
        if (!rows)
            return failure(rows.error());
        for (const auto &row : *rows) {
            if (row.id >= range.beforeId)
                return {};
            if (auto consumed = consume(row); !consumed)
                return consumed;
        }
        if (rows->size() < wanted)
            break;
        position = rows->last().id;
        left -= rows->size();
        if (auto goesOn = passed(position); !goesOn)
            return goesOn;
    }
    return {};
}

/// Loads chunk after chunk into a store of its own, asks the same predicate as the window's table, and lets each go.
class MatchingRows
{
public:
    MatchingRows(const QString &path, const Filter &filter, const StreamRange &range)
        : m_path(path)
        , m_filter(filter)
        , m_range(range)
        , m_left(range.limit > 0 ? range.limit : INT64_MAX)
    { }

    Result<> stream(const Consumer &consume, const Passed &passed)
    {
        if (auto opened = open(); !opened)
            return opened;
        const auto extent = m_loader->reader().extent();
        if (!extent || extent->firstId == 0)
            return extent ? Result<>() : failure(extent.error());
        const qint64 highest = std::min({extent->lastId, ColumnStore::kHighestId, m_range.beforeId - 1});
        if (highest < extent->firstId)
            return {};
        const qint64 lowestChunk = extent->firstId / ColumnChunk::kRows;
        const qint64 highestChunk = highest / ColumnChunk::kRows;
        for (qint64 i = 0; i <= highestChunk - lowestChunk && m_left > 0; ++i) {
            if (i > 0 && i % kChunksOfTexts == 0) {
                if (auto opened = open(); !opened)
                    return opened;
            }
            const qint64 chunk = isOldestFirst() ? lowestChunk + i : highestChunk - i;
            const qint64 first = std::max(extent->firstId, chunk * ColumnChunk::kRows);
            const qint64 last = std::min(highest, chunk * ColumnChunk::kRows + ColumnChunk::kRows - 1);
            if (auto streamed = streamChunk(quint32(first), quint32(last), consume); !streamed)
                return streamed;
            if (auto goesOn = m_left > 0 ? passed(isOldestFirst() ? last : first) : Result<>(); !goesOn)
                return goesOn;
        }
        return {};
    }

private:
    bool isOldestFirst() const { return m_range.order == StreamOrder::OldestFirst; }

    Result<> open()
    {
        m_predicate.reset();
        m_loader.reset();
        m_store = std::make_unique<ColumnStore>();
        auto loader = ColumnLoader::open(m_path, *m_store);
        if (!loader)
            return failure(loader.error());
        m_loader = *std::move(loader);
        m_predicate.emplace(m_filter, *m_store, [this](quint32 first, quint32 last, const auto &take) {
            if (const auto read = m_loader->reader().readBodies(first, last, take); !read)
                m_problem = read.error();
        });
        return {};
    }

    Result<> streamChunk(quint32 firstId, quint32 lastId, const Consumer &consume)
    {
        if (const auto loaded = m_loader->loadBlock(firstId, lastId); !loaded)
            return failure(loaded.error());
        const quint32 slices = (lastId - firstId) / kSlice + 1;
        for (quint32 i = 0; i < slices && m_left > 0; ++i) {
            const quint32 slice = isOldestFirst() ? i : slices - 1 - i;
            const quint32 first = firstId + slice * kSlice;
            if (auto streamed = streamSlice(first, std::min(lastId, first + kSlice - 1), consume); !streamed)
                return streamed;
        }
        m_store->drop(ColumnChunk::numberOf(firstId));
        return {};
    }

    Result<> streamSlice(quint32 firstId, quint32 lastId, const Consumer &consume)
    {
        std::vector<quint32> ids;
        m_predicate->collect(firstId, lastId, ids);
        if (m_problem)
            return failure(*m_problem);
        if (isOldestFirst())
            std::reverse(ids.begin(), ids.end());
        for (const quint32 id : ids) {
            if (m_left-- <= 0)
                break;
            if (auto consumed = consume(m_store->row(id)); !consumed)
                return consumed;
        }
        return {};
    }

    QString m_path;
    Filter m_filter;
    StreamRange m_range;
    qint64 m_left;
    std::unique_ptr<ColumnStore> m_store;
    std::unique_ptr<ColumnLoader> m_loader; ///< ends before the store
    std::optional<Predicate> m_predicate;   ///< likewise
    std::optional<Error> m_problem;
};

} // namespace

Result<> streamRows(const QString &path, const Filter &filter, const StreamRange &range, const Consumer &consume,
                    const Passed &passed)
{
    const Passed told = passed ? passed : [](qint64) { return Result<>(); };
    return filter.matchesAll() ? streamAll(path, range, consume, told)
                               : MatchingRows(path, filter, range).stream(consume, told);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_worker.h"

namespace console {

namespace {
constexpr quint32 kColumnSlice = 4'096; // its masks and columns fit the processor's cache
constexpr quint32 kBodySlice = 2'000;   // about 1.5 MB of bodies: no step takes longer than 50 ms on a cold disk

QList<quint32> toList(const std::vector<quint32> &ids)
{
    return QList<quint32>(ids.begin(), ids.end());
}
} // namespace

FilterWorker::FilterWorker(const ColumnStore &store, JobTurn turn, QString path)
    : m_store(store)
    , m_turn(std::move(turn))
    , m_path(std::move(path))
{ }

void FilterWorker::prepare(quint32 turn, const Filter &filter)
{
    if (m_predicate && m_predicateTurn == turn)
        return;
    m_needsBodies = filter.needsBodies();
    m_predicateTurn = turn;
    m_ranges.clear();
    m_predicate.emplace(filter, m_store,
                        [this](quint32 first, quint32 last, const auto &consume) { readBodies(first, last, consume); });
}

void FilterWorker::scan(quint32 turn, const Filter &filter, quint32 firstId, quint32 lastId)
{
    if (m_turn.isOver(turn))
        return;
    prepare(turn, filter);
    if (!m_needsBodies) {
        scanColumns({turn, firstId, lastId});
        return;
    }
    m_ranges.push_back({turn, firstId, lastId});
    if (m_ranges.size() == 1)
        QMetaObject::invokeMethod(this, &FilterWorker::step, Qt::QueuedConnection);
}

void FilterWorker::takeSlice(Range &range, quint32 rows, std::vector<quint32> &hits)
{
    const quint32 last = range.nextId;
    const quint32 begin = std::max(range.firstId, last / rows * rows); // slices never reach across a chunk's end
    const quint32 first = std::max(begin, last / ColumnChunk::kRows * ColumnChunk::kRows);
    m_predicate->collect(first, last, hits);
    range.nextId = first - 1;
}

void FilterWorker::scanColumns(Range range)
{
    std::vector<quint32> hits;
    bool isFirst = true;
    quint32 reported = range.nextId;
    while (range.nextId >= range.firstId && range.nextId != 0) {
        if (m_turn.isOver(range.turn))
            return;
        takeSlice(range, kColumnSlice, hits);
        if (isFirst && qsizetype(hits.size()) >= kFirstHits && range.nextId >= range.firstId) {
            Q_EMIT scanned(range.turn, toList(hits), std::exchange(reported, range.nextId) - range.nextId, false);
            hits.clear();
            isFirst = false;
        }
    }
    Q_EMIT scanned(range.turn, toList(hits), reported - range.nextId, true);
}

void FilterWorker::step()
{
    if (m_ranges.empty())
        return;
    Range &range = m_ranges.front();
    if (m_turn.isOver(range.turn)) {
        m_ranges.clear();
        return;
    }
    std::vector<quint32> hits;
    const quint32 before = range.nextId;
    takeSlice(range, kBodySlice, hits);
    const bool isLast = range.nextId < range.firstId || range.nextId == 0;
    Q_EMIT scanned(range.turn, toList(hits), before - range.nextId, isLast);
    if (isLast)
        m_ranges.pop_front();
    QMetaObject::invokeMethod(this, &FilterWorker::step, Qt::QueuedConnection);
}

void FilterWorker::judge(quint32 turn, const Filter &filter, const QList<quint32> &ids)
{
    if (m_turn.isOver(turn))
        return;
    prepare(turn, filter);
    QList<quint32> matching;
    for (const quint32 id : ids) {
        if (m_predicate->matches(id))
            matching.append(id);
    }
    Q_EMIT judged(turn, ids, matching);
}

void FilterWorker::readBodies(quint32 firstId, quint32 lastId,
                              const std::function<void(qint64, const QByteArray &)> &consume)
{
    if (m_reader && m_reader->isOutdated())
        m_reader.reset();
    if (!m_reader) {
        auto opened = ColumnBlockReader::open(m_path);
        if (!opened) {
            Q_EMIT failed(opened.error());
            return;
        }
        m_reader = *std::move(opened);
    }
    if (const auto read = m_reader->readBodies(firstId, lastId, consume); !read)
        Q_EMIT failed(read.error());
}

} // namespace console

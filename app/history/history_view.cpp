// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_view.h"

namespace console {

HistoryView::HistoryView(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_store(std::make_unique<ColumnStore>())
    , m_predicate(std::in_place, m_filter, *m_store)
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, &HistoryView::applyWaiting);
    connect(&m_sorting, &ColumnSorting::sorted, this, &HistoryView::showSorted);
    connect(&m_older, &OlderRows::found, this, &HistoryView::showOlder);
    connect(&m_sorting, &ColumnSorting::mergeDue, this, [this] {
        if (m_rows.isSorted() && !m_next)
            m_sorting.mergeInto(m_rows);
    });
}

HistoryView::~HistoryView() = default;

void HistoryView::start(const QString &path, qint64 mostRows)
{
    m_path = path;
    m_jobs = std::make_unique<ViewJobs>(*m_store, path, mostRows);
    connectJobs();
    QMetaObject::invokeMethod(&m_jobs->feed(), &ColumnFeed::start, Qt::QueuedConnection);
    applyWaiting();
}

void HistoryView::connectJobs()
{
    connect(&m_jobs->feed(), &ColumnFeed::loaded, this, &HistoryView::showLoaded);
    connect(&m_jobs->feed(), &ColumnFeed::loading, this, &HistoryView::showLoading);
    connect(&m_jobs->feed(), &ColumnFeed::arrived, this, &HistoryView::showArrived);
    connect(&m_jobs->feed(), &ColumnFeed::changed, this, &HistoryView::showChanged);
    connect(&m_jobs->feed(), &ColumnFeed::removed, this, &HistoryView::showRemoved);
    connect(&m_jobs->feed(), &ColumnFeed::failed, this, &HistoryView::failed);
    for (FilterWorker *worker : {&m_jobs->columns(), &m_jobs->bodies()}) {
        connect(worker, &FilterWorker::scanned, this, &HistoryView::showScanned);
        connect(worker, &FilterWorker::judged, this, &HistoryView::showJudged);
        connect(worker, &FilterWorker::failed, this, &HistoryView::failed);
    }
    connect(&m_jobs->older(), &OlderSearch::failed, this, &HistoryView::failed);
    m_sorting.useJobs(*m_jobs);
    m_older.useJobs(*m_jobs);
}

std::optional<int> HistoryView::rowOf(qint64 id) const
{
    const auto row = m_rows.rowOf(quint32(id));
    return row ? std::optional(int(*row)) : std::nullopt;
}

NotificationRow HistoryView::row(qint64 id) const
{
    return id > 0 && id <= ColumnStore::kHighestId ? m_store->row(quint32(id)) : NotificationRow {};
}

// What is loaded and what the filter finds in it

std::optional<FilterError> HistoryView::setFilter(const QString &text)
{
    auto filter = Filter::parse(text, m_clock.now(), m_names);
    if (!filter)
        return filter.error();
    useFilter(*std::move(filter));
    return std::nullopt;
}

void HistoryView::setNames(const FilterNames &names)
{
    m_names = names;
    m_sorting.setNames(names);
    if (auto filter = Filter::parse(m_filter.text(), m_clock.now(), names))
        useFilter(*std::move(filter));
}

void HistoryView::useFilter(const Filter &filter)
{
    m_filter = filter;
    m_predicate.reset();
    if (!filter.needsBodies())
        m_predicate.emplace(filter, *m_store);
    m_openScans = 0;
    m_scanned = 0;
    m_toScan = 0;
    m_changedWhileScanning.clear();
    m_sorting.cancel();
    m_older.stop();
    m_next.emplace(sortOrder().isByArrival() && sortOrder().direction == Qt::AscendingOrder);
    if (m_jobs)
        m_jobs->filterTurn.next();
    if (m_lowestId != 0 && m_lowestId <= m_highestId)
        scan(m_lowestId, m_highestId);
    if (m_openScans == 0 || filter.needsBodies())
        replaceRows(); // there is nothing to wait for, or it may take long
    Q_EMIT searched(0, filter.needsBodies() ? m_toScan : 0);
    countHeld();
}

void HistoryView::endSearch()
{
    m_older.stop();
    if (!m_jobs || !m_filter.needsBodies() || m_openScans == 0)
        return;
    m_jobs->filterTurn.next();
    m_openScans = 0;
    Q_EMIT searched(m_toScan, m_toScan);
    if (!sortOrder().isByArrival())
        addToSorted({});
    if (!m_changedWhileScanning.isEmpty())
        judge(std::exchange(m_changedWhileScanning, {}));
}

void HistoryView::showOlder(const QList<quint32> &newestFirst)
{
    const auto range = m_rows.appendOlder(newestFirst);
    Q_EMIT gained(newestFirst);
    if (!sortOrder().isByArrival())
        addToSorted(newestFirst);
    else if (!m_rows.isSorted())
        announce(range);
}

void HistoryView::scan(quint32 firstId, quint32 lastId)
{
    ++m_openScans;
    m_toScan += lastId - firstId + 1;
    FilterWorker &worker = m_jobs->workerFor(m_filter);
    QMetaObject::invokeMethod(
        &worker,
        [&worker, turn = m_jobs->filterTurn.number(), filter = m_filter, firstId, lastId] {
            worker.scan(turn, filter, firstId, lastId);
        },
        Qt::QueuedConnection);
}

void HistoryView::showLoaded(quint32 firstId, quint32 lastId, qint64 rows)
{
    m_lowestId = firstId;
    m_highestId = std::max(m_highestId, lastId);
    m_loadedCount += rows;
    scan(firstId, lastId);
}

void HistoryView::showLoading(qint64 stillToLoad)
{
    m_stillToLoad = stillToLoad;
    Q_EMIT progress(m_loadedCount, m_loadedCount + stillToLoad);
}

void HistoryView::showScanned(quint32 turn, const QList<quint32> &found, quint32 scanned, bool isLast)
{
    if (m_jobs->filterTurn.isOver(turn))
        return;
    QList<quint32> hits = found;
    if (m_hasRemoved) // the scan may have seen them before
        hits.removeIf([this](quint32 id) { return !m_store->contains(id); });
    m_openScans -= isLast ? 1 : 0;
    m_scanned += scanned;
    const bool wasHidden = m_next.has_value();
    const auto range = hits.isEmpty() ? std::nullopt : std::optional(target().appendOlder(hits));
    if (range && !wasHidden)
        Q_EMIT gained(hits);
    if (!sortOrder().isByArrival())
        addToSorted(hits);
    else if (m_next)
        replaceRows();
    if (range && !wasHidden && !m_rows.isSorted())
        announce(*range);
    if (m_filter.needsBodies())
        Q_EMIT searched(m_scanned, m_toScan);
    if (m_openScans == 0 && !m_changedWhileScanning.isEmpty())
        judge(std::exchange(m_changedWhileScanning, {}));
}

// What arrives

void HistoryView::apply(const HistoryBatch &batch)
{
    m_waiting.added += batch.added;
    m_waiting.changed += batch.changed;
    m_waiting.lookups += batch.lookups;
    m_waiting.removed += batch.removed;
    m_waiting.hasRemovedTexts = m_waiting.hasRemovedTexts || batch.hasRemovedTexts;
    m_waiting.hasLostRows = m_waiting.hasLostRows || batch.hasLostRows;
    if (!m_pace.isActive())
        applyWaiting();
}

void HistoryView::applyWaiting()
{
    if (!m_jobs || m_waiting.isEmpty())
        return;
    // What is told of a lookup comes just before its first answers, which must not wait for it.
    const bool isOfRows = !(m_waiting.added.isEmpty() && m_waiting.changed.isEmpty() && m_waiting.removed.isEmpty());
    ColumnFeed &feed = m_jobs->feed();
    QMetaObject::invokeMethod(
        &feed, [&feed, batch = std::exchange(m_waiting, {})] { feed.apply(batch); }, Qt::QueuedConnection);
    if (isOfRows)
        m_pace.start();
}

void HistoryView::showArrived(const QList<quint32> &ascending)
{
    m_loadedCount += ascending.size();
    if (m_lowestId == 0)
        m_lowestId = ascending.first();
    if (m_isHeld) {
        m_held += ascending;
        countHeld();
        return;
    }
    m_highestId = std::max(m_highestId, ascending.last());
    judge(ascending);
}

void HistoryView::showChanged(const QList<quint32> &ids)
{
    QList<quint32> shown; // the others are held: they are looked at on release
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(shown), [this](quint32 id) { return id <= m_highestId; });
    if (m_openScans > 0)
        m_changedWhileScanning += shown; // a scan may have seen them before or after: they are asked again at its end
    else
        judge(shown);
    if (shown.size() < ids.size())
        countHeld();
}

void HistoryView::showRemoved(const QList<quint32> &ids, qint64 loaded)
{
    const QSet<quint32> gone(ids.begin(), ids.end());
    const auto isGone = [&gone](quint32 id) { return gone.contains(id); };
    m_hasRemoved = true;
    m_loadedCount -= loaded;
    m_changedWhileScanning.removeIf(isGone);
    m_sorting.removeAll(gone);
    if (m_held.removeIf(isGone) > 0)
        countHeld();
    const int before = count();
    const auto range = m_rows.removeAll(gone);
    if (m_next)
        m_next->removeAll(gone);
    Q_EMIT lost();
    if (range) {
        Q_EMIT shrank(int(range->first), int(range->last));
    } else if (count() < before) {
        Q_EMIT shrank(count(), before - 1);
        Q_EMIT reordered();
    }
    Q_EMIT progress(m_loadedCount, m_loadedCount + m_stillToLoad);
}

/// Do these match? Answered at once, or by the thread that reads bodies.
void HistoryView::judge(const QList<quint32> &ids)
{
    if (!m_predicate) {
        FilterWorker &worker = m_jobs->bodies();
        QMetaObject::invokeMethod(
            &worker,
            [&worker, turn = m_jobs->filterTurn.number(), filter = m_filter, ids] { worker.judge(turn, filter, ids); },
            Qt::QueuedConnection);
        return;
    }
    QList<quint32> matching;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(matching),
                 [this](quint32 id) { return m_predicate->matches(id); });
    place(ids, matching);
}

void HistoryView::showJudged(quint32 turn, const QList<quint32> &ids, const QList<quint32> &matching)
{
    if (!m_jobs->filterTurn.isOver(turn))
        place(ids, matching);
}

/// Puts each row where it belongs by now: in, out, or where it was with other contents.
void HistoryView::place(const QList<quint32> &ids, const QList<quint32> &matching)
{
    QSet<quint32> wanted(matching.begin(), matching.end());
    if (m_hasRemoved)
        wanted.removeIf([this](quint32 id) { return !m_store->contains(id); });
    const quint32 newestId = target().newestId();
    QList<quint32> newer, inBetween;
    QList<qint64> other;
    for (const quint32 id : ids) {
        const bool isIn = target().contains(id);
        if (isIn && !wanted.contains(id))
            takeOut(id);
        else if (isIn)
            other.append(id);
        else if (wanted.contains(id))
            (id > newestId ? newer : inBetween).append(id);
    }
    putIn(newer, inBetween);
    if (!other.isEmpty() && !m_next)
        Q_EMIT changed(other);
}

void HistoryView::takeOut(quint32 id)
{
    m_sorting.remove(id);
    const auto row = target().remove(id);
    if (m_next)
        return;
    Q_EMIT lost();
    if (row)
        Q_EMIT shrank(int(*row), int(*row));
}

void HistoryView::putIn(QList<quint32> newer, const QList<quint32> &inBetween)
{
    const bool isShownByArrival = !m_next && !m_rows.isSorted();
    for (const quint32 id : inBetween) {
        const auto range = target().insert(id);
        if (isShownByArrival)
            announce(range);
    }
    std::sort(newer.begin(), newer.end());
    if (!newer.isEmpty()) {
        const auto range = target().appendNewer(newer);
        if (isShownByArrival)
            announce(range);
    }
    const auto all = newer + inBetween;
    if (!m_next && !all.isEmpty())
        Q_EMIT gained(all);
    if (!sortOrder().isByArrival() && !all.isEmpty())
        addToSorted(all);
}

void HistoryView::setHeld(bool isHeld)
{
    if (m_isHeld == isHeld)
        return;
    m_isHeld = isHeld;
    const auto held = std::exchange(m_held, {});
    countHeld();
    if (!held.isEmpty()) {
        m_highestId = std::max(m_highestId, held.last());
        judge(held);
    }
}

/// A body is not looked at for a number on a button: then all are counted.
void HistoryView::countHeld()
{
    const auto count = !m_predicate
        ? m_held.size()
        : std::count_if(m_held.begin(), m_held.end(), [this](quint32 id) { return m_predicate->matches(id); });
    if (std::exchange(m_heldCount, int(count)) != count)
        Q_EMIT heldCountChanged(m_heldCount);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "history/column_sorting.h"
#include "history/older_rows.h"
#include "history/row_order.h"
#include "storage/history_batch.h"

#include <QObject>
#include <QTimer>

namespace console {

/// The live view of a whole history for a table: which row shows which notification, filtered and sorted, with what
/// arrives put in its place. Everything that takes time runs on other threads; count(), idAt() and row() are array
/// accesses. Keep selections as ids: rows move, ids never do.
///
/// For a model: grew and shrank name rows as they are after, and before, the change, as QAbstractItemModel does.
/// Rows that are shown sorted by a column change by reordered(): up to twice a second, any row may stand elsewhere and
/// count() may be larger; tell the view of growth at the bottom and repaint. Rows that are removed from here and there
/// come as shrank() of so many at the bottom, then reordered(). reset() comes after each new filter or order,
/// once its first rows are there. Thread: GUI; its threads end with it.
class HistoryView : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kPace {100}; ///< arrivals are shown at most this often
    static constexpr qint64 kMostRows = 5'000'000;          ///< kept in memory unless told otherwise

    explicit HistoryView(const Clock &clock, QObject *parent = nullptr);
    ~HistoryView() override;

    /// Reads the newest rows of a history: once. They come by grew().
    void start(const QString &path, qint64 mostRows = kMostRows);
    const QString &path() const { return m_path; }
    /// What was committed; to be connected to the writer's signal before start(). Held back until its turn.
    void apply(const HistoryBatch &batch);

    /// Understood: the rows follow by reset(). \returns where it cannot be read, and then nothing changes.
    std::optional<FilterError> setFilter(const QString &text);
    const Filter &filter() const { return m_filter; }
    /// Of a filter that reads bodies: what was found stays, and arrivals are still looked at.
    void endSearch();
    /// What is not in memory: looked through for more rows when somebody asks for them, which stay until the next filter.
    const OlderRows &older() const { return m_older; }
    void searchOlder()
    {
        if (isSettled())
            m_older.search(m_filter);
    }
    /// For project:, app: and their columns; the filter counts anew.
    void setNames(const FilterNames &names);
    void setSort(SortColumn column, Qt::SortOrder direction) { setSort(SortOrder {column, direction}); }
    void setSort(const SortOrder &order);
    const SortOrder &sortOrder() const { return m_sorting.order(); }
    /// While it is held, arrivals are counted and shown on release.
    void setHeld(bool isHeld);
    int heldCount() const { return m_heldCount; }

    int count() const { return int(m_rows.count()); }
    qint64 idAt(int row) const { return m_rows.idAt(row); }
    /// All that are shown, newest first whatever the order: whoever looks at each of them goes through memory in one line.
    QList<quint32> idsByArrival() const { return m_rows.newestFirst(); }
    std::optional<int> rowOf(qint64 id) const;
    /// Made on every call; the id is 0 when it is not in memory. Ids that the filter hides are known, too.
    NotificationRow row(qint64 id) const;
    /// All rows, filtered or not, that are in memory.
    qint64 loadedCount() const { return m_loadedCount + m_older.foundCount(); }
    /// Nothing is being filtered or sorted for it any more.
    bool isSettled() const { return m_openScans == 0 && !m_sorting.isBusy() && !m_next && !m_older.isSearching(); }
    /// Nothing comes any more without an order or an arrival.
    bool isIdle() const { return isSettled() && m_stillToLoad == 0; }
    /// All that is stored has been read and filtered.
    bool isWhole() const { return isIdle() && m_older.left() == 0; }
    /// What is shown by now, which follows sortOrder() with the next reset().
    bool isShownByArrival() const { return !m_rows.isSorted(); }
    bool isShownOldestFirst() const { return m_rows.isOldestFirst(); }
    const ColumnStore &store() const { return *m_store; }

Q_SIGNALS:
    void grew(int first, int last);
    void shrank(int first, int last);
    void reordered();
    void reset();
    /// For whoever counts all that the filter lets through, whatever its order: these came, in the order of a column also
    /// before they are shown. After lost() and reset() idsByArrival() tells anew.
    void gained(const QList<quint32> &ids);
    void lost();
    void changed(const QList<qint64> &ids); ///< rows that are shown, with other contents
    /// Rows in memory, and how many there are by all that is known; equal when all is loaded.
    void progress(qint64 loaded, qint64 total);
    /// Of a filter that reads bodies: ids looked at and to be looked at; equal at the end. 0 of 0 when a filter reads none.
    void searched(qint64 done, qint64 total);
    void heldCountChanged(int count);
    void failed(const console::Error &error);

private:
    void connectJobs();
    void applyWaiting();
    void useFilter(const Filter &filter);
    void scan(quint32 firstId, quint32 lastId);
    void showLoaded(quint32 firstId, quint32 lastId, qint64 rows);
    void showLoading(qint64 stillToLoad);
    void showOlder(const QList<quint32> &newestFirst);
    void showScanned(quint32 turn, const QList<quint32> &hits, quint32 scanned, bool isLast);
    void showArrived(const QList<quint32> &ascending);
    void showChanged(const QList<quint32> &ids);
    void showRemoved(const QList<quint32> &ids, qint64 loaded);
    void showJudged(quint32 turn, const QList<quint32> &ids, const QList<quint32> &matching);
    void judge(const QList<quint32> &ids);
    void place(const QList<quint32> &ids, const QList<quint32> &matching);
    void takeOut(quint32 id);
    void putIn(QList<quint32> newer, const QList<quint32> &inBetween);
    void countHeld();
    void addToSorted(const QList<quint32> &ids);
    void showSorted(const QList<quint32> &rows, ColumnSorting::Purpose purpose);
    void announce(RowOrder::Range range);
    void replaceRows();

    /// The rows of the newest filter: those that are shown, or those that will be.
    RowOrder &target() { return m_next ? *m_next : m_rows; }

    const Clock &m_clock;
    QString m_path;
    std::unique_ptr<ColumnStore> m_store;
    std::unique_ptr<ViewJobs> m_jobs; ///< ends before the store
    Filter m_filter;
    FilterNames m_names;
    ColumnSorting m_sorting;
    OlderRows m_older;
    std::optional<Predicate> m_predicate; ///< none when the filter needs bodies

    RowOrder m_rows;                ///< shown
    std::optional<RowOrder> m_next; ///< of a filter whose first rows are not there yet
    quint32 m_lowestId = 0;         ///< loaded from here …
    quint32 m_highestId = 0;        ///< … to here
    qint64 m_loadedCount = 0;
    qint64 m_stillToLoad = 0;
    int m_openScans = 0;
    qint64 m_scanned = 0, m_toScan = 0;
    QList<quint32> m_changedWhileScanning;
    bool m_hasRemoved = false; ///< a scan may still report rows that are gone

    HistoryBatch m_waiting;
    QTimer m_pace;
    QList<quint32> m_held;
    int m_heldCount = 0;
    bool m_isHeld = false;
};

} // namespace console

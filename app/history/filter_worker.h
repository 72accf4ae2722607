// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/job_turn.h"
#include "history/predicate.h"
#include "storage/column_block_reader.h"

#include <QObject>

#include <deque>

namespace console {

/// Finds the rows that match a filter, newest first, in its thread. A filter over columns is done in one go, its first
/// hits handed over early; one that needs bodies goes by small blocks, between which other orders get their turn.
/// Thread: lives in a worker's. Orders of a turn that is over are dropped.
class FilterWorker : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kFirstHits = 100;

    /// \param path  of the history, for bodies; opened only when a filter needs them. The store outlives the worker.
    FilterWorker(const ColumnStore &store, JobTurn turn, QString path);

    /// Ranges of one turn are to be asked for from the newest to the oldest. Ends in scanned(…, isLast).
    void scan(quint32 turn, const Filter &filter, quint32 firstId, quint32 lastId);
    /// Which of these match, in the same order: ends in judged().
    void judge(quint32 turn, const Filter &filter, const QList<quint32> &ids);

Q_SIGNALS:
    /// \param hits    newest first. \param scanned  ids that were looked at since the last signal.
    void scanned(quint32 turn, const QList<quint32> &hits, quint32 scanned, bool isLast);
    void judged(quint32 turn, const QList<quint32> &ids, const QList<quint32> &matching);
    void failed(const console::Error &error);

private:
    struct Range
    {
        quint32 turn;
        quint32 firstId;
        quint32 nextId; ///< down to the first
    };
    void prepare(quint32 turn, const Filter &filter);
    void step();
    /// The matching ids from `range.nextId` down to the slice's end, which becomes the next one.
    void takeSlice(Range &range, quint32 rows, std::vector<quint32> &hits);
    void scanColumns(Range range);
    void readBodies(quint32 firstId, quint32 lastId, const std::function<void(qint64, const QByteArray &)> &consume);

    const ColumnStore &m_store;
    JobTurn m_turn;
    QString m_path;
    std::unique_ptr<ColumnBlockReader> m_reader;
    std::optional<Predicate> m_predicate; ///< of m_predicateTurn
    quint32 m_predicateTurn = 0;
    bool m_needsBodies = false;
    std::deque<Range> m_ranges; ///< for filters that need bodies
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_loader.h"
#include "storage/history_batch.h"

#include <QFuture>
#include <QObject>
#include <QSet>

namespace console {

/// Keeps a store filled: first from the file, newest rows first, block after block; and with what arrives. The one writer
/// of the store. Thread: lives in a thread of its own; orders come queued, and get their turn between two blocks.
class ColumnFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr int kFirstRows = 500;      ///< read whole, before the dictionaries
    static constexpr qint64 kBlockIds = 16'384; ///< a part of a chunk

    /// \param mostRows  so many are kept in memory, the newest ones, up to a block or a chunk more.
    /// The store outlives the feed; the reader, in its own thread, too.
    ColumnFeed(ColumnStore &store, RowBlockReader &reader, QString path, qint64 mostRows);

    void start();
    /// What was committed while this program runs. Rows that are still to be loaded come with their block.
    void apply(const HistoryBatch &batch);
    /// Rows below those that are kept, which somebody found: until dropOlder(). Ends in olderPut().
    void putOlder(quint32 turn, const QList<NotificationRow> &newestFirst, qint64 nextBelow, bool isLast);
    void dropOlder();

Q_SIGNALS:
    /// Rows from first to last are there now: always the next older ones. \param rows  how many that are.
    void loaded(quint32 firstId, quint32 lastId, qint64 rows);
    /// \param stillToLoad  ids, gaps included; 0: all is loaded.
    void loading(qint64 stillToLoad);
    /// All is loaded that is kept. Below this id there are others, down to the first one; both are equal when there are none.
    void endedAt(qint64 lowestId, qint64 firstId);
    void olderPut(quint32 turn, const QList<quint32> &newestFirst, qint64 nextBelow, bool isLast);
    void arrived(const QList<quint32> &ascending);
    void changed(const QList<quint32> &ids);
    /// They are no longer in the store. \param loaded  how many of them were told of before.
    void removed(const QList<quint32> &ids, qint64 loaded);
    void failed(const console::Error &error);

private:
    struct Block
    {
        qint64 firstId;
        qint64 lastId;
        QFuture<Result<RowBlock>> rows;
    };
    std::optional<Block> readBelow(qint64 id);
    void loadNext();
    void take(const Block &block);
    void put(const NotificationRow &row, QList<quint32> &arrivedIds, QList<quint32> &changedIds);
    void takeOut(const QList<qint64> &ids);
    void compareWithFile();
    Result<> compareBlock(qint64 firstId, qint64 lastId, bool isOtherFile);
    bool isKept(qint64 id) const;
    void trim();
    void tellEnd();
    void note(const Result<> &result);

    ColumnStore &m_store;
    RowBlockReader &m_reader;
    QString m_path;
    qint64 m_mostRows;
    qint64 m_rows = 0; ///< in the store, the older ones apart
    std::unique_ptr<ColumnLoader> m_loader;
    qint64 m_firstId = 0;  ///< of the file
    qint64 m_lowestId = 0; ///< loaded; rows below it come with their block
    qint64 m_highestId = 0;
    bool m_hasLostRows = false; ///< nobody told of them: to be looked for once all is loaded
    std::optional<Block> m_next;
    QList<NotificationRow> m_changedEarly; ///< perhaps after their block was read, and before it was taken
    QSet<qint64> m_removedEarly;           ///< likewise
    QSet<quint32> m_older;                 ///< below the lowest one
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_store.h"
#include "storage/column_block_reader.h"

#include <QList>
#include <QObject>

namespace console {

/// A row as it was read: packed as far as that goes without the store's dictionaries.
struct BlockRow
{
    quint32 id = 0;
    RowColumns columns; ///< without codes; an unusual identity or time is a number in RowBlock::texts
    quint32 project = 0, app = 0, channel = 0, status = 0, features = 0;
    quint32 reason = 0, subCode = 0, channelCode = 0, description = 0;
    quint32 retries = 0; ///< itself
    quint32 contact = 0;
    quint32 request = 0; ///< all others: ids of the file
};

/// The rows of some successive ids, ascending.
struct RowBlock
{
    QList<BlockRow> rows;
    QList<QByteArray> texts;
    QList<std::pair<quint32, Annotation>> annotations;
};

/// Errors: Storage, Busy.
[[nodiscard]] Result<RowBlock> readRowBlock(ColumnBlockReader &reader, qint64 firstId, qint64 lastId);

/// Reads blocks ahead of the thread that puts them into the store: reading takes longer than all the rest.
/// Thread: lives in one of its own.
class RowBlockReader : public QObject
{
public:
    explicit RowBlockReader(QString path)
        : m_path(std::move(path))
    { }
    /// Errors: also Config when the file is no history.
    [[nodiscard]] Result<RowBlock> read(qint64 firstId, qint64 lastId);
    /// Until the next block: a connection keeps pages in memory.
    void close() { m_reader.reset(); }

private:
    QString m_path;
    std::unique_ptr<ColumnBlockReader> m_reader;
};

} // namespace console

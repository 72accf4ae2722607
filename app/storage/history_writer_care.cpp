// SPDX-License-Identifier: GPL-3.0-or-later
// The part of HistoryWriter that changes what is stored already.
#include "storage/history_writer_queue.h"

namespace console {

QFuture<Result<int>> HistoryWriter::importRows(const QList<ImportedRow> &rows)
{
    return enqueue<int>([this, rows] {
        for (const ImportedRow &imported : rows) {
            const auto [stored, contradicted] = m_tables->notifications.importRow(imported);
            const Annotation &annotation = imported.row.annotation;
            m_tables->annotations.change(stored.id, {annotation.isPinned, annotation.tags, {}, annotation.note});
            m_batch.added.append(stored);
            m_batch.changed += contradicted;
        }
        return int(rows.size());
    });
}

QFuture<Result<>> HistoryWriter::annotate(const QList<qint64> &ids, const AnnotationChange &change)
{
    return enqueue<void>([this, ids, change] {
        for (const qint64 id : ids) {
            if (m_tables->annotations.change(id, change))
                m_batch.changed.append(m_tables->notifications.load(id));
        }
    });
}

QFuture<Result<int>> HistoryWriter::remove(const Removal &slice, bool isExpired)
{
    return enqueue<int>([this, slice, isExpired] {
        const auto mode = isExpired ? RemovalTable::Mode::Expired : RemovalTable::Mode::Everything;
        const auto removed = m_tables->removals.remove(slice, mode, m_clock.now());
        m_batch.removed += removed.rows;
        m_batch.removedLookups += removed.lookups;
        m_batch.hasRemovedKept = m_batch.hasRemovedKept || removed.hasKept;
        return int(removed.rows.size());
    });
}

QFuture<Result<int>> HistoryWriter::removeExpired(const Removal &slice)
{
    return remove(slice, true);
}

QFuture<Result<int>> HistoryWriter::removeAll(const Removal &slice)
{
    return remove(slice, false);
}

QFuture<Result<>> HistoryWriter::eraseTexts(const ErasurePlan &plan)
{
    return enqueue<void>([this, plan] {
        for (const qint64 id : m_tables->erasures.erase(plan)) {
            if (const auto row = m_tables->notifications.load(id); row.id != 0)
                m_batch.changed.append(row);
        }
        m_batch.hasRemovedTexts = true;
    });
}

QFuture<Result<bool>> HistoryWriter::emptyLog()
{
    return runAlone<bool>([this] { return m_tables->emptyLog(); });
}

QFuture<Result<>> HistoryWriter::compact()
{
    return runAlone<void>([this] {
        {
            Transaction transaction(m_tables->connection);
            m_tables->erasures.removeUnused();
            transaction.commit();
        }
        execute(m_tables->connection, QStringLiteral("VACUUM"));
        m_tables->emptyLog();
        m_batch.hasRemovedTexts = true;
        finishBatch({}, {});
    });
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/other_writer_watch.h"

#include "core/continuation.h"

namespace console {

OtherWriterWatch::OtherWriterWatch(HistoryAccess &access, HistoryView &view, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_view(view)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kPace);
    connect(&m_timer, &QTimer::timeout, this, [this] { read(INT64_MAX, {}); });
    m_timer.start();
}

void OtherWriterWatch::read(qint64 beforeId, HistoryBatch found)
{
    m_access.newestRows(kAtOnce, beforeId)
        | then(this, [this, found = std::move(found)](const Result<QList<NotificationRow>> &rows) {
              take(rows.value_or(QList<NotificationRow>()), found);
          });
}

void OtherWriterWatch::take(const QList<NotificationRow> &newestFirst, HistoryBatch found)
{
    bool isComplete = newestFirst.size() < kAtOnce || m_view.loadedCount() == 0; // what is to be loaded comes by itself
    for (const NotificationRow &row : newestFirst) {
        const NotificationRow known = m_view.row(row.id);
        isComplete = isComplete || known.id != 0;
        if (known.id == 0)
            found.added.prepend(row);
        else if (known != row)
            found.changed.append(row);
    }
    if (!isComplete)
        return read(newestFirst.constLast().id, std::move(found));
    m_access.extent(m_extent ? m_extent->highestId : 0)
        | then(this, [this, found = std::move(found)](const Result<HistoryExtent> &extent) { finish(extent, found); });
}

/// Rows are only ever added as the newest ones: fewer than there were, these apart, and some are gone.
void OtherWriterWatch::finish(const Result<HistoryExtent> &extent, HistoryBatch found)
{
    if (extent && m_extent)
        found.hasLostRows = extent->file != m_extent->file || extent->rows - extent->newerRows < m_extent->rows;
    if (extent)
        m_extent = *extent;
    m_view.apply(found);
    m_timer.start();
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/other_writer_watch.h"

#include "core/continuation.h"

#include <QElapsedTimer>
#include <QSet>

namespace console {

namespace {
constexpr int kLeisure = 10; // of many millions a count takes long: then seldom
}

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
    m_view.apply(found);
    readContradicted(found.added);
    m_timer.start();
    if (!m_isComparing && m_pause.hasExpired())
        compare();
}

void OtherWriterWatch::readContradicted(const QList<NotificationRow> &added)
{
    QSet<QString> requests;
    for (const NotificationRow &row : added) {
        if (row.outcome == Outcome::Conflict)
            requests.insert(row.requestId);
    }
    for (const QString &request : std::as_const(requests)) {
        if (const auto id = RequestId::fromOptional(request))
            m_access.rowsOf(*id) | then(this, [this](const Result<QList<NotificationRow>> &rows) {
                HistoryBatch found;
                found.changed = rows.value_or(QList<NotificationRow>());
                found.changed.removeIf([this](const NotificationRow &row) {
                    const NotificationRow known = m_view.row(row.id);
                    return known.id == 0 || known == row;
                });
                m_view.apply(found);
            });
    }
}

/// Rows are only ever added as the newest ones: fewer than there were, these apart, and some are gone.
void OtherWriterWatch::compare()
{
    m_isComparing = true;
    QElapsedTimer taken;
    taken.start();
    m_access.extent(m_extent ? m_extent->highestId : 0)
        | then(this, [this, taken](const Result<HistoryExtent> &extent) {
              m_isComparing = false;
              m_pause.setRemainingTime(kLeisure * taken.elapsed());
              HistoryBatch lost;
              if (extent && m_extent)
                  lost.hasLostRows
                      = extent->file != m_extent->file || extent->rows - extent->newerRows < m_extent->rows;
              if (extent)
                  m_extent = *extent;
              if (!lost.hasLostRows)
                  return;
              m_view.apply(lost);
              Q_EMIT rowsLost();
          });
}

} // namespace console

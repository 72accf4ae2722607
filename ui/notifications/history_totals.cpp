// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/history_totals.h"

#include "core/continuation.h"

namespace console {

HistoryTotals::HistoryTotals(QObject *parent)
    : QObject(parent)
{
    m_recount.setSingleShot(true);
    m_recount.setInterval(std::chrono::seconds(1));
    connect(&m_recount, &QTimer::timeout, this, &HistoryTotals::count);
}

void HistoryTotals::follow(HistoryAccess &history, LookupService &lookups)
{
    m_history = &history;
    connect(&lookups, &LookupService::historyChanged, this, &HistoryTotals::take);
    count();
}

void HistoryTotals::watchOtherWriter()
{
    m_recount.setSingleShot(false);
    m_recount.setInterval(std::chrono::seconds(5));
    m_recount.start();
}

void HistoryTotals::count()
{
    m_history->counts() | then(this, [this](const Result<HistoryCounts> &counts) {
        if (!counts)
            return;
        m_counts = *counts;
        m_fileBytes = m_history->fileBytes();
        Q_EMIT changed();
    });
}

void HistoryTotals::take(const HistoryBatch &batch)
{
    m_counts.notifications += batch.added.size() - batch.removed.size();
    const bool isAside
        = batch.otherEvents + batch.unreadable + batch.rejected > 0 || batch.hasRemovedKept || batch.hasLostRows;
    const bool hasOtherRows = !batch.added.isEmpty() || !batch.removed.isEmpty();
    if (!m_recount.isActive() && (isAside || hasOtherRows))
        m_recount.start();
    if (hasOtherRows)
        Q_EMIT changed();
    if (isAside)
        Q_EMIT keptAside();
}

} // namespace console

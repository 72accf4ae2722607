// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/history_totals.h"

#include "core/continuation.h"

#include <QElapsedTimer>

#include <algorithm>

namespace console {

namespace {
constexpr std::chrono::milliseconds kPace {100};
constexpr std::chrono::milliseconds kAsidePace {1000};
constexpr std::chrono::milliseconds kOtherWriterPace {5000};
constexpr int kLeisure = 10; // of many millions a count takes long: then seldom
} // namespace

HistoryTotals::HistoryTotals(QObject *parent)
    : QObject(parent)
{
    m_recount.setSingleShot(true);
    m_recount.setInterval(kOtherWriterPace);
    connect(&m_recount, &QTimer::timeout, this, &HistoryTotals::count);
    m_countAside.setSingleShot(true);
    m_countAside.setInterval(kAsidePace);
    connect(&m_countAside, &QTimer::timeout, this, &HistoryTotals::countAside);
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, [this] {
        if (m_isUntold)
            tell();
    });
}

void HistoryTotals::follow(HistoryAccess &history, LookupService &lookups)
{
    m_history = &history;
    connect(&lookups, &LookupService::historyChanged, this, &HistoryTotals::take);
    count();
}

void HistoryTotals::watchOtherWriter()
{
    m_hasOtherWriter = true;
    m_recount.start();
}

void HistoryTotals::count()
{
    if (std::exchange(m_isCounting, true))
        return;
    m_addedMeanwhile.clear();
    m_hasRemovedMeanwhile = false;
    QElapsedTimer taken;
    taken.start();
    m_history->counts() | then(this, [this, taken](const Result<HistoryCounts> &counted) {
        m_isCounting = false;
        if (m_hasOtherWriter || m_hasRemovedMeanwhile)
            m_recount.start(std::max(kOtherWriterPace, kLeisure * std::chrono::milliseconds(taken.elapsed())));
        if (!counted)
            return;
        HistoryCounts counts = *counted;
        counts.notifications += std::count_if(m_addedMeanwhile.begin(), m_addedMeanwhile.end(),
                                              [&counts](qint64 id) { return id > counts.lastId; });
        m_addedMeanwhile.clear();
        show(counts);
    });
}

void HistoryTotals::countAside()
{
    m_history->countsAside() | then(this, [this](const Result<HistoryCounts> &counted) {
        if (!counted)
            return;
        HistoryCounts counts = *counted;
        counts.notifications = m_counts.notifications;
        show(counts);
    });
}

void HistoryTotals::show(const HistoryCounts &counts)
{
    m_counts = counts;
    m_fileBytes = m_history->fileBytes();
    tell();
}

void HistoryTotals::tell()
{
    m_isUntold = false;
    m_pace.start();
    Q_EMIT changed();
}

void HistoryTotals::take(const HistoryBatch &batch)
{
    m_counts.notifications += batch.added.size() - batch.removed.size();
    if (m_isCounting) {
        for (const NotificationRow &row : batch.added)
            m_addedMeanwhile.append(row.id);
        m_hasRemovedMeanwhile = m_hasRemovedMeanwhile || !batch.removed.isEmpty();
    }
    const bool isAside
        = batch.otherEvents + batch.unreadable + batch.rejected > 0 || batch.hasRemovedKept || batch.hasLostRows;
    const bool hasOtherRows = !batch.added.isEmpty() || !batch.removed.isEmpty();
    if (batch.hasLostRows) // nobody knows how many
        m_isCounting ? void(m_hasRemovedMeanwhile = true) : count();
    if (!m_countAside.isActive() && (isAside || hasOtherRows))
        m_countAside.start();
    m_isUntold = m_isUntold || hasOtherRows;
    if (m_isUntold && !m_pace.isActive())
        tell();
    if (isAside)
        Q_EMIT keptAside();
}

} // namespace console

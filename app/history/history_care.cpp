// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_care.h"

#include "history/history_keeper.h"
#include "storage/finished_order.h"
#include "storage/retention_plan.h"

namespace console {

Result<int> tidyHistory(const QString &path, HistoryWriter &writer, const RetentionLimits &limits, Timestamp now)
{
    auto plan = planRetention(path, limits, now);
    if (!plan)
        return failure(plan.error());
    int rows = 0;
    while (!plan->isEmpty()) {
        const auto removed = finished(writer.removeExpired(plan->takeSlice(HistoryKeeper::kSlice)));
        if (!removed)
            return removed;
        rows += *removed;
    }
    return rows;
}

Result<> compactHistory(HistoryWriter &writer)
{
    return finished(writer.compact());
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"
#include "storage/history_batch.h"

namespace console {

/// A row of the past, so that its texts do not depend on today.
inline NotificationRow makeRow(qint64 id, const char *channel = "RCS", const char *status = "CAPABILITY_FULL")
{
    NotificationRow row;
    row.id = id;
    row.receivedAt = fromMilliseconds(1'700'000'000'000 + id * 1000);
    row.contactName = QStringLiteral("Contact %1").arg(id);
    row.address
        = *ChannelIdentity::make(QLatin1String(channel), QStringLiteral("4670000%1").arg(id, 4, 10, QLatin1Char('0')));
    row.status = CapabilityStatus::fromText(QLatin1String(status));
    row.join = JoinKind::ByRequestId;
    return row;
}

inline HistoryBatch addedBatch(const NotificationRow &row)
{
    HistoryBatch batch;
    batch.added = {row};
    return batch;
}

inline HistoryBatch changedBatch(const NotificationRow &row)
{
    HistoryBatch batch;
    batch.changed = {row};
    return batch;
}

inline HistoryBatch makeBatch(qint64 first, qint64 last)
{
    HistoryBatch batch;
    for (qint64 id = first; id <= last; ++id)
        batch.added.append(makeRow(id));
    return batch;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"
#include "storage/sql.h"

namespace console {

/// The columns of one notification with its texts, to be followed by WHERE … ORDER BY …; read with readRow().
#define CONSOLE_ROW_COLUMNS                                                                                            \
    "SELECT n.id, n.received_at, n.accepted_time, r.request_id, p.text, a.text, c.key, coalesce(nullif(l.name, ''), "  \
    "nullif(c.name, ''), lc.name), "                                                                                   \
    "ch.text, n.identity, st.text, f.text, re.text, su.text, cc.text, de.text, n.signature, n.join_kind, n.outcome, "  \
    "n.retries, n.latency_ms, an.is_pinned, an.tags, an.note FROM notification n "                                     \
    "LEFT JOIN request r ON r.id=n.request LEFT JOIN lookup l ON l.request=n.request "                                 \
    "LEFT JOIN term p ON p.id=n.project LEFT JOIN term a ON a.id=n.app "                                               \
    "LEFT JOIN contact c ON c.id=n.contact LEFT JOIN contact lc ON lc.id=l.contact "                                   \
    "LEFT JOIN term ch ON ch.id=n.channel LEFT JOIN term st ON st.id=n.status LEFT JOIN term f ON f.id=n.features "    \
    "LEFT JOIN term re ON re.id=n.reason LEFT JOIN term su ON su.id=n.sub_code "                                       \
    "LEFT JOIN term cc ON cc.id=n.channel_code LEFT JOIN term de ON de.id=n.description "                              \
    "LEFT JOIN annotation an ON an.id=n.id "

/// The column `signature`: the state in the lowest bit, above it what is odd about the callback. Three bits in all.
int storedSignature(const NotificationRow &row);
template <typename Row> // a NotificationRow or a NarrowRow
void readSignature(qint64 stored, Row &row)
{
    row.signature = SignatureState(stored & 1);
    row.isSignedWithPrevious = (stored & 2) != 0;
    row.repeatsMembers = (stored & 4) != 0;
}

/// The one place where a stored row becomes a domain value.
NotificationRow readRow(const Statement &statement);

} // namespace console

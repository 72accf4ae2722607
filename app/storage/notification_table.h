// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_notification.h"
#include "domain/notification_row.h"
#include "storage/lookup_table.h"
#include "storage/raw_callback.h"

namespace console {

/// Writes notifications, and recognises the same one sent again. Functions throw SqlFailure. Thread: the writer's.
class NotificationTable
{
public:
    NotificationTable(const QSqlDatabase &database, Dictionary &dictionary, LookupTable &lookups);

    struct Stored
    {
        NotificationRow row;
        QList<NotificationRow> contradicted; ///< earlier ones that are answers of a conflict from now on
    };
    /// Joins, then inserts a row (New, Conflict) or counts a repetition (Retry) on the stored one.
    Stored record(const VerifiedBody &body, const CapabilityNotification &notification);
    /// Stores what another history exported; joined to the lookup that is known here, else as it says.
    Stored importRow(const ImportedRow &imported);
    /// Counts the arrival of identical bytes on the stored row.
    NotificationRow countRepeat(qint64 id);
    NotificationRow load(qint64 id);

private:
    struct Join
    {
        JoinKind kind = JoinKind::None;
        std::optional<qint64> request; ///< of the lookup, or of a request id that was not asked here
        bool isFirst = false;          ///< no other row can name the request: it was never heard of before
        std::optional<JoinTarget> target;
    };
    Join join(const VerifiedBody &body, const CapabilityNotification &notification);
    std::optional<qint64> findSame(const Join &join, const CapabilityNotification &notification, bool &isConflict);
    QList<NotificationRow> markContradicted(const Join &join, const ChannelIdentity &address);
    NotificationRow makeRow(const VerifiedBody &body, const CapabilityNotification &notification, const Join &join);
    qint64 insert(const NotificationRow &row, const Join &join);

    Dictionary &m_dictionary;
    LookupTable &m_lookups;
    Statement m_insert, m_insertRaw, m_sameKey, m_unmarked, m_markConflict, m_countRepeat, m_load;
};

} // namespace console

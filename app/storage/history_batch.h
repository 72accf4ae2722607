// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/notification_row.h"

#include <QList>
#include <QMetaType>

namespace console {

/// What one commit changed: values, sent to the window once a batch.
struct HistoryBatch
{
    QList<NotificationRow> added;   ///< in order of arrival
    QList<NotificationRow> changed; ///< retries counted, aliases resolved, another answer contradicts
    QList<RequestId> lookups;       ///< whose stored facts changed
    QList<qint64> removed;          ///< ids of rows that are gone
    QList<RequestId> removedLookups;
    bool hasRemovedTexts = false; ///< numbers of texts and contacts in the file may be given to others
    bool hasLostRows = false;     ///< some went of which nobody told, or another file stands there: look
    bool hasRemovedKept = false;  ///< other events, unreadable or rejected callbacks
    int otherEvents = 0;
    int unreadable = 0;
    int rejected = 0;

    bool isEmpty() const
    {
        return added.isEmpty() && changed.isEmpty() && lookups.isEmpty() && removed.isEmpty()
            && removedLookups.isEmpty() && !hasRemovedTexts && !hasLostRows && !hasRemovedKept
            && otherEvents + unreadable + rejected == 0;
    }
};

/// What became of one authentic callback.
struct Recorded
{
    enum class Kind { New, Retry, Conflict, Replay, OtherEvent, Unreadable, NonceReused };
    Kind kind = Kind::New;
    std::optional<NotificationRow> row; ///< of a notification
};

} // namespace console

Q_DECLARE_METATYPE(console::HistoryBatch)

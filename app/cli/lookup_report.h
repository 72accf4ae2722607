// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup.h"
#include "domain/notification_row.h"

namespace console {

/// What a person reads at the end of a lookup: state, a verdict for each channel, the best channel.
QString lookupReport(const Lookup &lookup, const QList<NotificationRow> &rows,
                     const QList<ChannelName> &contactPriority, const QList<ChannelName> &appOrder, Timestamp now);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <QList>

namespace console {

/// How often the same UNKNOWN came for this address before the row; 0 for every other status. Rows newest first.
int sameAnswersBefore(const NotificationRow &row, const QList<NotificationRow> &heard);

/// Three changes of the status or more within seven days; second answers to one question are not counted.
bool changesOften(const ChannelIdentity &address, const QList<NotificationRow> &heard, Timestamp now);

/// The answer before the row for the same address; conflicting ones count as well. Rows newest first.
std::optional<NotificationRow> answerBefore(qsizetype row, const QList<NotificationRow> &heard);

/// The status before the row for the same address, where it was another one. Rows newest first.
std::optional<CapabilityStatus> statusBefore(qsizetype row, const QList<NotificationRow> &heard);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/notification_row.h"

#include <QByteArray>

namespace console {

/// A row from one line of our own NDJSON; members that it does not know are passed over, absent ones may be left out.
/// The name of the contact is in no export, and the id is given when it is stored.
/// Errors: Malformed, with the member that is wrong.
[[nodiscard]] Result<NotificationRow> decodeRowJson(const QByteArray &line);

} // namespace console

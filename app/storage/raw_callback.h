// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <QByteArray>

#include <optional>

namespace console {

/// The body and headers of one notification, byte for byte.
struct RawCallback
{
    QByteArray body;
    QByteArray headers;
};

/// A notification from another history.
struct ImportedRow
{
    NotificationRow row;
    std::optional<RawCallback> raw = {}; ///< where the file has it
};

} // namespace console

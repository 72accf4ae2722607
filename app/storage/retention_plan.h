// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/timestamp.h"
#include "domain/retention_limits.h"
#include "storage/removal.h"

#include <QString>

namespace console {

/// What of a history is beyond its limits, oldest first. Reads the narrow table once, through a connection of its own.
/// The size is met by an estimate: so many of the oldest rows as take what is too much.
/// Errors: Storage, Busy, Config (not a history). Thread: any that may wait for a disk.
[[nodiscard]] Result<Removal> planRetention(const QString &path, const RetentionLimits &limits, Timestamp now);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retention_limits.h"
#include "storage/history_backup.h"
#include "storage/history_writer.h"

namespace console {

/// Takes out of a history what is beyond its limits, slice by slice. \returns how many notifications went.
/// Errors: Storage, Busy, Config. Blocks its thread: for the command line; the window has its HistoryKeeper.
[[nodiscard]] Result<int> tidyHistory(const QString &path, HistoryWriter &writer, const RetentionLimits &limits,
                                      Timestamp now);

/// As HistoryWriter::compact(), waited for.
[[nodiscard]] Result<> compactHistory(HistoryWriter &writer);

} // namespace console

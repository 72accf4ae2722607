// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/notification_row.h"
#include "history/filter.h"

#include <functional>

namespace console {

enum class StreamOrder { NewestFirst, OldestFirst };

/// Reads a whole history in blocks and hands over row after row that matches the filter, never more than a block in
/// memory. Stops at `limit` rows (0: all), or with the consumer's own error.
/// Errors: Config (not a history), Storage, Busy. Blocks its thread: for the command line, not for the window.
[[nodiscard]] Result<> streamRows(const QString &path, const Filter &filter, StreamOrder order, qint64 limit,
                                  const std::function<Result<>(const NotificationRow &)> &consume);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/notification_row.h"
#include "history/filter.h"

#include <functional>

namespace console {

enum class StreamOrder { NewestFirst, OldestFirst };

/// Which part of a history is read.
struct StreamRange
{
    StreamOrder order = StreamOrder::NewestFirst;
    qint64 limit = 0;                                     ///< rows that match; 0: all
    qint64 beforeId = std::numeric_limits<qint64>::max(); ///< only older ones
};

/// Reads a history in blocks and hands over row after row that matches the filter, never more than a block in memory.
/// Stops at the limit, or with the consumer's own error.
/// \param passed  told after each block which id was looked at last, whether or not it matched; its error ends it, too.
/// Errors: Config (not a history), Storage, Busy. Blocks its thread, which must not be the window's.
[[nodiscard]] Result<> streamRows(const QString &path, const Filter &filter, const StreamRange &range,
                                  const std::function<Result<>(const NotificationRow &)> &consume,
                                  const std::function<Result<>(qint64 id)> &passed = {});

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace console {

/// A point in time, UTC, milliseconds: what the history stores and rows show.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// ISO 8601 in UTC with milliseconds: 2026-11-24T06:34:32.120Z
QString toIso8601(Timestamp time);

/// Reads RFC 3339 with 0 to 9 fraction digits, any offset, a missing offset read as UTC; digits beyond milliseconds
/// are cut. Empty when the text is no time.
std::optional<Timestamp> parseIso8601(const QString &text);

inline qint64 toMilliseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}
inline Timestamp fromMilliseconds(qint64 value)
{
    return Timestamp {std::chrono::milliseconds {value}};
}

} // namespace console

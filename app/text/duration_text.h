// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <chrono>

namespace console {

/// How long something took, two units at most: "850 ms", "1.2 s", "42 s", "2 min 5 s", "1 h 5 min", "3 d 4 h".
QString durationText(std::chrono::milliseconds duration);

/// The same in one whole unit, rounded down, so that it counts up calmly: "42 s", "4 min", "3 h", "2 d".
QString roughDurationText(std::chrono::milliseconds duration);

/// How long ago something was: "just now", "42 s ago", "4 min ago". A negative age (a clock that was set) is "just
/// now".
QString ageText(std::chrono::milliseconds age);

/// Reads "500ms", "30s", "2m" or "1h": digits and a unit, nothing between. Errors: Config.
[[nodiscard]] Result<std::chrono::milliseconds> parseDuration(const QString &text);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/timestamp.h"

#include <QString>

#include <optional>

namespace console {

/// Renames a history that SQLite finds damaged, with its log, to `<file>.corrupt-<time>`: nothing is thrown away, and a
/// new one can begin. Only on somebody's order. Reads the whole file.
/// \returns the new name; nothing when the history is sound or not there.
/// Errors: Busy (somebody writes it), Config (the sound database of another program), Storage.
[[nodiscard]] Result<std::optional<QString>> setDamagedHistoryAside(const QString &path, Timestamp now);

} // namespace console

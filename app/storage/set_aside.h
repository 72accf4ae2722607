// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/timestamp.h"

#include <QString>

namespace console {

/// Renames a database that nobody has open, with its log, to `<file>.<why>-<time>`: a name that no file has.
/// \returns the new name. Errors: Storage.
[[nodiscard]] Result<QString> setAside(const QString &path, const QString &why, Timestamp now);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/database.h"

namespace console {

/// Opens a history to read it, also one of an older program, which nobody brings up to date meanwhile: tables that it
/// lacks are there for this connection, empty.
/// Errors: Config (not a history, or a newer one that this program cannot read), Storage, Busy.
[[nodiscard]] Result<std::unique_ptr<Database>> openReadable(const QString &path);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace console {

/// Reads a file that only an administrator can have written: it and its folder belong to `owner`, nobody else may write
/// them. \returns nothing when there is no such file. Errors: Config, for anything else.
[[nodiscard]] Result<std::optional<QByteArray>> readPolicyFile(const QString &path, unsigned owner = 0);

} // namespace console

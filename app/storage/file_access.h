// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace console {

enum class FileUse { Reading, Writing };

/// The system's words where this process may not use a file or folder so; for a folder, writing means making files in it.
std::optional<QString> whyForbidden(const QString &path, FileUse use);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace console {

/// Which file a path names at this moment: another one of the same name is not the same file. The only file that asks
/// the system for it.
struct FileIdentity
{
    quint64 device = 0;
    quint64 number = 0;

    /// Nothing when there is no such file.
    static std::optional<FileIdentity> ofPath(const QString &path);
    static std::optional<FileIdentity> ofDescriptor(int descriptor);
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace console {

/// Who listens at a port of this machine: a program of ours by its name and process id, one of somebody else's by its
/// user alone.
struct PortHolder
{
    QString program;
    qint64 processId = 0;
    QString user; ///< only where the program is not known

    friend bool operator==(const PortHolder &, const PortHolder &) = default;
};

/// Found where the system tells (Linux: /proc), nothing elsewhere. Looks at every process: some milliseconds, not for
/// every repaint.
std::optional<PortHolder> findPortHolder(quint16 port);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/ports.h"

#include <QStringList>

namespace console {

/// `capability-cli erase`: tells what a history holds about a person; with --yes it is removed, and the file is searched
/// for what is left. \returns the exit code.
int runErase(const QStringList &arguments, const CliPorts &ports);

} // namespace console

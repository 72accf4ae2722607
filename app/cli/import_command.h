// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/ports.h"

#include <QStringList>

namespace console {

/// `capability-cli import`: rows of our own NDJSON into a history; what it has already is left out. \returns the exit
/// code: 1 when lines were no rows.
int runImport(const QStringList &arguments, const CliPorts &ports);

} // namespace console

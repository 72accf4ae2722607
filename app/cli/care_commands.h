// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/ports.h"

#include <QStringList>

namespace console {

/// `capability-cli tidy`: takes out of a history what is beyond the given limits; what has a pin, a tag or a note stays.
/// \returns the exit code.
int runTidy(const QStringList &arguments, const CliPorts &ports);

/// `capability-cli compact`: writes the file anew without gaps. \returns the exit code.
int runCompact(const QStringList &arguments, const CliPorts &ports);

/// `capability-cli backup`: a checked copy, also while another program writes. \returns the exit code.
int runBackup(const QStringList &arguments);

/// `capability-cli restore`: a checked backup takes the place of a history, which is set aside. \returns the exit code.
int runRestore(const QStringList &arguments, const CliPorts &ports);

} // namespace console

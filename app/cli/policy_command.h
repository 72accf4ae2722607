// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/managed_settings.h"

#include <QStringList>

namespace console {

/// `capability-cli policy show`: every setting with its value and who decided it; `policy check`: only what is wrong.
/// \returns the exit code; 1 where something is wrong.
int runPolicy(const QStringList &arguments, const ManagedSettings &managed);

} // namespace console

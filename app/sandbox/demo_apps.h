// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox_app.h"

#include <QList>

namespace console {

/// The apps of the sandbox, the same for the same seed. The first has RCS, SMS and WHATSAPP, all active; the others
/// show other sets of channels, among them one that is pending and one that fails. The channel tokens look real, as the
/// vendor sends them in clear: clients have to drop them.
QList<SandboxApp> demoApps(quint64 seed);

} // namespace console

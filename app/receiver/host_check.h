// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/callback_route.h"

namespace console {

/// Whether a request to this route may be believed to be meant for us, by its Host field. Only asked where no signature
/// proves it: a web page whose name was made to point at this machine (DNS rebinding) still sends its own name.
/// Allowed: loopback names, the address that is listened at, the public URL's host; on all addresses, any number.
bool isHostAllowed(const CallbackRoute &route, const HeaderList &headers);

} // namespace console

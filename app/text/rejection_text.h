// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rejected_callback.h"

#include <QString>

namespace console {

/// Why the receiver refused a callback, as a short sentence for people.
QString rejectionText(RejectionCause cause);

} // namespace console

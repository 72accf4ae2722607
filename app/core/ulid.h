// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"

#include <QString>

namespace console {

/// A new ULID: 48 bits of time, 80 random bits, 26 characters of Crockford base 32. Strictly ascending within the
/// process, also inside one millisecond, which keeps database keys in order. Thread-safe.
QString makeUlid(Timestamp now);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace console {

/// Where processors are short, the thread that calls this goes behind all others of its machine from then on (nice 10 of
/// Linux; nothing elsewhere). For work that has time, beside a window that has none: QThread's own priorities have no
/// effect under Linux' normal scheduling, but for the lowest, which may get no time at all.
void lowerThreadPriority();

} // namespace console

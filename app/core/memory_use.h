// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace console {

/// Large blocks go back to the system as soon as they are freed, and threads share two heaps instead of having one each:
/// columns and orders of a million rows are megabytes that some thread makes and another one lets go. Costs a page fault
/// for each 4 KB of a large block. To be called before the threads are made; does nothing without glibc.
void keepMemorySmall();

/// Gives back what was freed between blocks that are still in use: after work whose like does not come again.
/// Takes some milliseconds, during which other threads wait for memory.
void returnFreedMemory();

} // namespace console

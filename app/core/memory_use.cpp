// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory_use.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace console {

void keepMemorySmall()
{
#ifdef __GLIBC__
    // By itself, the limit rises to the largest block that was freed, and then those lie between small ones for ever.
    ::mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    ::mallopt(M_ARENA_MAX, 2);
#endif
}

void returnFreedMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/thread_priority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace console {

void lowerThreadPriority()
{
#ifdef __linux__
    constexpr int kBehind = 10;
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), kBehind);
#endif
}

} // namespace console

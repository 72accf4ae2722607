// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/core_dumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace console {

void forbidCoreFiles()
{
    const rlimit none {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

void forbidCoreDumps()
{
    forbidCoreFiles();
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace console {

/// No crash of this process writes its memory, in which secrets stand, to a disk: the limit of core files is nought, for
/// what it starts as well. To be called first in main(); the desktop's crash handlers keep to the limit.
void forbidCoreFiles();

/// Moreover, no other process of the same user may read its memory, and the kernel hands it to no crash handler. Not for
/// a program with a window: the desktop's portals refuse to serve a process that they cannot look at.
void forbidCoreDumps();

} // namespace console

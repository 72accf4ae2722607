// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/erasure_plan.h"
#include "storage/history_writer.h"
#include "storage/text_traces.h"

namespace console {

/// What became of an order to forget somebody.
struct ErasureReport
{
    ErasedPerson person; ///< all that was looked for
    int rows = 0;
    int lookups = 0;
    int callbacks = 0; ///< kept ones: rejected, unreadable, other events
    bool wasRewritten = false;
    TextTraces::Count remains; ///< found in the bytes of the file and its log afterwards

    bool isProven() const { return remains.standing == 0; }
};

/// Removes every trace of a person from a history that is being written, then looks through the bytes of the file and its
/// log for what is left; where something is, the file is written anew and looked through once more.
/// Errors: Storage, Busy, Config. Blocks its thread, which must not be the writer's nor the window's.
[[nodiscard]] Result<ErasureReport> erasePerson(const QString &path, HistoryWriter &writer, const ErasedPerson &person);

} // namespace console

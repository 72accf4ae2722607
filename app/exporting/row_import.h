// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_writer.h"

#include <QIODevice>

#include <functional>

namespace console {

/// What became of a file of rows.
struct ImportReport
{
    qint64 rows = 0;       ///< stored
    qint64 duplicates = 0; ///< there already, in the history or earlier in the file
    qint64 unreadable = 0; ///< lines that are no row
    QString firstProblem;  ///< with the number of its line
};

/// Reads our own NDJSON into a history, in blocks; rows that it has already are left out and counted: two are the same
/// when all that was received is the same, whatever was repeated or noted since. In memory stand 16 bytes a row and two
/// blocks. Imported rows have raw bytes where the file has them, and stand where they are imported: as the newest.
/// \param progress  bytes of the file that were read; asked once a block. False ends it.
/// Errors: Cancelled (what was stored stays), Storage, Busy, Config (not a history). Blocks its thread, which must not be
/// the writer's nor the window's.
[[nodiscard]] Result<ImportReport> importRows(const QString &path, HistoryWriter &writer, QIODevice &input,
                                              const std::function<bool(qint64 bytes)> &progress = {});

} // namespace console

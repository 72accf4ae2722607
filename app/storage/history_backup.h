// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/timestamp.h"

#include <QString>

#include <functional>
#include <optional>

namespace console {

/// How far a copy is, in pages; asked between steps of about 2 MiB. False ends it.
using CopyProgress = std::function<bool(int donePages, int allPages)>;

/// A copy of a history as it is at this moment, while others read and write it: the backup interface of SQLite, in steps.
/// The copy is checked (integrity_check) before it gets its name; one that was there before is replaced. It is a single
/// file without a log, for its owner only. The log of the history can grow meanwhile.
/// Errors: Cancelled, Config (not a history), Storage, Busy. Blocks its thread.
[[nodiscard]] Result<> backUpHistory(const QString &path, const QString &output, const CopyProgress &progress = {});

/// Puts a backup in the place of a history that nobody writes. The backup is copied and checked first; what was there is
/// renamed to `<file>.before-restore-<time>`, with its log, and never overwritten.
/// \returns the new name of what was there; nothing where there was no file.
/// Errors: Busy (somebody writes it), Cancelled, Config (the backup is damaged, or no history), Storage. Blocks its thread.
[[nodiscard]] Result<std::optional<QString>> restoreHistory(const QString &backup, const QString &path, Timestamp now,
                                                            const CopyProgress &progress = {});

} // namespace console

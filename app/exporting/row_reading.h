// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/raw_callback.h"

#include <QByteArray>

namespace console {

/// A row from one line of our own NDJSON; members that it does not know are passed over, absent ones may be left out.
/// The name of the contact is in no export, and the id is given when it is stored.
/// Errors: Malformed, with the member that is wrong.
[[nodiscard]] Result<NotificationRow> decodeRowJson(const QByteArray &line);

/// The same with its bytes, where the line has them as they came. Errors: Malformed.
[[nodiscard]] Result<ImportedRow> decodeImportedRow(const QByteArray &line);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/row_export.h"

namespace console {

/// A report to print: A4, across, the columns that people read. As exportRows().
/// Errors: Cancelled, Storage. Blocks its thread, which need not be the window's.
[[nodiscard]] Result<ExportReport> writePdfReport(const ColumnStore &store, const RowExport &order,
                                                  const std::function<bool(qint64 rows)> &progress);

} // namespace console

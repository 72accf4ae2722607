// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/body_parts.h"
#include "exporting/redactor.h"
#include "exporting/row_writer.h"

#include <QList>

#include <functional>

namespace console {

class ColumnStore;

/// What goes into a file.
struct RowExport
{
    QList<quint32> ids; ///< in the order in which they are written
    QString path;
    RowFormat format = RowFormat::Csv;
    RowMembers members = RowMembers::Contract;
    QString history; ///< the file of the rows; needed where something of the bodies is wanted
    BodyParts bodies = {};
    QString title;                           ///< of an HTML page
    std::optional<Redaction> redaction = {}; ///< none: the rows as they are
};

struct ExportReport
{
    qint64 rows = 0;
    qint64 removed = 0; ///< asked for, but gone from the history meanwhile
    qint64 replacements = 0;
};

/// Writes rows of a loaded history to a file, one after the other. The file appears whole or not at all, for its owner only.
/// \param progress  rows that are written; asked every thousand rows. False ends it.
/// Errors: Cancelled, Storage, Busy; Config where the format takes no bodies. Blocks its thread; any thread may read the store.
[[nodiscard]] Result<ExportReport> exportRows(const ColumnStore &store, const RowExport &order,
                                              const std::function<bool(qint64 rows)> &progress = {});

} // namespace console

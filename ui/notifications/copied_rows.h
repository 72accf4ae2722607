// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace console {

class NotificationTableModel;

enum class CopyFormat {
    Text,     ///< the shown columns as a spreadsheet takes them: tabs between cells, a line a row
    Markdown, ///< the shown columns as a table
    Json,     ///< whole rows, an array of what an export writes
    Csv,      ///< whole rows, as an export writes them
};

/// More are not put on the clipboard, which holds all of it in memory; an export has no limit.
inline constexpr qsizetype kMostCopiedRows = 100'000;

/// \param columns  those that are shown, in their order. Tabs and line breaks inside a cell become spaces.
QString copiedRows(CopyFormat format, const NotificationTableModel &model, const QList<int> &rows,
                   const QList<int> &columns);

} // namespace console

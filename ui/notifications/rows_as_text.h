// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndexList>
#include <QString>

namespace console {

/// The cells of the given rows in the given columns, as a spreadsheet takes them: tabs between cells, a line a row.
/// Tabs and line breaks inside a cell become spaces.
QString rowsAsText(const QModelIndexList &rows, const QList<int> &columns);

} // namespace console

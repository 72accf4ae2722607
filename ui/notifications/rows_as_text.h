// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QString>

namespace console {

/// The cells of the given rows in the given columns, as a spreadsheet takes them: tabs between cells, a line a row.
/// Tabs and line breaks inside a cell become spaces.
QString rowsAsText(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns);

} // namespace console

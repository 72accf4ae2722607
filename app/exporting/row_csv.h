// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/row_members.h"

#include <QByteArray>

namespace console {

/// The names of the columns, the same as the members in JSON, without a line end.
/// \param extras  of columns behind them.
QByteArray csvHeader(RowMembers members = RowMembers::Contract, const QStringList &extras = {});

/// One row after RFC 4180, in UTF-8, without a line end (a CSV line ends with CRLF). Lists are joined by a space.
/// A cell that a spreadsheet would read as a formula gets a leading apostrophe.
QByteArray encodeRowCsv(const NotificationRow &row, RowMembers members = RowMembers::Contract,
                        const QList<RowCell> &extras = {});

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"
#include "exporting/row_members.h"

#include <QByteArray>

namespace console {

/// A page of its own, without scripts and without anything from elsewhere: what stands above the rows.
/// \param title  plain text, e.g. the filter.
/// \param extras  names of columns behind those of the members.
QByteArray htmlHeader(const QString &title, std::span<const RowMember> members, const QStringList &extras = {});

/// One row of its table; all texts escaped. Its class is the status, so that it is told by colour and by word.
QByteArray encodeRowHtml(const NotificationRow &row, std::span<const RowMember> members,
                         const QList<RowCell> &extras = {});

/// What stands below them, with their number.
QByteArray htmlFooter(qint64 rows);

} // namespace console

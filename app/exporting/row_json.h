// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup_state.h"
#include "exporting/row_members.h"

#include <QByteArray>

namespace console {

/// One row as one line of JSON, without a line end; members in the order of the contract, absent ones null.
/// \param extraNames, extras  members behind them, of the same number.
QByteArray encodeRowJson(const NotificationRow &row, RowMembers members = RowMembers::Contract,
                         const QStringList &extraNames = {}, const QList<RowCell> &extras = {});

/// The closing line of `lookup --json`, without a line end: {"lookup":{"request_id":…,"state":…,"expected":…, …}}.
QByteArray encodeLookupJson(const RequestId &requestId, const LookupProgress &progress);

} // namespace console

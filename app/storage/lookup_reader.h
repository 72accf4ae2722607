// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup.h"
#include "storage/sql.h"

#include <QList>

namespace console {

/// Rebuilds lookups from their tables; throws SqlFailure. `where` continues the statement after FROM and its joins.
QList<Lookup> readLookups(const QSqlDatabase &connection, const QString &where, std::initializer_list<QVariant> values);

} // namespace console

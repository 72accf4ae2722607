// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_store.h"
#include "history/filter.h"

namespace console {

/// The first status, channel or reason in an expression that neither we nor the stored rows know, with those that are known:
/// probably misspelt, but allowed, since the vendor adds values. A value with a '*' is never doubted. English words.
/// Thread: any.
std::optional<FilterError> doubtfulFilterValue(const QString &expression, const ColumnStore &store);

} // namespace console

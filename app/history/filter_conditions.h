// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/filter.h"
#include "history/filter_lexer.h"

namespace console {

/// What one condition of an expression means: its field, its comparison and its values.
Expected<FilterTerm, FilterError> readFilterCondition(const FilterToken &token, Timestamp now);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/column_store.h"
#include "history/filter.h"

namespace console {

/// What could stand at the cursor of a filter that is being typed.
struct FilterCompletion
{
    qsizetype position = 0; ///< the characters that a candidate would replace
    qsizetype length = 0;
    QStringList candidates; ///< ready to be put in: fields with their colon, values in quotation marks where needed
};

/// Fields at the beginning of a word, values behind a colon or a comma: those that stored rows have, and those that are known.
/// \param paths  that lead into bodies, to be proposed as fields are.
/// Candidates begin with what is typed, without regard to case, in alphabetical order, 50 at most. Thread: any.
FilterCompletion completeFilter(const QString &text, qsizetype cursor, const ColumnStore &store,
                                const FilterNames &names, const QStringList &paths = {});

/// All values of a field that can be proposed, our own words first. Thread: any.
QStringList knownFilterValues(FilterField field, const ColumnStore &store);

} // namespace console

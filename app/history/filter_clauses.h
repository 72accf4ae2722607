// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/filter.h"

#include <QStringList>

namespace console {

/// What an expression says of one field beside everything else, and the same expression with something else said of it:
/// for buttons that write into the line. The rest of the text stays as it was typed. Conditions in brackets, behind "not"
/// or between "or" are not seen. Thread: any.

/// The first condition on this field without the field's name: ":RCS,SMS", ">-2h"; empty when there is none.
QString filterClause(const QString &expression, FilterField field);
/// The values behind its colon, without quotation marks.
QStringList filterValues(const QString &expression, FilterField field);

/// \param clause  as filterClause() gives it; empty takes the conditions on this field away.
QString withFilterClause(const QString &expression, FilterField field, const QString &clause);
QString withFilterValues(const QString &expression, FilterField field, const QStringList &values);

/// Whether it asks for what stands in bodies: such a search takes its time. True of unfinished expressions, too.
bool readsBodies(const QString &expression);

/// As the language wants it: in quotation marks where it has to be.
QString quotedFilterValue(const QString &value);

} // namespace console

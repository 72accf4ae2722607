// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/dictionary.h"
#include "storage/erasure_plan.h"

namespace console {

/// Takes a person out of what is left when its rows are gone: dictionaries, notes, the words of failures.
/// Functions throw SqlFailure. Thread: the writer's.
class ErasureTable
{
public:
    ErasureTable(const QSqlDatabase &database, Dictionary &dictionary);

    /// \returns the rows whose annotations or texts changed.
    QList<qint64> erase(const ErasurePlan &plan);
    /// Contacts and texts that no row and no lookup names any more.
    void removeUnused();

private:
    void blotNotes(const ErasurePlan &plan);
    QList<qint64> removeTerms(const QList<qint64> &terms);

    QSqlDatabase m_database;
    Dictionary &m_dictionary;
};

} // namespace console

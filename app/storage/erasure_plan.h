// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/removal.h"

#include <QStringList>

namespace console {

/// Whom a history is to forget.
struct ErasedPerson
{
    QStringList identities; ///< on any channel
    QStringList contactIds;

    bool isEmpty() const { return identities.isEmpty() && contactIds.isEmpty(); }
    /// All spellings by which it can be recognised in bytes.
    QStringList texts() const;
};

/// Everything in a history that speaks of a person.
struct ErasurePlan
{
    ErasedPerson
        person; ///< with the contacts of its identities and the identities of its contacts, as the history knows them
    Removal removal;
    QList<qint64> terms;     ///< texts of the dictionary that name it
    QList<qint64> notes;     ///< other rows whose note or tags name it
    QList<qint64> lookups;   ///< other lookups whose failure names it
    bool hasContact = false; ///< an entry of the dictionary of contacts

    bool isEmpty() const
    {
        return removal.isEmpty() && terms.isEmpty() && notes.isEmpty() && lookups.isEmpty() && !hasContact;
    }
};

/// Looks through the whole history: rows, lookups, dictionaries, notes, and the bytes of every kept callback in all the
/// spellings of TextTraces. A lookup goes with all of its answers, since a recipient is one person.
/// Errors: Storage, Busy, Config (not a history). Thread: any that may wait for a disk.
[[nodiscard]] Result<ErasurePlan> planErasure(const QString &path, const ErasedPerson &person);

} // namespace console

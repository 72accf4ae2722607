// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"
#include "domain/ids.h"
#include "storage/dictionary.h"
#include "storage/removal.h"

namespace console {

/// Takes rows out of a history, with their bytes, their annotations, and the lookups that nothing is left of.
/// Functions throw SqlFailure. Thread: the writer's.
class RemovalTable
{
public:
    RemovalTable(const QSqlDatabase &database, Dictionary &dictionary);

    enum class Mode {
        Expired,    ///< what has a pin, a tag or a note stays, and so does a lookup that may still be answered
        Everything, ///< all that is named
    };
    struct Removed
    {
        QList<qint64> rows;
        QList<RequestId> lookups;
        bool hasKept = false;
    };
    Removed remove(const Removal &removal, Mode mode, Timestamp now);

private:
    bool has(Statement &statement, std::initializer_list<QVariant> values);
    void removeRow(qint64 id, Mode mode, Removed &removed, QList<qint64> &requests);
    void removeRequest(qint64 request, Mode mode, Timestamp now, Removed &removed);
    QString forgetRequest(qint64 request);

    Dictionary &m_dictionary;
    Statement m_isProtected, m_requestOf, m_removeRow, m_removeRaw;
    Statement m_hasRows, m_isLookup, m_isOpen, m_isAlias, m_aliases, m_removeAliases, m_removeExpected, m_removeLookup,
        m_requestId, m_removeRequest;
    Statement m_removeOther, m_removeUnreadable, m_removeRejected;
};

} // namespace console

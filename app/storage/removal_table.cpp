// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/removal_table.h"

namespace console {

namespace {
constexpr auto kAnswerable = std::chrono::hours(24); // as a notification is joined by its recipient
} // namespace

RemovalTable::RemovalTable(const QSqlDatabase &database, Dictionary &dictionary)
    : m_dictionary(dictionary)
    , m_isProtected(database, "SELECT 1 FROM annotation WHERE id=? AND (is_pinned<>0 OR tags<>'' OR note<>'')")
    , m_requestOf(database, "SELECT request FROM notification WHERE id=?")
    , m_removeRow(database, "DELETE FROM notification WHERE id=?")
    , m_removeRaw(database, "DELETE FROM raw WHERE id=?")
    , m_hasRows(database, "SELECT 1 FROM notification WHERE request=? LIMIT 1")
    , m_isLookup(database, "SELECT 1 FROM lookup WHERE request=?")
    , m_isOpen(database, "SELECT 1 FROM lookup WHERE request=? AND asked_at>?")
    , m_isAlias(database, "SELECT 1 FROM alias WHERE request=?")
    , m_aliases(database, "SELECT request FROM alias WHERE lookup=?")
    , m_removeAliases(database, "DELETE FROM alias WHERE lookup=?")
    , m_removeExpected(database, "DELETE FROM expected WHERE lookup=?")
    , m_removeLookup(database, "DELETE FROM lookup WHERE request=?")
    , m_requestId(database, "SELECT request_id FROM request WHERE id=?")
    , m_removeRequest(database, "DELETE FROM request WHERE id=?")
    , m_removeOther(database, "DELETE FROM other_event WHERE id=?")
    , m_removeUnreadable(database, "DELETE FROM unreadable WHERE id=?")
    , m_removeRejected(database, "DELETE FROM quarantine WHERE id=?")
{ }

bool RemovalTable::has(Statement &statement, std::initializer_list<QVariant> values)
{
    const bool found = statement.run(values).next();
    statement.finish();
    return found;
}

RemovalTable::Removed RemovalTable::remove(const Removal &removal, Mode mode, Timestamp now)
{
    Removed removed;
    QList<qint64> requests = removal.lookups;
    for (const qint64 id : removal.rows)
        removeRow(id, mode, removed, requests);
    std::sort(requests.begin(), requests.end());
    requests.erase(std::unique(requests.begin(), requests.end()), requests.end());
    for (const qint64 request : std::as_const(requests))
        removeRequest(request, mode, now, removed);
    for (const qint64 id : removal.otherEvents)
        m_removeOther.run({id});
    for (const qint64 id : removal.unreadable)
        m_removeUnreadable.run({id});
    for (const qint64 id : removal.rejected)
        m_removeRejected.run({id});
    removed.hasKept = !(removal.otherEvents.isEmpty() && removal.unreadable.isEmpty() && removal.rejected.isEmpty());
    return removed;
}

void RemovalTable::removeRow(qint64 id, Mode mode, Removed &removed, QList<qint64> &requests)
{
    if (mode == Mode::Expired && has(m_isProtected, {id}))
        return;
    if (m_requestOf.run({id}).next() && !m_requestOf.isNull(0))
        requests.append(m_requestOf.number(0));
    m_requestOf.finish();
    if (m_removeRow.run({id}).changedRows() == 1)
        removed.rows.append(id);
    m_removeRaw.run({id});
}

/// Also of a request that was not asked here: then only its id is there.
void RemovalTable::removeRequest(qint64 request, Mode mode, Timestamp now, Removed &removed)
{
    if (has(m_hasRows, {request}) || has(m_isAlias, {request}))
        return;
    if (mode == Mode::Expired && has(m_isOpen, {request, toMilliseconds(now - kAnswerable)}))
        return;
    const bool isLookup = has(m_isLookup, {request});
    QList<qint64> aliases;
    m_aliases.run({request});
    while (m_aliases.next())
        aliases.append(m_aliases.number(0));
    m_aliases.finish();
    m_removeAliases.run({request});
    m_removeExpected.run({request});
    m_removeLookup.run({request});
    for (const qint64 alias : std::as_const(aliases))
        forgetRequest(alias);
    const QString requestId = forgetRequest(request);
    if (const auto id = RequestId::fromOptional(requestId); id && isLookup)
        removed.lookups.append(*id);
}

QString RemovalTable::forgetRequest(qint64 request)
{
    const QString requestId = m_requestId.run({request}).next() ? m_requestId.text(0) : QString();
    m_requestId.finish();
    m_removeRequest.run({request});
    m_dictionary.forgetRequest(requestId);
    return requestId;
}

} // namespace console

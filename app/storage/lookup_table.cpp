// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/lookup_table.h"

namespace console {

namespace {

constexpr auto kOpenFor = std::chrono::hours(24);

#define CONSOLE_TARGET_COLUMNS                                                                                         \
    "SELECT l.request, r.request_id, l.asked_at, p.text, a.text, l.name, lc.name FROM lookup l "                       \
    "JOIN request r ON r.id=l.request LEFT JOIN term p ON p.id=l.project LEFT JOIN term a ON a.id=l.app "              \
    "LEFT JOIN contact lc ON lc.id=l.contact "

constexpr char kFind[]
    = CONSOLE_TARGET_COLUMNS "WHERE l.request=coalesce((SELECT lookup FROM alias WHERE request=?), ?)";

// Ids ascend with time, so the newest come first; the "+" makes SQLite take the index on asked_at, and so read one day and
// not the whole table. A lookup of a contact whose identities were not known has no expected
// rows: its contact alone decides. The two texts are the identity with and without the '+' that makes no difference.
constexpr char kCandidates[] = CONSOLE_TARGET_COLUMNS
    "WHERE l.asked_at>? AND (p.text IS NULL OR ?='' OR p.text=?) AND "
    "(EXISTS (SELECT 1 FROM expected e WHERE e.lookup=l.request AND e.channel=? AND e.identity IN (?, ?)) "
    "OR (l.contact=? AND (EXISTS (SELECT 1 FROM expected e WHERE e.lookup=l.request AND e.channel=?) "
    "OR NOT EXISTS (SELECT 1 FROM expected e WHERE e.lookup=l.request)))) ORDER BY +l.request DESC LIMIT 200";

} // namespace

LookupTable::LookupTable(const QSqlDatabase &database, Dictionary &dictionary)
    : m_dictionary(dictionary)
    , m_insert(database,
               "INSERT INTO lookup(request, project, app, contact, name, asked_at, wait_ms, time_limit_ms) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    , m_insertExpected(database, "INSERT INTO expected(lookup, position, channel, identity) VALUES (?, ?, ?, ?)")
    , m_register(database, "UPDATE lookup SET registered_at=? WHERE request=?")
    , m_fail(
          database,
          "UPDATE lookup SET failure=?, failed_at=?, http_status=?, failure_detail=?, vendor_words=? WHERE request=?")
    , m_insertAlias(database,
                    "INSERT OR IGNORE INTO alias(request, lookup) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM lookup "
                    "WHERE request=?)")
    , m_findAliased(database, "SELECT id FROM notification WHERE request=?")
    , m_moveAliased(database,
                    "UPDATE notification SET request=l.request, join_kind=1, latency_ms=received_at-l.asked_at, "
                    "app=coalesce(notification.app, l.app), project=coalesce(notification.project, l.project) "
                    "FROM lookup l WHERE l.request=? AND notification.request=?")
    , m_find(database, kFind)
    , m_candidates(database, kCandidates)
    , m_answers(database,
                "SELECT n.identity FROM notification n JOIN term c ON c.id=n.channel WHERE n.request=? AND c.text=?")
{ }

void LookupTable::insert(const Lookup &lookup)
{
    const qint64 request = m_dictionary.request(lookup.requestId.toString());
    const auto *contact = std::get_if<ContactId>(&lookup.recipient);
    m_insert.run({request, m_dictionary.term(TermKind::Project, textOf(lookup.projectId)),
                  m_dictionary.term(TermKind::App, lookup.appId.toString()),
                  contact ? m_dictionary.contact(contact->toString(), lookup.displayName) : QVariant(),
                  textOrEmpty(lookup.displayName), toMilliseconds(lookup.askedAt), qint64(lookup.wait.count()),
                  qint64(lookup.requestTimeLimit.count())});
    int position = 0;
    for (const auto &address : lookup.expected) {
        m_insertExpected.run({request, position++, m_dictionary.term(TermKind::Channel, address.channel.raw),
                              textOrEmpty(address.identity)});
    }
}

bool LookupTable::markRegistered(const RequestId &requestId, Timestamp at)
{
    const auto request = m_dictionary.findRequest(requestId.toString());
    return request && m_register.run({toMilliseconds(at), *request}).changedRows() == 1;
}

bool LookupTable::markFailed(const RequestId &requestId, const LookupFailure &failure)
{
    const auto request = m_dictionary.findRequest(requestId.toString());
    const QVariant status = failure.httpStatus ? QVariant(*failure.httpStatus) : QVariant();
    return request
        && m_fail
               .run({int(failure.kind), toMilliseconds(failure.at), status, textOrEmpty(failure.detail),
                     textOrEmpty(failure.vendorWords), *request})
               .changedRows()
        == 1;
}

QList<qint64> LookupTable::addAlias(const RequestId &requestId, const RequestId &alias)
{
    const auto lookup = m_dictionary.findRequest(requestId.toString());
    if (!lookup)
        return {};
    const qint64 aliased = m_dictionary.request(alias.toString());
    if (m_insertAlias.run({aliased, *lookup, aliased}).changedRows() == 0)
        return {}; // it names another lookup already, whose answers it must not take away
    QList<qint64> moved;
    m_findAliased.run({aliased});
    while (m_findAliased.next())
        moved.append(m_findAliased.number(0));
    m_findAliased.finish();
    if (!moved.isEmpty())
        m_moveAliased.run({*lookup, aliased});
    return moved;
}

JoinTarget LookupTable::readTarget(Statement &statement) const
{
    return {statement.number(0), statement.text(1), fromMilliseconds(statement.number(2)),
            statement.text(3),   statement.text(4), statement.text(5),
            statement.text(6)};
}

std::optional<JoinTarget> LookupTable::findByRequest(qint64 request)
{
    std::optional<JoinTarget> target;
    if (m_find.run({request, request}).next())
        target = readTarget(m_find);
    m_find.finish();
    return target;
}

bool LookupTable::hasAnswer(qint64 request, const ChannelIdentity &address)
{
    bool found = false;
    m_answers.run({request, address.channel.raw});
    while (!found && m_answers.next())
        found = ChannelIdentity {address.channel, m_answers.text(0)}.isSameAddress(address);
    m_answers.finish();
    return found;
}

std::optional<JoinTarget> LookupTable::findByRecipient(const CapabilityNotification &notification,
                                                       const QString &projectId, Timestamp now)
{
    const QVariant channel = m_dictionary.term(TermKind::Channel, notification.channel.raw);
    const QVariant contact = m_dictionary.contact(textOf(notification.contactId));
    const QString project = textOrEmpty(projectId);
    const auto [digits, withPlus] = notification.address().spellings();
    QList<JoinTarget> candidates;
    m_candidates.run({toMilliseconds(now - kOpenFor), project, project, channel, textOrEmpty(digits),
                      textOrEmpty(withPlus), contact, channel});
    while (m_candidates.next())
        candidates.append(readTarget(m_candidates));
    m_candidates.finish();
    for (const auto &candidate : candidates) {
        if (!hasAnswer(candidate.request, notification.address()))
            return candidate;
    }
    return candidates.isEmpty() ? std::nullopt : std::optional(candidates.first());
}

} // namespace console

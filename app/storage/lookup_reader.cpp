// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/lookup_reader.h"

namespace console {

namespace {

constexpr char kColumns[]
    = "SELECT l.request, r.request_id, p.text, a.text, c.key, l.name, l.asked_at, l.wait_ms, l.time_limit_ms, "
      "l.registered_at, l.failure, l.failed_at, l.http_status, l.failure_detail, l.vendor_words FROM lookup l "
      "JOIN request r ON r.id=l.request JOIN term a ON a.id=l.app LEFT JOIN term p ON p.id=l.project "
      "LEFT JOIN contact c ON c.id=l.contact ";

struct StoredLookup
{
    qint64 request;
    QString contactKey;
    Lookup lookup;
};

std::optional<LookupFailure> readFailure(const Statement &row)
{
    if (row.isNull(10))
        return std::nullopt;
    return LookupFailure {LookupFailure::Kind(row.number(10)),
                          row.isNull(12) ? std::nullopt : std::optional(int(row.number(12))), row.text(13),
                          row.text(14), fromMilliseconds(row.number(11))};
}

/// The recipient of typed identities is their list, which is read later: it stands in `expected`.
std::optional<StoredLookup> readStored(const Statement &row)
{
    const auto requestId = RequestId::parse(row.text(1));
    const auto appId = AppId::parse(row.text(3));
    if (!requestId || !appId)
        return std::nullopt;
    Lookup lookup {*requestId, ProjectId::fromOptional(row.text(2)), *appId, QList<ChannelIdentity>(), row.text(5),
                   {},         fromMilliseconds(row.number(6))};
    lookup.wait = std::chrono::milliseconds(row.number(7));
    lookup.requestTimeLimit = std::chrono::milliseconds(row.number(8));
    if (!row.isNull(9))
        lookup.registeredAt = fromMilliseconds(row.number(9));
    lookup.failure = readFailure(row);
    return StoredLookup {row.number(0), row.text(4), lookup};
}

void readDetails(StoredLookup &stored, Statement &expected, Statement &aliases, Statement &answers)
{
    Lookup &lookup = stored.lookup;
    expected.run({stored.request});
    while (expected.next())
        lookup.expected.append({ChannelName::fromText(expected.text(0)), expected.text(1)});
    expected.finish();
    aliases.run({stored.request});
    while (aliases.next()) {
        if (const auto alias = RequestId::fromOptional(aliases.text(0)))
            lookup.aliases.append(*alias);
    }
    aliases.finish();
    answers.run({stored.request});
    while (answers.next()) {
        lookup.answers.append({answers.number(0),
                               {ChannelName::fromText(answers.text(1)), answers.text(2)},
                               CapabilityStatus::fromText(answers.text(3)),
                               fromMilliseconds(answers.number(4))});
    }
    answers.finish();
    if (const auto contact = ContactId::fromOptional(stored.contactKey))
        lookup.recipient = *contact;
    else
        lookup.recipient = lookup.expected;
}

} // namespace

QList<Lookup> readLookups(const QSqlDatabase &connection, const QString &where, std::initializer_list<QVariant> values)
{
    Statement rows(connection, qPrintable(QLatin1String(kColumns) + where));
    QList<StoredLookup> stored;
    rows.run(values);
    while (rows.next()) {
        if (auto one = readStored(rows))
            stored.append(*std::move(one));
    }
    rows.finish();
    Statement expected(
        connection,
        "SELECT t.text, e.identity FROM expected e JOIN term t ON t.id=e.channel WHERE e.lookup=? ORDER BY e.position");
    Statement aliases(connection, "SELECT r.request_id FROM alias a JOIN request r ON r.id=a.request WHERE a.lookup=?");
    Statement answers(
        connection,
        "SELECT n.id, ch.text, n.identity, st.text, n.received_at FROM notification n "
        "LEFT JOIN term ch ON ch.id=n.channel LEFT JOIN term st ON st.id=n.status WHERE n.request=? ORDER BY n.id");
    QList<Lookup> lookups;
    for (auto &one : stored) {
        readDetails(one, expected, aliases, answers);
        lookups.append(one.lookup);
    }
    return lookups;
}

} // namespace console

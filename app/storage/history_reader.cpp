// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_reader.h"

#include "storage/lookup_reader.h"
#include "storage/readable_history.h"
#include "storage/row_reader.h"

namespace console {

namespace {

constexpr qint64 kCountedIds = 100'000; // a statement; about 5 ms when they are in memory

/// The door of this room: what SQLite says becomes an Error.
template <typename F>
auto guarded(F f) -> Result<std::invoke_result_t<F>>
{
    try {
        return f();
    } catch (const SqlFailure &problem) {
        return failure(problem.toError());
    }
}

QList<NotificationRow> readRows(Statement &statement, std::initializer_list<QVariant> values)
{
    QList<NotificationRow> rows;
    statement.run(values);
    while (statement.next())
        rows.append(readRow(statement));
    statement.finish();
    return rows;
}

qint64 single(const QSqlDatabase &connection, const char *sql)
{
    Statement statement(connection, sql);
    const qint64 value = statement.run().next() ? statement.number(0) : 0;
    statement.finish();
    return value;
}

QList<KeptCallback> readKept(const QSqlDatabase &connection, const char *sql, int limit)
{
    Statement statement(connection, sql);
    QList<KeptCallback> kept;
    statement.run({limit});
    while (statement.next()) {
        kept.append({statement.number(0), fromMilliseconds(statement.number(1)), statement.text(2), statement.text(3),
                     statement.bytes(4), statement.bytes(5)});
    }
    return kept;
}

} // namespace

qint64 HistoryCounts::rejectedTotal() const
{
    return std::accumulate(rejected.begin(), rejected.end(), qint64(0));
}

HistoryReader::HistoryReader(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{ }

HistoryReader::~HistoryReader() = default;

Result<std::unique_ptr<HistoryReader>> HistoryReader::open(const QString &path)
{
    auto database = openReadable(path);
    if (!database)
        return failure(database.error());
    return std::unique_ptr<HistoryReader>(new HistoryReader(*std::move(database)));
}

bool HistoryReader::isOutdated() const
{
    return m_database->isOutdated();
}

Result<HistoryExtent> HistoryReader::extent(qint64 sinceId)
{
    return guarded([&] {
        Statement statement(
            m_database->connection(),
            "SELECT (SELECT count(*) FROM notification), (SELECT count(*) FROM notification WHERE id>?), "
            "(SELECT max(id) FROM notification)"); // one statement: of one moment
        statement.run({sinceId}).next();
        return HistoryExtent {statement.number(0), statement.number(1), statement.number(2), m_database->file()};
    });
}

Result<QList<NotificationRow>> HistoryReader::newestRows(int limit, qint64 beforeId)
{
    return guarded([&] {
        Statement statement(m_database->connection(), CONSOLE_ROW_COLUMNS "WHERE n.id<? ORDER BY n.id DESC LIMIT ?");
        return readRows(statement, {beforeId, limit});
    });
}

Result<QList<NotificationRow>> HistoryReader::rowsAfter(qint64 afterId, int limit)
{
    return guarded([&] {
        Statement statement(m_database->connection(), CONSOLE_ROW_COLUMNS "WHERE n.id>? ORDER BY n.id LIMIT ?");
        return readRows(statement, {afterId, limit});
    });
}

Result<QList<NotificationRow>> HistoryReader::rowsOf(const RequestId &requestId)
{
    return guarded([&] {
        Statement statement(m_database->connection(),
                            CONSOLE_ROW_COLUMNS
                            "WHERE n.request=(SELECT id FROM request WHERE request_id=?) ORDER BY n.id");
        return readRows(statement, {requestId.toString()});
    });
}

Result<QList<NotificationRow>> HistoryReader::rowsAbout(const QString &projectId, const QString &contactId,
                                                        const ChannelIdentity &address, int limit)
{
    return guarded([&] {
        Statement statement(
            m_database->connection(),
            CONSOLE_ROW_COLUMNS
            "WHERE (n.project IS NULL OR n.project=(SELECT id FROM term WHERE kind=1 AND text=?)) AND ((?<>'' AND "
            "(n.contact=(SELECT id FROM contact WHERE key=?) OR lc.key=?)) "
            "OR (?='' AND n.channel=(SELECT id FROM term WHERE kind=3 AND text=?) "
            "AND n.identity IN (?, ?))) ORDER BY n.id DESC LIMIT ?");
        const QString contact = textOrEmpty(contactId);
        const auto [digits, withPlus] = address.spellings();
        return readRows(
            statement,
            {textOrEmpty(projectId), contact, contact, contact, contact, address.channel.raw, digits, withPlus, limit});
    });
}

Result<std::optional<RawCallback>> HistoryReader::raw(qint64 notificationId)
{
    return guarded([&]() -> std::optional<RawCallback> {
        Statement statement(m_database->connection(), "SELECT body, headers FROM raw WHERE id=?");
        if (!statement.run({notificationId}).next())
            return std::nullopt;
        return RawCallback {statement.bytes(0), statement.bytes(1)};
    });
}

Result<QList<Lookup>> HistoryReader::recentLookups(int limit)
{
    return guarded([&] {
        return readLookups(m_database->connection(), QStringLiteral("ORDER BY l.request DESC LIMIT ?"), {limit});
    });
}

Result<QList<Lookup>> HistoryReader::lookupsAbout(const QString &contactId, const ChannelIdentity &address, int limit)
{
    return guarded([&] {
        if (!contactId.isEmpty())
            return readLookups(m_database->connection(),
                               QStringLiteral("WHERE c.key=? ORDER BY l.request DESC LIMIT ?"), {contactId, limit});
        const auto [digits, withPlus] = address.spellings();
        return readLookups(m_database->connection(),
                           QStringLiteral("WHERE l.request IN (SELECT lookup FROM expected WHERE channel=(SELECT id "
                                          "FROM term WHERE kind=3 AND text=?) AND identity IN (?, ?)) "
                                          "ORDER BY l.request DESC LIMIT ?"),
                           {address.channel.raw, digits, withPlus, limit});
    });
}

Result<std::optional<Lookup>> HistoryReader::findLookup(const RequestId &requestId)
{
    return guarded([&]() -> std::optional<Lookup> {
        const auto found
            = readLookups(m_database->connection(), QStringLiteral("WHERE r.request_id=?"), {requestId.toString()});
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    });
}

Result<HistoryCounts> HistoryReader::counts(const std::function<bool()> &isCancelled)
{
    auto counts = countsAside();
    if (!counts)
        return counts;
    bool isBroken = false;
    const auto counted = guarded([&] {
        const auto connection = m_database->connection();
        counts->lastId = single(connection, "SELECT ifnull(max(id), 0) FROM notification");
        qint64 begin = single(connection, "SELECT ifnull(min(id), 1) FROM notification");
        Statement block(connection, "SELECT count(*) FROM notification WHERE id BETWEEN ? AND ?");
        for (; begin <= counts->lastId && !isBroken; begin += kCountedIds) {
            block.run({begin, std::min(begin + kCountedIds - 1, counts->lastId)}).next();
            counts->notifications += block.number(0);
            block.finish(); // a statement that stays open keeps the log from being emptied
            isBroken = isCancelled && isCancelled();
        }
        return *counts;
    });
    return isBroken ? failure(Error::Kind::Cancelled, QStringLiteral("nobody waits for the count")) : counted;
}

Result<HistoryCounts> HistoryReader::countsAside()
{
    return guarded([&] {
        const auto connection = m_database->connection();
        HistoryCounts counts;
        counts.otherEvents = single(connection, "SELECT count(*) FROM other_event");
        counts.unreadable = single(connection, "SELECT count(*) FROM unreadable");
        Statement statement(connection, "SELECT cause, count FROM rejected_count");
        statement.run();
        while (statement.next())
            counts.rejected.insert(RejectionCause(statement.number(0)), statement.number(1));
        return counts;
    });
}

Result<QList<RejectedCallback>> HistoryReader::rejected(int limit)
{
    return guarded([&] {
        Statement statement(m_database->connection(),
                            "SELECT id, received_at, project, path, cause, detail, headers, body FROM quarantine "
                            "ORDER BY id DESC LIMIT ?");
        QList<RejectedCallback> rejected;
        statement.run({limit});
        while (statement.next()) {
            rejected.append({statement.number(0), fromMilliseconds(statement.number(1)), statement.text(2),
                             statement.text(3), RejectionCause(statement.number(4)), statement.text(5),
                             statement.bytes(6), statement.bytes(7)});
        }
        return rejected;
    });
}

Result<QList<KeptCallback>> HistoryReader::otherEvents(int limit)
{
    return guarded([&] {
        return readKept(m_database->connection(),
                        "SELECT o.id, o.received_at, p.text, k.text, o.headers, o.body FROM other_event o "
                        "LEFT JOIN term p ON p.id=o.project LEFT JOIN term k ON k.id=o.kind ORDER BY o.id DESC LIMIT ?",
                        limit);
    });
}

Result<QList<KeptCallback>> HistoryReader::unreadable(int limit)
{
    return guarded([&] {
        return readKept(m_database->connection(),
                        "SELECT u.id, u.received_at, p.text, u.why, u.headers, u.body FROM unreadable u "
                        "LEFT JOIN term p ON p.id=u.project ORDER BY u.id DESC LIMIT ?",
                        limit);
    });
}

Result<QList<ReceiverGap>> HistoryReader::gaps(int limit)
{
    return guarded([&] {
        Statement statement(m_database->connection(),
                            "SELECT kind, began_at, ended_at, after_id FROM gap ORDER BY id DESC LIMIT ?");
        QList<ReceiverGap> gaps;
        statement.run({limit});
        while (statement.next())
            gaps.append({ReceiverGap::Kind(statement.number(0)), fromMilliseconds(statement.number(1)),
                         fromMilliseconds(statement.number(2)), statement.number(3)});
        return gaps;
    });
}

Result<QList<OwnWebhook>> HistoryReader::ownWebhooks()
{
    return guarded([&] {
        Statement statement(m_database->connection(),
                            "SELECT webhook_id, project, app, target, created_at FROM own_webhook");
        QList<OwnWebhook> webhooks;
        statement.run();
        while (statement.next()) {
            if (const auto id = WebhookId::fromOptional(statement.text(0))) {
                webhooks.append({*id, statement.text(1), statement.text(2), statement.text(3),
                                 fromMilliseconds(statement.number(4))});
            }
        }
        return webhooks;
    });
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/column_block_reader.h"

#include "storage/readable_history.h"
#include "storage/row_reader.h"

namespace console {

namespace {

// Each value that crosses to Qt costs more than SQLite needs for a row: ids go in pairs, 32 bits each, and texts as they
// stand in the file, without becoming UTF-16.
#define CONSOLE_PAIR(high, low) "(ifnull(" high ",0)<<32)|ifnull(" low ",0)"
constexpr char kRows[]
    = "SELECT id, (received_at<<12)|signature|(join_kind<<4)|(outcome<<8), CAST(accepted_time AS BLOB), CAST(identity "
      "AS BLOB), "
      "latency_ms, " CONSOLE_PAIR("project", "app") ", " CONSOLE_PAIR("contact", "request") ", " CONSOLE_PAIR(
          "channel",
          "status") ", " CONSOLE_PAIR("features",
                                      "retries") ", " CONSOLE_PAIR("reason",
                                                                   "sub_code") ", " CONSOLE_PAIR("channel_code",
                                                                                                 "description") " FROM "
                                                                                                                "notifi"
                                                                                                                "cation"
                                                                                                                " WHERE"
                                                                                                                " id "
                                                                                                                "BETWEE"
                                                                                                                "N ? "
                                                                                                                "AND ?";

// As progressOf() computes it: the wait begins at the registration, else at the first answer, else at the question.
#define CONSOLE_REQUEST_COLUMNS                                                                                        \
    "SELECT r.id, CAST(r.request_id AS BLOB), nullif(l.name, c.name), l.contact, l.wait_ms+coalesce(l.registered_at, " \
    "(SELECT n.received_at FROM notification n WHERE n.request=l.request ORDER BY n.id LIMIT 1), l.asked_at) "         \
    "FROM request r LEFT JOIN lookup l ON l.request=r.id LEFT JOIN contact c ON c.id=l.contact "

template <typename F>
Result<> guarded(F f)
{
    try {
        f();
        return {};
    } catch (const SqlFailure &problem) {
        return failure(problem.toError());
    }
}

quint32 idAt(const Statement &row, int column)
{
    return quint32(row.number(column)); // NULL reads as 0
}

void splitPair(const Statement &row, int column, quint32 &high, quint32 &low)
{
    const auto pair = quint64(row.number(column));
    high = quint32(pair >> 32);
    low = quint32(pair);
}

NarrowRow readNarrow(const Statement &row)
{
    NarrowRow read;
    read.id = row.number(0);
    const qint64 timeAndFacts = row.number(1); // the time in all but the lowest twelve bits
    read.receivedAt = timeAndFacts >> 12;
    readSignature(timeAndFacts & 0xf, read);
    read.join = JoinKind(timeAndFacts >> 4 & 0xf);
    read.outcome = Outcome(timeAndFacts >> 8 & 0xf);
    read.acceptedTime = row.bytes(2);
    read.identity = row.bytes(3);
    if (!row.isNull(4))
        read.latency = row.number(4);
    splitPair(row, 5, read.project, read.app);
    splitPair(row, 6, read.contact, read.request);
    splitPair(row, 7, read.channel, read.status);
    splitPair(row, 8, read.features, read.retries);
    splitPair(row, 9, read.reason, read.subCode);
    splitPair(row, 10, read.channelCode, read.description);
    return read;
}

StoredRequest readRequest(const Statement &row)
{
    StoredRequest request {idAt(row, 0), row.bytes(1), idAt(row, 3), {}, {}};
    if (!row.isNull(2))
        request.givenName = row.text(2);
    if (!row.isNull(4))
        request.deadline = fromMilliseconds(row.number(4));
    return request;
}

} // namespace

struct ColumnBlockReader::Statements
{
    explicit Statements(const QSqlDatabase &connection)
        : extent(connection, "SELECT (SELECT min(id) FROM notification), (SELECT max(id) FROM notification)")
        , newest(connection, CONSOLE_ROW_COLUMNS "ORDER BY n.id DESC LIMIT ?")
        , ids(connection, "SELECT id FROM notification WHERE id BETWEEN ? AND ? ORDER BY id")
        , rows(connection, kRows)
        , terms(connection, "SELECT id, text FROM term WHERE id>? ORDER BY id")
        , contacts(connection, "SELECT id, key, name FROM contact WHERE id>? ORDER BY id")
        , requests(connection, CONSOLE_REQUEST_COLUMNS "WHERE r.id BETWEEN ? AND ?")
        , request(connection, CONSOLE_REQUEST_COLUMNS "WHERE r.request_id=?")
        , annotations(connection, "SELECT id, is_pinned, tags, note FROM annotation WHERE id BETWEEN ? AND ?")
        , bodies(connection, "SELECT id, body FROM raw WHERE id BETWEEN ? AND ? ORDER BY id")
    { }
    Statement extent, newest, ids, rows, terms, contacts, requests, request, annotations, bodies;
};

ColumnBlockReader::ColumnBlockReader(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_statements(std::make_unique<Statements>(m_database->connection()))
{ }

ColumnBlockReader::~ColumnBlockReader()
{
    m_statements.reset(); // before the connection that they belong to
}

Result<std::unique_ptr<ColumnBlockReader>> ColumnBlockReader::open(const QString &path)
{
    auto database = openReadable(path);
    if (!database)
        return failure(database.error());
    std::unique_ptr<ColumnBlockReader> reader;
    const auto prepared = guarded([&] { reader.reset(new ColumnBlockReader(*std::move(database))); });
    if (!prepared)
        return failure(prepared.error());
    return reader;
}

Result<ColumnBlockReader::Extent> ColumnBlockReader::extent()
{
    Extent extent;
    const auto read = guarded([&] {
        Statement &row = m_statements->extent.run();
        if (row.next())
            extent = {row.number(0), row.number(1)};
        row.finish();
    });
    return read ? Result<Extent>(extent) : failure(read.error());
}

Result<QList<NotificationRow>> ColumnBlockReader::newestRows(int limit)
{
    QList<NotificationRow> rows;
    const auto read = guarded([&] {
        Statement &row = m_statements->newest.run({limit});
        while (row.next())
            rows.append(readRow(row));
        row.finish();
    });
    return read ? Result<QList<NotificationRow>>(rows) : failure(read.error());
}

bool ColumnBlockReader::isOutdated() const
{
    return m_database->isOutdated();
}

Result<QList<quint32>> ColumnBlockReader::idsOf(qint64 firstId, qint64 lastId)
{
    QList<quint32> ids;
    const auto read = guarded([&] {
        Statement &row = m_statements->ids.run({firstId, lastId});
        while (row.next())
            ids.append(quint32(row.number(0)));
        row.finish();
    });
    return read ? Result<QList<quint32>>(ids) : failure(read.error());
}

Result<> ColumnBlockReader::readRows(qint64 firstId, qint64 lastId,
                                     const std::function<void(const NarrowRow &)> &consume)
{
    return guarded([&] {
        Statement &row = m_statements->rows.run({firstId, lastId});
        while (row.next())
            consume(readNarrow(row));
        row.finish();
    });
}

Result<> ColumnBlockReader::readAnnotations(qint64 firstId, qint64 lastId,
                                            const std::function<void(qint64, const Annotation &)> &consume)
{
    return guarded([&] {
        Statement &row = m_statements->annotations.run({firstId, lastId});
        while (row.next())
            consume(row.number(0), {row.number(1) != 0, splitFeatures(row.text(2)), row.text(3)});
        row.finish();
    });
}

Result<> ColumnBlockReader::readTerms(quint32 afterId, const std::function<void(quint32, const QString &)> &consume)
{
    return guarded([&] {
        Statement &row = m_statements->terms.run({afterId});
        while (row.next())
            consume(idAt(row, 0), row.text(1));
        row.finish();
    });
}

Result<> ColumnBlockReader::readContacts(quint32 afterId,
                                         const std::function<void(quint32, const QString &, const QString &)> &consume)
{
    return guarded([&] {
        Statement &row = m_statements->contacts.run({afterId});
        while (row.next())
            consume(idAt(row, 0), row.text(1), row.text(2));
        row.finish();
    });
}

Result<> ColumnBlockReader::readRequests(quint32 firstId, quint32 lastId,
                                         const std::function<void(const StoredRequest &)> &consume)
{
    return guarded([&] {
        Statement &row = m_statements->requests.run({firstId, lastId});
        while (row.next())
            consume(readRequest(row));
        row.finish();
    });
}

Result<std::optional<StoredRequest>> ColumnBlockReader::findRequest(const QString &requestId)
{
    std::optional<StoredRequest> found;
    const auto read = guarded([&] {
        Statement &row = m_statements->request.run({requestId});
        if (row.next())
            found = readRequest(row);
        row.finish();
    });
    return read ? Result<std::optional<StoredRequest>>(found) : failure(read.error());
}

Result<> ColumnBlockReader::readBodies(qint64 firstId, qint64 lastId,
                                       const std::function<void(qint64, const QByteArray &)> &consume)
{
    return guarded([&] {
        Statement &row = m_statements->bodies.run({firstId, lastId});
        while (row.next())
            consume(row.number(0), row.bytes(1));
        row.finish();
    });
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/writer_tables.h"

#include "core/log.h"
#include "storage/checkpointer.h"

namespace console {

namespace {
QString logPath(const QString &path)
{
    return path + QStringLiteral("-wal");
}
} // namespace

WriterTables::WriterTables(QString databasePath, std::unique_ptr<Database> opened)
    : database(std::move(opened))
    , connection(database->connection())
    , dictionary(connection)
    , lookups(connection, dictionary)
    , notifications(connection, dictionary, lookups)
    , kept(connection, dictionary)
    , nonces(connection)
    , annotations(connection)
    , removals(connection, dictionary)
    , erasures(connection, dictionary)
    , rememberWebhook(
          connection,
          "INSERT OR REPLACE INTO own_webhook(webhook_id, project, app, target, created_at) VALUES (?, ?, ?, ?, ?)")
    , forgetWebhook(connection, "DELETE FROM own_webhook WHERE webhook_id=?")
    , m_path(std::move(databasePath))
    , m_file(FileIdentity::ofPath(m_path))
    , m_log(FileIdentity::ofPath(
          logPath(m_path))) // made with the first statement above; stays while a connection is open
{ }

Result<std::unique_ptr<WriterTables>> WriterTables::open(const QString &path)
{
    auto opened = Database::open(path, Database::Mode::ReadWrite);
    if (!opened)
        return failure(opened.error());
    try {
        const auto connection = (*opened)->connection();
        execute(connection, QStringLiteral("PRAGMA busy_timeout=%1").arg(kPatience.count()));
        execute(connection, QStringLiteral("PRAGMA secure_delete=ON")); // what is removed is gone from the file
        execute(connection, QStringLiteral("PRAGMA wal_autocheckpoint=%1").arg(Checkpointer::kSafetyNetPages));
        return std::unique_ptr<WriterTables>(new WriterTables(path, *std::move(opened)));
    } catch (const SqlFailure &problem) {
        return failure(problem.toError());
    }
}

qint64 WriterTables::keepIdsAbove(qint64 id)
{
    Statement asked(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name='notification'");
    asked.run().next();
    const qint64 highest = asked.number(0);
    if (highest >= id)
        return highest;
    Statement(connection, "DELETE FROM sqlite_sequence WHERE name='notification'").run();
    Statement(connection, "INSERT INTO sqlite_sequence(name, seq) VALUES ('notification', ?)").run({id});
    return id;
}

QString WriterTables::whatHappenedToTheFile() const
{
    const auto fileNow = FileIdentity::ofPath(m_path);
    if (!fileNow || fileNow != m_file)
        return (fileNow ? QStringLiteral("%1 was replaced by another file while it was open")
                        : QStringLiteral("%1 was deleted or moved away while it was open"))
            .arg(m_path);
    if (m_log && FileIdentity::ofPath(logPath(m_path)) != m_log)
        return QStringLiteral("%1 was deleted or replaced while it was open").arg(logPath(m_path));
    return {};
}

bool WriterTables::emptyLog()
{
    Statement statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    const bool isEmptied = statement.run().next() && statement.number(0) == 0;
    statement.finish();
    return isEmptied;
}

void WriterTables::rescueLog()
{
    if (FileIdentity::ofPath(m_path) != m_file)
        return;
    try {
        Statement statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        statement.run().next();
    } catch (const SqlFailure &problem) {
        qCWarning(lcStorage) << "what stood in the deleted log is lost:" << problem.detail;
    }
}

} // namespace console

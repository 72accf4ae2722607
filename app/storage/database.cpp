// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/sql.h"

#include <QFileInfo>
#include <QSqlError>

#include <atomic>

namespace console {

namespace {

void applyPragmas(const QSqlDatabase &connection, Database::Mode mode)
{
    execute(connection, QStringLiteral("PRAGMA busy_timeout=5000"));
    execute(connection, QStringLiteral("PRAGMA cache_size=-4096"));
    if (mode == Database::Mode::ReadOnly) {
        execute(connection, QStringLiteral("PRAGMA query_only=ON"));
        return;
    }
    execute(connection, QStringLiteral("PRAGMA page_size=8192")); // counts only while the file is empty
    execute(connection, QStringLiteral("PRAGMA journal_mode=WAL"));
    execute(connection, QStringLiteral("PRAGMA synchronous=FULL"));
    execute(connection, QStringLiteral("PRAGMA foreign_keys=ON"));
}

} // namespace

Database::Database(QString name)
    : m_name(std::move(name))
{ }

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    static std::atomic<int> counter {0};
    if (mode == Mode::ReadOnly && !QFileInfo::exists(path))
        return failure(Error::Kind::Storage, QStringLiteral("there is no file %1").arg(path));
    const QString name = QStringLiteral("history-%1").arg(++counter);
    std::unique_ptr<Database> database(new Database(name));
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(path);
        if (mode == Mode::ReadOnly) // a writer may be at work: WAL needs its -shm, so the file is opened as usual
            connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!connection.open())
            return failure(Error::Kind::Storage,
                           QStringLiteral("%1 cannot be opened: %2").arg(path, connection.lastError().databaseText()));
        try {
            applyPragmas(connection, mode);
        } catch (const SqlFailure &problem) {
            Error error = problem.toError();
            if (problem.isDamage)
                error.kind = Error::Kind::Config;
            error.detail = QStringLiteral("%1: %2").arg(path, error.detail);
            return failure(error);
        }
    }
    return database;
}

QString Database::engineVersion()
{
    const Database memory(QStringLiteral("engine-version"));
    auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("engine-version"));
    connection.setDatabaseName(QStringLiteral(":memory:"));
    if (!connection.open())
        return {};
    QSqlQuery query(QStringLiteral("SELECT sqlite_version()"), connection);
    return query.next() ? query.value(0).toString() : QString();
}

} // namespace console

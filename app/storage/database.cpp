// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/file_access.h"
#include "storage/sql.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace console {

namespace {

void applyPragmas(const QSqlDatabase &connection, Database::Mode mode)
{
    execute(connection, QStringLiteral("PRAGMA busy_timeout=5000"));
    if (mode == Database::Mode::ReadOnly) {
        execute(connection, QStringLiteral("PRAGMA cache_size=-2048")); // there are several; reads are by id, or of all
        execute(connection, QStringLiteral("PRAGMA query_only=ON"));
        execute(connection, QStringLiteral("PRAGMA schema_version")); // the first one that looks into the file
        return;
    }
    execute(connection, QStringLiteral("PRAGMA cache_size=-4096"));
    execute(connection, QStringLiteral("PRAGMA page_size=8192")); // counts only while the file is empty
    execute(connection, QStringLiteral("PRAGMA journal_mode=WAL"));
    execute(connection, QStringLiteral("PRAGMA synchronous=FULL"));
    execute(connection, QStringLiteral("PRAGMA foreign_keys=ON"));
}

} // namespace

Database::Database(QString name, QString path)
    : m_name(std::move(name))
    , m_path(std::move(path))
{ }

Database::~Database()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode)
{
    if (mode == Mode::ReadWrite)
        return open(path, mode, path, {});
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::Storage, QStringLiteral("there is no file %1").arg(path));
    if (const auto why = whyForbidden(path, FileUse::Reading))
        return failure(Error::Kind::Storage, QStringLiteral("%1 may not be read: %2").arg(path, *why));
    // A writer may be at work: WAL needs its -shm, so the file is opened as usual, and SQLite makes what is missing. Where
    // it may not, and no log is there, nobody is at work.
    if (!whyForbidden(info.absolutePath(), FileUse::Writing) || QFileInfo::exists(path + QStringLiteral("-wal")))
        return open(path, mode, path, QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const QByteArray name = QUrl::fromLocalFile(info.absoluteFilePath()).toEncoded() + "?immutable=1";
    return open(path, mode, QString::fromLatin1(name), QStringLiteral("QSQLITE_OPEN_URI"));
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode, const QString &fileName,
                                                 const QString &options)
{
    static std::atomic<int> counter {0};
    const QString name = QStringLiteral("history-%1").arg(++counter);
    std::unique_ptr<Database> database(new Database(name, path));
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(fileName);
        connection.setConnectOptions(options);
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
    database->m_file = FileIdentity::ofPath(path);
    return database;
}

bool Database::isOutdated() const
{
    const auto now = FileIdentity::ofPath(m_path);
    return now && now != m_file; // one that is gone may still be read
}

QString Database::engineVersion()
{
    const Database memory(QStringLiteral("engine-version"), QString());
    auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("engine-version"));
    connection.setDatabaseName(QStringLiteral(":memory:"));
    if (!connection.open())
        return {};
    Statement version(connection, "SELECT sqlite_version()");
    return version.run().next() ? version.text(0) : QString();
}

} // namespace console

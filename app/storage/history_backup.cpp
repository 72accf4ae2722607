// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_backup.h"

#include "storage/database.h"
#include "storage/database_lock.h"
#include "storage/schema_migrator.h"
#include "storage/set_aside.h"
#include "storage/sql.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <memory>
#include <sqlite3.h>

namespace console {

namespace {

constexpr int kStepPages = 256;
constexpr int kPatienceMs = 5'000;

struct Closer
{
    void operator()(sqlite3 *connection) const { sqlite3_close(connection); }
};
using Connection = std::unique_ptr<sqlite3, Closer>;

Unexpected<Error> trouble(sqlite3 *connection, const QString &path)
{
    const int code = sqlite3_errcode(connection) & 0xff;
    const auto kind = code == SQLITE_BUSY || code == SQLITE_LOCKED ? Error::Kind::Busy : Error::Kind::Storage;
    return failure(kind, QStringLiteral("%1: %2").arg(path, QString::fromUtf8(sqlite3_errmsg(connection))));
}

/// Own connections, not Qt's: a backup needs both at once.
Result<Connection> open(const QString &path, int flags)
{
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &raw, flags, nullptr);
    Connection connection(raw);
    if (code != SQLITE_OK)
        return trouble(raw, path);
    sqlite3_busy_timeout(raw, kPatienceMs);
    return connection;
}

Result<> run(const Connection &connection, const char *sql, const QString &path)
{
    if (sqlite3_exec(connection.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return trouble(connection.get(), path);
    return {};
}

Result<> step(sqlite3_backup *backup, const CopyProgress &progress)
{
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup, kStepPages);
        const int all = sqlite3_backup_pagecount(backup);
        if (progress && !progress(all - sqlite3_backup_remaining(backup), all))
            return failure(Error::Kind::Cancelled, QStringLiteral("the copy was cancelled"));
    }
    if (code != SQLITE_DONE)
        return failure(Error::Kind::Storage, QString::fromUtf8(sqlite3_errstr(code)));
    return {};
}

/// The copy is taken from one moment: without the transaction, each commit of the writer would make it begin anew.
Result<> copy(const QString &from, const QString &to, const CopyProgress &progress)
{
    const auto source = open(from, SQLITE_OPEN_READWRITE); // a log needs its index, which is written
    if (!source)
        return failure(source.error());
    const auto target = open(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!target)
        return failure(target.error());
    if (auto held = run(*source, "PRAGMA query_only=ON; BEGIN; SELECT count(*) FROM sqlite_master", from); !held)
        return held;
    sqlite3_backup *backup = sqlite3_backup_init(target->get(), "main", source->get(), "main");
    if (!backup)
        return trouble(target->get(), to);
    auto copied = step(backup, progress);
    sqlite3_backup_finish(backup);
    return copied ? run(*target, "PRAGMA journal_mode=DELETE", to) : copied;
}

/// A sound history of this program, or an older one.
Result<> check(const QString &path)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return failure(database.error());
    const auto report = SchemaMigrator::ofThisProgram().inspect((*database)->connection());
    const bool isHistory
        = report.version > 0 && (report.mayWrite() || report.outcome == SchemaMigrator::Outcome::NewerCompatible);
    if (!isHistory)
        return failure(Error::Kind::Config, QStringLiteral("%1 is no history: %2").arg(path, report.detail));
    try {
        Statement integrity((*database)->connection(), "PRAGMA integrity_check(1)");
        if (!integrity.run().next() || integrity.text(0) != QLatin1String("ok"))
            return failure(Error::Kind::Config, QStringLiteral("%1 is damaged: %2").arg(path, integrity.text(0)));
    } catch (const SqlFailure &problem) {
        Error error = problem.toError();
        if (problem.isDamage)
            error.kind = Error::Kind::Config;
        return failure(error);
    }
    return {};
}

void removeParts(const QString &path)
{
    for (const char *ending : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(ending));
}

/// Beside its final place, under another name.
Result<QString> makePart(const QString &from, const QString &wanted, const CopyProgress &progress)
{
    if (!QFileInfo::exists(from))
        return failure(Error::Kind::Storage, QStringLiteral("there is no file %1").arg(from));
    const QString part = wanted + QStringLiteral(".part");
    removeParts(part);
    QFile file(part); // made here, for its owner only
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failure(Error::Kind::Storage, QStringLiteral("%1: %2").arg(part, file.errorString()));
    file.close();
    auto made = copy(from, part, progress);
    if (made)
        made = check(part);
    if (made)
        return part;
    removeParts(part);
    return failure(made.error());
}

Result<> rename(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failure(Error::Kind::Storage, QStringLiteral("%1 cannot be renamed to %2").arg(from, to));
    return {};
}

} // namespace

Result<> backUpHistory(const QString &path, const QString &output, const CopyProgress &progress)
{
    if (QFileInfo(output).exists() && QFileInfo(output).canonicalFilePath() == QFileInfo(path).canonicalFilePath())
        return failure(Error::Kind::Storage, QStringLiteral("%1 is the history itself").arg(output));
    const auto part = makePart(path, output, progress);
    return part ? rename(*part, output) : failure(part.error());
}

Result<std::optional<QString>> restoreHistory(const QString &backup, const QString &path, Timestamp now,
                                              const CopyProgress &progress)
{
    const QFileInfo info(path);
    const QString place = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    const auto lock = DatabaseLock::acquire(place);
    if (!lock)
        return failure(lock.error());
    const auto part = makePart(backup, place, progress);
    if (!part)
        return failure(part.error());
    std::optional<QString> aside;
    if (QFileInfo::exists(place)) {
        const auto renamed = setAside(place, QStringLiteral("before-restore"), now);
        if (!renamed)
            return failure(renamed.error());
        aside = *renamed;
    }
    if (const auto renamed = rename(*part, place); !renamed)
        return failure(renamed.error());
    return aside;
}

} // namespace console

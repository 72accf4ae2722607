// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/damaged_history.h"

#include "storage/database.h"
#include "storage/database_lock.h"
#include "storage/schema_migrator.h"
#include "storage/set_aside.h"
#include "storage/sql.h"

#include <QFile>
#include <QFileInfo>

namespace console {

namespace {

enum class Condition { Sound, Damaged };

bool isSqliteFile(const QString &path)
{
    QFile file(path);
    return file.size() == 0 || (file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3\0", 16));
}

Result<Condition> examine(const QString &path)
{
    if (!isSqliteFile(path))
        return Condition::Damaged;
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database.error().kind == Error::Kind::Config ? Result<Condition>(Condition::Damaged)
                                                            : failure(database.error());
    try {
        Statement check((*database)->connection(), "PRAGMA quick_check(1)");
        if (!check.run().next() || check.text(0) != QLatin1String("ok"))
            return Condition::Damaged;
    } catch (const SqlFailure &problem) {
        return problem.isDamage ? Result<Condition>(Condition::Damaged) : failure(problem.toError());
    }
    const auto report = SchemaMigrator::ofThisProgram().inspect((*database)->connection());
    if (report.outcome == SchemaMigrator::Outcome::BadSchema)
        return failure(Error::Kind::Config, QStringLiteral("%1: %2").arg(path, report.detail));
    return Condition::Sound;
}

} // namespace

Result<std::optional<QString>> setDamagedHistoryAside(const QString &path, Timestamp now)
{
    const QFileInfo info(path);
    if (!info.exists())
        return std::optional<QString>();
    const auto lock = DatabaseLock::acquire(info.canonicalFilePath());
    if (!lock)
        return failure(lock.error());
    const auto condition = examine(path);
    if (!condition)
        return failure(condition.error());
    if (*condition == Condition::Sound)
        return std::optional<QString>();
    const auto name = setAside(path, QStringLiteral("corrupt"), now);
    return name ? Result<std::optional<QString>>(*name) : failure(name.error());
}

} // namespace console

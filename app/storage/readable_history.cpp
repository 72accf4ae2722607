// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/readable_history.h"

#include "storage/schema_migrator.h"
#include "storage/sql.h"

namespace console {

namespace {

/// \param since  the version of the schema that made the table.
void standIn(const QSqlDatabase &connection, int version, int since, const char *table)
{
    if (version < since)
        execute(connection, QLatin1String("CREATE TEMP TABLE ") + QLatin1String(table));
}

} // namespace

Result<std::unique_ptr<Database>> openReadable(const QString &path)
{
    auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return database;
    const auto connection = (*database)->connection();
    const auto report = SchemaMigrator::ofThisProgram().inspect(connection);
    if (!report.mayRead() || report.version == 0)
        return failure(Error::Kind::Config,
                       QStringLiteral("%1 is not a history that this program can read: %2")
                           .arg(path, report.detail.isEmpty() ? QStringLiteral("it is empty") : report.detail));
    try {
        execute(connection, QStringLiteral("PRAGMA query_only=OFF")); // what stands in is in memory
        execute(connection, QStringLiteral("PRAGMA temp_store=MEMORY"));
        standIn(connection, report.version, 2, "annotation(id INTEGER PRIMARY KEY, is_pinned, tags, note)");
        standIn(connection, report.version, 4, "gap(id INTEGER PRIMARY KEY, kind, began_at, ended_at, after_id)");
        execute(connection, QStringLiteral("PRAGMA query_only=ON"));
    } catch (const SqlFailure &problem) {
        return failure(problem.toError());
    }
    return database;
}

} // namespace console

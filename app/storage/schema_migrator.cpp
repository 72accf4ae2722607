// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_migrator.h"

#include "core/log.h"
#include "storage/sql.h"
#include "storage/transaction.h"

#include <QDir>
#include <QFile>

static void initMigrations()
{
    Q_INIT_RESOURCE(migrations);
} // a resource of a static library must be asked for

namespace console {

namespace {

constexpr int kApplicationId = 0x43617043; // "CapC" in the file's header tells our files from others

int pragma(const QSqlDatabase &connection, const char *sql)
{
    Statement statement(connection, sql);
    const int value = statement.run().next() ? int(statement.number(0)) : 0;
    statement.finish();
    return value;
}

bool hasTables(const QSqlDatabase &connection)
{
    Statement statement(connection, "SELECT 1 FROM sqlite_master LIMIT 1");
    const bool any = statement.run().next();
    statement.finish();
    return any;
}

int readableFrom(const QSqlDatabase &connection)
{
    Statement statement(connection, "SELECT value FROM meta WHERE key='readable_from_version'");
    const int version = statement.run().next() ? statement.text(0).toInt() : INT_MAX;
    statement.finish();
    return version;
}

} // namespace

SchemaMigrator::SchemaMigrator(QStringList steps)
    : m_steps(std::move(steps))
{ }

SchemaMigrator SchemaMigrator::ofThisProgram()
{
    initMigrations();
    QStringList steps;
    const QDir folder(QStringLiteral(":/migrations"));
    const auto names = folder.entryList(QDir::Files, QDir::Name);
    for (const auto &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            steps.append(QString::fromUtf8(file.readAll()));
    }
    return SchemaMigrator(steps);
}

SchemaMigrator::Report SchemaMigrator::inspect(const QSqlDatabase &connection) const
{
    const int wanted = int(m_steps.size());
    try {
        const int version = pragma(connection, "PRAGMA user_version");
        const bool isOurs = pragma(connection, "PRAGMA application_id") == kApplicationId;
        if (!isOurs && (version != 0 || hasTables(connection)))
            return {Outcome::BadSchema, version, QStringLiteral("the file belongs to another program")};
        if (version > wanted) {
            const QString detail
                = QStringLiteral("the file has version %1, this program knows %2").arg(version).arg(wanted);
            const bool readable = readableFrom(connection) <= wanted;
            return {readable ? Outcome::NewerCompatible : Outcome::NewerIncompatible, version, detail};
        }
        return {version == wanted ? Outcome::Current : Outcome::Upgraded, version, {}};
    } catch (const SqlFailure &failure) {
        return {failure.kind == Error::Kind::Busy ? Outcome::Failed : Outcome::BadSchema, 0, failure.detail};
    }
}

SchemaMigrator::Report SchemaMigrator::migrate(const QSqlDatabase &connection) const
{
    Report report = inspect(connection);
    if (report.outcome != Outcome::Upgraded)
        return report;
    try {
        for (int version = report.version + 1; version <= int(m_steps.size()); ++version) {
            applyStep(connection, version);
            report.version = version;
            qCInfo(lcStorage) << "schema brought to version" << version;
        }
    } catch (const SqlFailure &failure) {
        report.outcome = Outcome::Failed;
        report.detail = failure.detail;
    }
    return report;
}

void SchemaMigrator::applyStep(const QSqlDatabase &connection, int version) const
{
    Transaction transaction(connection);
    const auto blocks = m_steps.at(version - 1).split(QStringLiteral("\n\n"), Qt::SkipEmptyParts);
    for (const auto &block : blocks) {
        QStringList lines = block.split(QLatin1Char('\n'));
        lines.removeIf([](const QString &line) { return line.startsWith(QLatin1String("--")); });
        const QString sql = lines.join(QLatin1Char('\n')).trimmed();
        if (!sql.isEmpty())
            execute(connection, sql);
    }
    execute(connection, QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId));
    execute(connection, QStringLiteral("PRAGMA user_version=%1").arg(version));
    transaction.commit();
}

} // namespace console

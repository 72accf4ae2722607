// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/schema_migrator.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

namespace console {

/// The path of a history in a folder of its own, which goes with this object.
class TempDatabase
{
public:
    TempDatabase()
    {
        if (!m_folder.isValid())
            qFatal("no temporary folder: %s", qPrintable(m_folder.errorString()));
    }

    QString path(const char *name = "history.sqlite") const { return m_folder.filePath(QLatin1String(name)); }

    /// Makes the file with the schema of this program.
    void migrate() const
    {
        const auto database = opened();
        const auto report = SchemaMigrator::ofThisProgram().migrate(database->connection());
        if (!report.mayWrite())
            qFatal("the schema cannot be made: %s", qPrintable(report.detail));
    }

    std::unique_ptr<Database> opened() const
    {
        auto database = Database::open(path(), Database::Mode::ReadWrite);
        if (!database)
            qFatal("%s", qPrintable(database.error().detail));
        return *std::move(database);
    }

    /// The first value of one statement, through a connection of its own.
    QVariant value(const char *sql) const
    {
        const auto database = opened();
        QSqlQuery query(database->connection());
        if (!query.exec(QLatin1String(sql)))
            qFatal("%s does not run", sql);
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace console

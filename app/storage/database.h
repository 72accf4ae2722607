// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>

namespace console {

/// One connection to the history's SQLite file. Belongs to the thread that opened it.
class Database
{
public:
    enum class Mode {
        ReadWrite, ///< made when it is missing; WAL, synchronous=FULL, foreign keys
        ReadOnly,  ///< nothing is ever written, not even the schema
    };

    /// Errors: Storage (no such folder, no rights), Busy, Config (not a database, or a damaged one).
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The version of SQLite that runs here; empty when its driver is missing.
    static QString engineVersion();

    QSqlDatabase connection() const { return QSqlDatabase::database(m_name, false); }

private:
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode, const QString &fileName,
                                                  const QString &options);
    explicit Database(QString name);
    QString m_name;
};

} // namespace console

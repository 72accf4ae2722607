// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/file_identity.h"

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

    /// Another file stands at its path by now: what is read here is not what a new start would show.
    bool isOutdated() const;
    /// The file as it was opened.
    const std::optional<FileIdentity> &file() const { return m_file; }

    QSqlDatabase connection() const { return QSqlDatabase::database(m_name, false); }

private:
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode, const QString &fileName,
                                                  const QString &options);
    Database(QString name, QString path);
    QString m_name;
    QString m_path;
    std::optional<FileIdentity> m_file;
};

} // namespace console

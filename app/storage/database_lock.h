// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

namespace console {

/// One writer a database: an advisory lock on `<database>.lock`, gone with the process, also after kill -9. The pid
/// written inside is only for the message. The only file that names the system's file locks.
class DatabaseLock
{
public:
    /// Errors: Busy (with the holder's pid in the detail), Storage (the file cannot be made).
    [[nodiscard]] static Result<std::unique_ptr<DatabaseLock>> acquire(const QString &databasePath);
    ~DatabaseLock();
    DatabaseLock(const DatabaseLock &) = delete;
    DatabaseLock &operator=(const DatabaseLock &) = delete;

    /// Whether others still find the locked file: one that was deleted keeps nobody out.
    bool isIntact() const;

private:
    DatabaseLock(QString path, int descriptor);
    QString m_path;
    int m_descriptor;
};

} // namespace console

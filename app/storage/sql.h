// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

#include <initializer_list>

namespace console {

/// What SQLite said. Thrown and caught inside this room only: a door turns it into an Error.
struct SqlFailure
{
    QString detail;
    Error::Kind kind = Error::Kind::Storage; ///< Busy: another process holds the lock; Config: the file is no database
    bool isDamage = false;                   ///< SQLite cannot make sense of the file
    Error toError() const { return {kind, detail}; }
};

/// One prepared statement, kept and run many times. Values go in by position only, one for each plain "?": Qt renames
/// them all, so that "?1" cannot stand twice.
class Statement
{
public:
    /// Throws SqlFailure when the statement cannot be prepared.
    Statement(const QSqlDatabase &database, const char *sql);

    /// Binds the values and executes; throws SqlFailure. Rows are read with next().
    Statement &run(std::initializer_list<QVariant> values = {});
    /// Throws SqlFailure when the next row cannot be read: a damaged page is an error and not the end of the rows.
    bool next();
    QVariant value(int column) const { return m_query.value(column); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    bool isNull(int column) const { return m_query.isNull(column); }
    /// Lets go of the read lock; an unfinished SELECT keeps the WAL from shrinking.
    void finish() { m_query.finish(); }
    qint64 lastInsertId() const { return m_query.lastInsertId().toLongLong(); }
    int columns() const { return m_query.record().count(); }
    int changedRows() const { return m_query.numRowsAffected(); }

private:
    QSqlQuery m_query;
};

/// Runs one statement without values; throws SqlFailure.
void execute(const QSqlDatabase &database, const QString &sql);

/// For a column that is NOT NULL: a null text would be bound as NULL.
QString textOrEmpty(const QString &text);

/// The same for bytes.
QByteArray bytesOrEmpty(const QByteArray &bytes);

/// The NULL of a column: empty texts and absent members are the same.
QVariant nullIfEmpty(const QString &text);

} // namespace console

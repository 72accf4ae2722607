// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QVariant>

#include <initializer_list>
#include <memory>

struct sqlite3_stmt;

namespace console {

/// What SQLite said. Thrown and caught inside this room only: a door turns it into an Error.
struct SqlFailure
{
    QString detail;
    Error::Kind kind = Error::Kind::Storage; ///< Busy: another process holds the lock; Config: the file is no database
    bool isDamage = false;                   ///< SQLite cannot make sense of the file
    Error toError() const { return {kind, detail}; }
};

/// One prepared statement, kept and run many times; it must end before its connection is closed. Values go in by position,
/// one for each plain "?". It uses the handle that Qt opened: QSqlQuery makes a name for each value that is bound, which
/// costs more than SQLite needs to store it.
class Statement
{
public:
    /// Throws SqlFailure when the statement cannot be prepared.
    Statement(const QSqlDatabase &database, const char *sql);

    /// Binds the values and executes; throws SqlFailure. Rows are read with next().
    Statement &run(std::initializer_list<QVariant> values = {});
    /// Throws SqlFailure when the next row cannot be read: a damaged page is an error and not the end of the rows.
    bool next();
    qint64 number(int column) const;    ///< of NULL: 0
    QString text(int column) const;     ///< of NULL: a null text
    QByteArray bytes(int column) const; ///< a text as it stands in the file, UTF-8
    bool isNull(int column) const;
    /// Lets go of the read lock; an unfinished SELECT keeps the WAL from shrinking.
    void finish();
    qint64 lastInsertId() const;
    int columns() const;
    int changedRows() const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    void bind(int position, const QVariant &value);
    bool step();
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    bool m_isFirstRowRead = false; ///< by run(): next() has it still to give
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

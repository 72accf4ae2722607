// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql.h"

#include <QSqlDriver>

#include <sqlite3.h>

namespace console {

namespace {

Error::Kind kindOf(int code)
{
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        return Error::Kind::Busy;
    return code == SQLITE_NOTADB ? Error::Kind::Config : Error::Kind::Storage;
}

[[noreturn]] void fail(sqlite3 *connection, const QString &sql)
{
    const int extended = sqlite3_extended_errcode(connection);
    const int code = extended & 0xff; // the rest says more about the same code
    throw SqlFailure {QStringLiteral("%1 (SQLite %2) in: %3")
                          .arg(QString::fromUtf8(sqlite3_errmsg(connection)))
                          .arg(extended)
                          .arg(sql.simplified().left(120)),
                      kindOf(code), code == SQLITE_CORRUPT || code == SQLITE_NOTADB};
}

[[noreturn]] void fail(sqlite3_stmt *statement)
{
    fail(sqlite3_db_handle(statement), QString::fromUtf8(sqlite3_sql(statement)));
}

/// \returns null when the connection is not open.
sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    const bool isOfSqlite = handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0;
    return isOfSqlite ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

sqlite3 *openHandleOf(const QSqlDatabase &database, const QString &sql)
{
    sqlite3 *const connection = handleOf(database);
    if (connection == nullptr)
        throw SqlFailure {QStringLiteral("the database is not open, for: %1").arg(sql.simplified().left(120))};
    return connection;
}

} // namespace

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(const QSqlDatabase &database, const char *sql)
{
    sqlite3 *const connection = openHandleOf(database, QString::fromUtf8(sql));
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr) != SQLITE_OK)
        fail(connection, QString::fromUtf8(sql));
    m_statement.reset(prepared);
}

Statement &Statement::run(std::initializer_list<QVariant> values)
{
    sqlite3_reset(m_statement.get());
    int position = 0;
    for (const QVariant &value : values)
        bind(++position, value);
    m_isFirstRowRead = step();
    return *this;
}

void Statement::bind(int position, const QVariant &value)
{
    sqlite3_stmt *const statement = m_statement.get();
    int code = SQLITE_OK;
    if (value.isNull()) {
        code = sqlite3_bind_null(statement, position);
    } else if (value.metaType() == QMetaType::fromType<QString>()) {
        const QByteArray text = value.toString().toUtf8();
        code = sqlite3_bind_text(statement, position, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    } else if (value.metaType() == QMetaType::fromType<QByteArray>()) {
        const QByteArray bytes = value.toByteArray();
        code = sqlite3_bind_blob(statement, position, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    } else {
        code = sqlite3_bind_int64(statement, position, value.toLongLong());
    }
    if (code != SQLITE_OK)
        fail(statement);
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        try {
            fail(m_statement.get());
        } catch (...) {
            finish();
            throw;
        }
    }
    finish();
    return false;
}

bool Statement::next()
{
    if (std::exchange(m_isFirstRowRead, false))
        return true;
    return sqlite3_stmt_busy(m_statement.get()) != 0 && step();
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return text == nullptr ? QString() : QString::fromUtf8(text, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, sqlite3_column_bytes(m_statement.get(), column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Statement::finish()
{
    m_isFirstRowRead = false;
    sqlite3_reset(m_statement.get());
}

qint64 Statement::lastInsertId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement.get()));
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement.get());
}

int Statement::changedRows() const
{
    return sqlite3_changes(sqlite3_db_handle(m_statement.get()));
}

void execute(const QSqlDatabase &database, const QString &sql)
{
    sqlite3 *const connection = openHandleOf(database, sql);
    if (sqlite3_exec(connection, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(connection, sql);
}

QString textOrEmpty(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QByteArray bytesOrEmpty(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QVariant nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

} // namespace console

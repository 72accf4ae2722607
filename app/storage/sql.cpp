// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql.h"

#include <QSqlError>

namespace console {

namespace {
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kCorrupt = 11;
constexpr int kNotADatabase = 26;

int codeOf(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff; // the rest says more about the same code
}

Error::Kind kindOf(const QSqlError &error)
{
    const int code = codeOf(error);
    if (code == kBusy || code == kLocked)
        return Error::Kind::Busy;
    return code == kNotADatabase ? Error::Kind::Config : Error::Kind::Storage;
}

[[noreturn]] void fail(const QSqlError &error, const QString &sql)
{
    throw SqlFailure {QStringLiteral("%1 (SQLite %2) in: %3")
                          .arg(error.databaseText(), error.nativeErrorCode(), sql.simplified().left(120)),
                      kindOf(error), codeOf(error) == kCorrupt || codeOf(error) == kNotADatabase};
}
} // namespace

Statement::Statement(const QSqlDatabase &database, const char *sql)
    : m_query(database)
{
    m_query.setForwardOnly(true);
    if (!m_query.prepare(QString::fromLatin1(sql)))
        fail(m_query.lastError(), QString::fromLatin1(sql));
}

Statement &Statement::run(std::initializer_list<QVariant> values)
{
    int position = 0;
    for (const QVariant &value : values)
        m_query.bindValue(position++, value);
    if (!m_query.exec())
        fail(m_query.lastError(), m_query.lastQuery());
    return *this;
}

bool Statement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        fail(m_query.lastError(), m_query.lastQuery());
    return false;
}

void execute(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        fail(query.lastError(), sql);
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

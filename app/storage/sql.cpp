// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql.h"

#include <QSqlError>

namespace console {

namespace {
constexpr auto kSqliteBusy = "5";
constexpr auto kSqliteLocked = "6";

[[noreturn]] void fail(const QSqlError &error, const QString &sql)
{
    const QString code = error.nativeErrorCode();
    throw SqlFailure { QStringLiteral("%1 (SQLite %2) in: %3").arg(error.databaseText(), code, sql.simplified().left(120)),
                       code == QLatin1String(kSqliteBusy) || code == QLatin1String(kSqliteLocked) };
}
} // namespace

Error SqlFailure::toError() const
{
    return { isBusy ? Error::Kind::Busy : Error::Kind::Storage, detail };
}

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

void execute(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        fail(query.lastError(), sql);
}

QVariant nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text);
}

} // namespace console

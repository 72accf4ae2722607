// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.h"

#include "core/log.h"
#include "storage/sql.h"

namespace console {

Transaction::Transaction(const QSqlDatabase &database)
    : m_database(database)
{
    execute(m_database, QStringLiteral("BEGIN IMMEDIATE"));
}

Transaction::~Transaction()
{
    if (m_isOpen)
        rollback();
}

void Transaction::commit()
{
    execute(m_database, QStringLiteral("COMMIT"));
    m_isOpen = false;
}

void Transaction::rollback()
{
    m_isOpen = false;
    try {
        execute(m_database, QStringLiteral("ROLLBACK"));
    } catch (const SqlFailure &failure) { // SQLite rolls back by itself after some errors (disk full, I/O)
        qCDebug(lcStorage) << "rollback:" << failure.detail;
    }
}

} // namespace console

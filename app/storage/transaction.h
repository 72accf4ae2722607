// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

namespace console {

/// BEGIN IMMEDIATE in the constructor (throws SqlFailure), rolled back in the destructor unless committed.
class Transaction
{
public:
    explicit Transaction(const QSqlDatabase &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();   ///< throws SqlFailure; the transaction is then still open and will be rolled back
    void rollback(); ///< disarms the destructor

private:
    QSqlDatabase m_database;
    bool m_isOpen = true;
};

} // namespace console

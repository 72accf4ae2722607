// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/verified_body.h"
#include "storage/sql.h"

namespace console {

/// Where a callback was stored; the numbers are stored.
enum class StoredAs { Notification = 1, OtherEvent, Unreadable };

/// The nonces of accepted callbacks, kept in the same transaction as the event: one that was recorded without its event
/// would turn an honest retry into an attack. Functions throw SqlFailure. Thread: the writer's.
class NonceMemory
{
public:
    explicit NonceMemory(const QSqlDatabase &database);

    struct Known
    {
        bool isSameBody; ///< true: a harmless replay; false: the nonce was used for something else
        StoredAs kind;
        qint64 row;
    };
    std::optional<Known> find(const VerifiedBody &body);
    void remember(const VerifiedBody &body, StoredAs kind, qint64 row);
    /// Forgets what has expired, a bounded number a call; looks for it ten times a second and not with each commit.
    void purge(Timestamp now);

private:
    Timestamp m_purgedAt;
    Statement m_find, m_insert, m_purge;
};

} // namespace console

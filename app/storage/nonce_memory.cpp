// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/nonce_memory.h"

#include "core/hmac.h"

namespace console {

namespace {
constexpr std::chrono::milliseconds kPurgePause {100};

QString projectKey(const VerifiedBody &body)
{
    return body.projectId().isNull() ? QStringLiteral("") : body.projectId();
}
} // namespace

NonceMemory::NonceMemory(const QSqlDatabase &database)
    : m_find(database, "SELECT body_hash, kind, row FROM nonce WHERE nonce=? AND project=?")
    , m_insert(
          database,
          "INSERT OR REPLACE INTO nonce(nonce, project, expires_at, body_hash, kind, row) VALUES (?, ?, ?, ?, ?, ?)")
    , m_purge(database,
              "DELETE FROM nonce WHERE (nonce, project) IN "
              "(SELECT nonce, project FROM nonce WHERE expires_at<? ORDER BY expires_at LIMIT 5000)")
{ }

std::optional<NonceMemory::Known> NonceMemory::find(const VerifiedBody &body)
{
    if (body.nonce().isEmpty())
        return std::nullopt;
    std::optional<Known> known;
    if (m_find.run({body.nonce(), projectKey(body)}).next())
        known = Known {m_find.bytes(0) == sha256(body.bytes()), StoredAs(m_find.number(1)), m_find.number(2)};
    m_find.finish();
    return known;
}

void NonceMemory::remember(const VerifiedBody &body, StoredAs kind, qint64 row)
{
    if (body.nonce().isEmpty())
        return;
    m_insert.run(
        {body.nonce(), projectKey(body), toMilliseconds(body.nonceExpiresAt()), sha256(body.bytes()), int(kind), row});
}

void NonceMemory::purge(Timestamp now)
{
    if (std::chrono::abs(now - m_purgedAt) < kPurgePause) // a clock may be set back
        return;
    m_purgedAt = now;
    m_purge.run({toMilliseconds(now)});
}

} // namespace console

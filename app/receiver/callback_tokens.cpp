// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/callback_tokens.h"

#include "core/hmac.h"

#include <QRandomGenerator>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace console {

namespace {

// A token is version, end in milliseconds, random part, tag.
constexpr char kVersion = 1;
constexpr qsizetype kEndAt = 1;
constexpr qsizetype kRandomAt = kEndAt + qsizetype(sizeof(qint64));
constexpr qsizetype kRandomBytes = 16;
constexpr qsizetype kClaimBytes = kRandomAt + kRandomBytes;
constexpr qsizetype kTagBytes = 32;
static_assert((kClaimBytes + kTagBytes) % 3 == 0, "or one token could be spelled in several ways");
static_assert((kClaimBytes + kTagBytes) / 3 * 4 == CallbackTokens::kLength);

constexpr auto kText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray claimsUntil(Timestamp end)
{
    QByteArray claims(kClaimBytes, kVersion);
    qToBigEndian(toMilliseconds(end), claims.data() + kEndAt);
    std::array<quint32, kRandomBytes / sizeof(quint32)> random {};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    std::copy_n(reinterpret_cast<const char *>(random.data()), kRandomBytes, claims.data() + kRandomAt);
    return claims;
}

Timestamp endIn(const QByteArray &claims)
{
    return fromMilliseconds(qFromBigEndian<qint64>(claims.constData() + kEndAt));
}

/// Nothing where it cannot be one of ours; else claims and tag.
QByteArray decodedToken(const QByteArray &token)
{
    if (token.size() != CallbackTokens::kLength)
        return {};
    const auto result = QByteArray::fromBase64Encoding(token, kText | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray bytes = result ? *result : QByteArray();
    return bytes.size() == kClaimBytes + kTagBytes && bytes.front() == kVersion ? bytes : QByteArray();
}

} // namespace

CallbackTokens::CallbackTokens(const QString &projectId, const QList<CallbackClient> &clients)
    : m_projectId(projectId)
{
    for (const CallbackClient &client : clients) // an empty secret would be a key that everybody knows
        m_issuers.append({client,
                          client.secret.isEmpty()
                              ? QByteArray()
                              : stretchedKey(client.secret.revealUtf8(), "callback token 1/" + client.id.toUtf8())});
}

Secret CallbackTokens::issue(const CallbackClient &client, Timestamp now) const
{
    const auto issuer = std::find_if(m_issuers.cbegin(), m_issuers.cend(),
                                     [&](const Issuer &one) { return one.client == client && !one.key.isEmpty(); });
    if (issuer == m_issuers.cend())
        return {};
    const QByteArray claims = claimsUntil(now + kLife);
    return Secret(QString::fromLatin1((claims + tagOf(claims, issuer->key)).toBase64(kText)));
}

CallbackTokens::Standing CallbackTokens::judge(const QByteArray &token, Timestamp now) const
{
    const QByteArray decoded = decodedToken(token);
    if (decoded.isEmpty())
        return Standing::Unknown;
    const QByteArray claims = decoded.first(kClaimBytes);
    const auto isFrom = [&](const Issuer &issuer) {
        return !issuer.key.isEmpty() && equalInConstantTime(tagOf(claims, issuer.key), decoded.last(kTagBytes));
    };
    if (std::none_of(m_issuers.cbegin(), m_issuers.cend(), isFrom))
        return Standing::Unknown;
    return now < endIn(claims) + kGrace ? Standing::Valid : Standing::Expired; // looked at only now: it is authentic
}

bool CallbackTokens::isFor(const QString &projectId, const QList<CallbackClient> &clients) const
{
    return m_projectId == projectId
        && std::equal(m_issuers.cbegin(), m_issuers.cend(), clients.cbegin(), clients.cend(),
                      [](const Issuer &issuer, const CallbackClient &client) { return issuer.client == client; });
}

QByteArray CallbackTokens::tagOf(const QByteArray &claims, const QByteArray &key) const
{
    return hmacSha256(key, {claims, m_projectId.toUtf8()}); // the claims have one length: no other split is possible
}

} // namespace console

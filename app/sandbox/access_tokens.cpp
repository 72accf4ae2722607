// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/access_tokens.h"

#include "core/hmac.h"
#include "core/ulid.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace console {

namespace {
constexpr auto kBase64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QString kExpiresAt = QStringLiteral("expires_at_ms"); // "exp" has whole seconds only

QByteArray encoded(const QJsonObject &part)
{
    return QJsonDocument(part).toJson(QJsonDocument::Compact).toBase64(kBase64Url);
}
} // namespace

AccessTokens::AccessTokens(const Clock &clock, QString projectId, QString keyId, std::chrono::seconds lifetime)
    : m_clock(clock)
    , m_projectId(std::move(projectId))
    , m_keyId(std::move(keyId))
    , m_lifetime(lifetime)
    , m_signingKey(32, Qt::Uninitialized)
{
    for (auto &byte : m_signingKey)
        byte = char(QRandomGenerator::system()->bounded(256));
}

QString AccessTokens::issue() const
{
    const auto now = m_clock.now();
    const qint64 expiresAt = toMilliseconds(now + m_lifetime);
    const auto header
        = encoded({{QStringLiteral("alg"), QStringLiteral("HS256")}, {QStringLiteral("typ"), QStringLiteral("JWT")}});
    const auto payload = encoded({{QStringLiteral("iss"), QStringLiteral("capability-sandbox")},
                                  {QStringLiteral("sub"), m_keyId},
                                  {QStringLiteral("project_id"), m_projectId},
                                  {QStringLiteral("jti"), makeUlid(now)},
                                  {QStringLiteral("iat"), toMilliseconds(now) / 1000},
                                  {QStringLiteral("exp"), expiresAt / 1000},
                                  {kExpiresAt, expiresAt}});
    const auto signedPart = header + '.' + payload;
    return QString::fromLatin1(signedPart + '.' + signatureOf(signedPart));
}

AccessTokens::Standing AccessTokens::standingOf(const QByteArray &token) const
{
    const auto lastDot = token.lastIndexOf('.');
    const auto firstDot = token.indexOf('.');
    if (firstDot < 0 || firstDot == lastDot)
        return Standing::Unknown;
    if (!equalInConstantTime(signatureOf(token.left(lastDot)), token.mid(lastDot + 1)))
        return Standing::Unknown;
    const auto payload = QByteArray::fromBase64(token.mid(firstDot + 1, lastDot - firstDot - 1), kBase64Url);
    const auto expiresAt = QJsonDocument::fromJson(payload).object().value(kExpiresAt).toInteger();
    return toMilliseconds(m_clock.now()) < expiresAt ? Standing::Valid : Standing::Expired;
}

QByteArray AccessTokens::signatureOf(const QByteArray &signedPart) const
{
    return hmacSha256(m_signingKey, {signedPart}).toBase64(kBase64Url);
}

} // namespace console

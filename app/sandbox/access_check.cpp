// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/access_check.h"

#include "core/hmac.h"
#include "sandbox/access_tokens.h"
#include "sandbox/vendor_envelope.h"

namespace console {

namespace {
struct Authorization
{
    QByteArray scheme; ///< lower case
    QByteArray credentials;
};

Authorization authorizationOf(const HttpRequest &request)
{
    const auto value = headerValue(request.headers, "Authorization").trimmed();
    const auto space = value.indexOf(' ');
    if (space < 0)
        return {value.toLower(), {}};
    return {value.left(space).toLower(), value.mid(space + 1).trimmed()};
}

HttpReply unauthorized(const QByteArray &challenge)
{
    auto reply = VendorEnvelope::reply(
        failure(VendorEnvelope::error(401, QStringLiteral("Request had invalid credentials."))));
    reply.headers.emplaceBack("WWW-Authenticate", challenge);
    return reply;
}
} // namespace

AccessCheck::AccessCheck(const AccessTokens &tokens, QString keyId, Secret keySecret)
    : m_tokens(tokens)
    , m_keyId(std::move(keyId))
    , m_keySecret(std::move(keySecret))
{ }

bool AccessCheck::hasKey(const HttpRequest &request) const
{
    const auto authorization = authorizationOf(request);
    const auto expected = m_keyId.toUtf8() + ':' + m_keySecret.revealUtf8();
    return authorization.scheme == "basic"
        && equalInConstantTime(QByteArray::fromBase64(authorization.credentials), expected);
}

std::optional<HttpReply> AccessCheck::refusal(const HttpRequest &request) const
{
    const auto authorization = authorizationOf(request);
    if (authorization.scheme == "basic")
        return hasKey(request) ? std::nullopt : std::optional(unauthorized("Basic realm=\"Realm\""));
    if (authorization.scheme != "bearer")
        return unauthorized("Bearer realm=\"Realm\"");
    switch (m_tokens.standingOf(authorization.credentials)) {
    case AccessTokens::Standing::Valid:
        return std::nullopt;
    case AccessTokens::Standing::Expired:
        return unauthorized("Bearer error=\"expired\", error_description=\"token expired\"");
    case AccessTokens::Standing::Unknown:
        break;
    }
    return unauthorized("Bearer error=\"invalid_token\"");
}

} // namespace console

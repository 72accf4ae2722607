// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/token_endpoint.h"

#include "sandbox/access_check.h"
#include "sandbox/access_tokens.h"
#include "sandbox/vendor_envelope.h"

namespace console {

namespace {
HttpReply oauthError(int status, const QString &error, const QString &description)
{
    return VendorEnvelope::plain(
        status, {{QStringLiteral("error"), error}, {QStringLiteral("error_description"), description}});
}

QString grantTypeOf(const HttpRequest &request)
{
    auto form = request.body;
    form.replace('+', ' ');
    return QUrlQuery(QString::fromUtf8(form)).queryItemValue(QStringLiteral("grant_type"), QUrl::FullyDecoded);
}
} // namespace

TokenEndpoint::TokenEndpoint(const AccessTokens &tokens, const AccessCheck &access)
    : m_tokens(tokens)
    , m_access(access)
{ }

void TokenEndpoint::limitRate(const Clock &clock)
{
    m_bucket.emplace(clock, 30, 10);
}

HttpReply TokenEndpoint::handle(const HttpRequest &request)
{
    const auto invalidRequest = QStringLiteral("invalid_request");
    if (request.method != "POST") {
        auto reply = oauthError(405, invalidRequest, QStringLiteral("Only POST is possible here"));
        reply.headers.emplaceBack("Allow", "POST");
        return reply;
    }
    if (m_bucket && !m_bucket->take())
        return oauthError(429, QStringLiteral("too_many_requests"), QStringLiteral("The rate limit has been exceeded"));
    if (!m_access.hasKey(request)) {
        auto reply = oauthError(401, QStringLiteral("invalid_client"), QStringLiteral("Client authentication failed"));
        reply.headers.emplaceBack("WWW-Authenticate", "Basic realm=\"Realm\"");
        return reply;
    }
    if (VendorEnvelope::mediaType(request) != "application/x-www-form-urlencoded")
        return oauthError(400, invalidRequest, QStringLiteral("The body must be application/x-www-form-urlencoded"));
    const auto grantType = grantTypeOf(request);
    if (grantType.isEmpty())
        return oauthError(400, invalidRequest, QStringLiteral("grant_type is missing"));
    if (grantType != QLatin1String("client_credentials"))
        return oauthError(400, QStringLiteral("unsupported_grant_type"), QStringLiteral("Use client_credentials"));
    auto reply = VendorEnvelope::plain(200,
                                       {{QStringLiteral("access_token"), m_tokens.issue()},
                                        {QStringLiteral("token_type"), QStringLiteral("bearer")},
                                        {QStringLiteral("expires_in"), qint64(m_tokens.lifetime().count())},
                                        {QStringLiteral("scope"), QString()}});
    reply.headers.emplaceBack("Cache-Control", "no-store");
    return reply;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/token_desk.h"

#include "receiver/token_request.h"

namespace console {

namespace {

QString keyOf(const CallbackRoute &route)
{
    return route.address.toString() + route.path;
}

/// Nothing where the field is no bearer token.
QByteArray bearerIn(const HeaderList &headers)
{
    const QByteArray field = headerValue(headers, "Authorization").trimmed();
    const bool isBearer = field.first(std::min<qsizetype>(7, field.size())).toLower() == "bearer ";
    return isBearer ? field.sliced(7).trimmed() : QByteArray();
}

} // namespace

void TokenDesk::setRoutes(const QList<CallbackRoute> &routes)
{
    std::map<QString, CallbackTokens> wanted;
    for (const CallbackRoute &route : routes) {
        if (route.clients.isEmpty() || wanted.contains(keyOf(route)))
            continue;
        const auto known = m_tokens.find(keyOf(route));
        const bool isSame = known != m_tokens.end() && known->second.isFor(route.projectId, route.clients);
        wanted.emplace(keyOf(route),
                       isSame ? std::move(known->second) : CallbackTokens(route.projectId, route.clients));
    }
    m_tokens = std::move(wanted);
}

bool TokenDesk::isFor(const CallbackRoute &route, const HttpRequest &request)
{
    return !route.clients.isEmpty() && request.path == callbackTokenPath(route.path);
}

HttpReply TokenDesk::answer(const CallbackRoute &route, const HttpRequest &request, Timestamp now)
{
    return answerTokenRequest(request, route.clients, m_tokens[keyOf(route)], now);
}

std::optional<Rejection> TokenDesk::check(const CallbackRoute &route, const HeaderList &headers, Timestamp now) const
{
    if (!route.needsToken)
        return std::nullopt;
    const QByteArray token = bearerIn(headers);
    if (token.isEmpty())
        return Rejection {RejectionCause::TokenMissing, QStringLiteral("no bearer token came with it")};
    const auto tokens = m_tokens.find(keyOf(route));
    const auto standing
        = tokens == m_tokens.end() ? CallbackTokens::Standing::Unknown : tokens->second.judge(token, now);
    switch (standing) {
    case CallbackTokens::Standing::Valid:
        return std::nullopt;
    case CallbackTokens::Standing::Expired:
        return Rejection {RejectionCause::TokenWrong, QStringLiteral("the bearer token has expired")};
    case CallbackTokens::Standing::Unknown:
        break;
    }
    return Rejection {RejectionCause::TokenWrong,
                      QStringLiteral("the bearer token is none of ours, or of an earlier client id or secret")};
}

HeaderList withoutCredentials(const HeaderList &headers)
{
    if (headerValues(headers, "Authorization").isEmpty())
        return headers;
    HeaderList cleaned = headers;
    for (auto &[name, value] : cleaned) {
        if (name.compare("Authorization", Qt::CaseInsensitive) == 0)
            value = value.left(std::max<qsizetype>(0, value.indexOf(' '))) + " (not kept)";
    }
    return cleaned;
}

QByteArray withoutSecrets(const QByteArray &body, const QList<CallbackRoute> &routes)
{
    for (const CallbackRoute &route : routes) {
        for (const CallbackClient &client : route.clients) {
            const QByteArray secret = client.secret.revealUtf8();
            if (!secret.isEmpty()
                && (body.contains(secret) || body.contains(QUrl::toPercentEncoding(client.secret.reveal()))))
                return QByteArrayLiteral("(not kept: the client secret stands in it)");
        }
    }
    return body;
}

} // namespace console

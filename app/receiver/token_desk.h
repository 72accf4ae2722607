// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/http_message.h"
#include "receiver/callback_route.h"
#include "receiver/callback_tokens.h"

#include <map>

namespace console {

/// The tokens of all paths: gives them away beside each path that has clients, and asks for them. Thread: the receiver's.
class TokenDesk
{
public:
    /// Tokens of clients that no route has any more are believed no longer.
    void setRoutes(const QList<CallbackRoute> &routes);
    /// Whether the request goes to the token endpoint of this route.
    static bool isFor(const CallbackRoute &route, const HttpRequest &request);
    HttpReply answer(const CallbackRoute &route, const HttpRequest &request, Timestamp now);
    /// Why a callback's token is not believed; nothing where it is, or where none is needed.
    std::optional<Rejection> check(const CallbackRoute &route, const HeaderList &headers, Timestamp now) const;

private:
    std::map<QString, CallbackTokens> m_tokens; ///< by address and path
};

/// The same fields; what proves who somebody is, is left out of Authorization. For what is kept.
HeaderList withoutCredentials(const HeaderList &headers);
/// The body, unless one of these clients' secrets stands in it: a token request that missed its path. For what is kept.
QByteArray withoutSecrets(const QByteArray &body, const QList<CallbackRoute> &routes);

} // namespace console

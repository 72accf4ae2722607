// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/http_message.h"
#include "receiver/callback_tokens.h"

namespace console {

/// Answers a request to the token endpoint: OAuth 2.0, client_credentials, with the client in the Authorization header
/// or in the form (RFC 6749, 2.3.1 and 4.4). Ids and secrets are compared in constant time; 401 tells nothing more.
HttpReply answerTokenRequest(const HttpRequest &request, const QList<CallbackClient> &clients,
                             const CallbackTokens &tokens, Timestamp now);

} // namespace console

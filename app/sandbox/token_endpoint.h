// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/http_message.h"
#include "sandbox/token_bucket.h"

#include <optional>

namespace console {

class AccessCheck;
class AccessTokens;

/// POST /oauth2/token: the client credentials flow. Contract 1.2; errors in the form of RFC 6749.
class TokenEndpoint
{
public:
    static constexpr const char *kPath = "/oauth2/token";

    TokenEndpoint(const AccessTokens &tokens, const AccessCheck &access);

    /// 30 at once, then 10 a second; a 429 here names no time to come back.
    void limitRate(const Clock &clock);
    HttpReply handle(const HttpRequest &request);

private:
    const AccessTokens &m_tokens;
    const AccessCheck &m_access;
    std::optional<TokenBucket> m_bucket;
};

} // namespace console

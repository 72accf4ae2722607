// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "http/http_message.h"

#include <QString>

#include <optional>

namespace console {

class AccessTokens;

/// Who may call: HTTP Basic with the access key, or a Bearer token that was issued here.
class AccessCheck
{
public:
    AccessCheck(const AccessTokens &tokens, QString keyId, Secret keySecret);

    /// True for the right access key in a Basic header.
    bool hasKey(const HttpRequest &request) const;
    /// The 401 for a request that may not pass. Its WWW-Authenticate holds the word "expired" for an expired token, and
    /// for nothing else: clients refresh on that word (contract 1.4).
    std::optional<HttpReply> refusal(const HttpRequest &request) const;

private:
    const AccessTokens &m_tokens;
    QString m_keyId;
    Secret m_keySecret;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"
#include "core/secret.h"
#include "core/timestamp.h"
#include "domain/rejected_callback.h"
#include "domain/verified_body.h"

#include <QList>

#include <algorithm>
#include <variant>

namespace console {

/// How the callbacks of one path prove where they come from.
struct SignaturePolicy
{
    QList<Secret> secrets;       ///< the current one and, while it is rotated, the previous one; an empty one is none
    bool allowsUnsigned = false; ///< only counts when there is no secret
    std::chrono::seconds window {300}; ///< how far the timestamp may be from our clock, both ways

    bool hasSecret() const
    {
        return std::any_of(secrets.begin(), secrets.end(), [](const Secret &secret) { return !secret.isEmpty(); });
    }
};

/// Why a callback is not believed.
struct Rejection
{
    RejectionCause cause;
    QString detail;
};

/// Verifies the bytes as they were received: HMAC-SHA256 over body, nonce and timestamp joined by dots, base64 with
/// padding, compared in constant time; the secret is UTF-8 text. Source: contract 5.2.
class SignatureVerifier
{
public:
    static constexpr std::chrono::seconds kNonceMargin {60}; ///< a nonce outlives its window by this
    static constexpr int kNonceCharacters = 255;

    std::variant<VerifiedBody, Rejection> verify(const SignaturePolicy &policy, const HeaderList &headers,
                                                 const QByteArray &body, const QString &projectId,
                                                 Timestamp receivedAt) const;
};

} // namespace console

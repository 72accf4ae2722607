// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hmac.h"
#include "receiver/signature_verifier.h"

namespace console {

inline const QString kTestSecret = QStringLiteral("CactusKnight_SurfsWaves");

/// The four headers of a callback signed at a time of the test's choice.
inline HeaderList signatureHeaders(const QByteArray &body, const QByteArray &nonce, Timestamp at,
                                   const QString &secret = kTestSecret)
{
    const QByteArray timestamp = QByteArray::number(qint64(toMilliseconds(at) / 1000));
    return {{"x-sinch-webhook-signature", hmacSha256(secret.toUtf8(), {body, ".", nonce, ".", timestamp}).toBase64()},
            {"x-sinch-webhook-signature-nonce", nonce},
            {"x-sinch-webhook-signature-timestamp", timestamp},
            {"x-sinch-webhook-signature-algorithm", "HmacSHA256"}};
}

/// A body that passed verification; an empty nonce means an unsigned one.
inline VerifiedBody verifiedBody(const QByteArray &body, const QByteArray &nonce, Timestamp at,
                                 const QString &projectId = {}, const HeaderList &more = {})
{
    SignaturePolicy policy;
    HeaderList headers = more;
    policy.allowsUnsigned = nonce.isEmpty();
    if (!nonce.isEmpty()) {
        policy.secrets = {Secret(kTestSecret)};
        headers += signatureHeaders(body, nonce, at);
    }
    return std::get<VerifiedBody>(SignatureVerifier().verify(policy, headers, body, projectId, at));
}

} // namespace console

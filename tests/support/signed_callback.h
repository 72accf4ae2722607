// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hmac.h"
#include "receiver/signature_verifier.h"

namespace console {

inline const Secret kCallbackSecret(QStringLiteral("foo_secret1234"));

/// The four fields that prove a body.
inline HeaderList signatureHeaders(const QByteArray &body, const QByteArray &nonce, Timestamp at,
                                   const Secret &secret = kCallbackSecret)
{
    const QByteArray seconds = QByteArray::number(qint64(toMilliseconds(at) / 1000));
    return { { "x-sinch-webhook-signature-timestamp", seconds },
             { "x-sinch-webhook-signature-nonce", nonce },
             { "x-sinch-webhook-signature-algorithm", "HmacSHA256" },
             { "x-sinch-webhook-signature", hmacSha256(secret.revealUtf8(), { body, ".", nonce, ".", seconds }).toBase64() } };
}

/// A body that went through the verifier. Without a nonce it comes unsigned, by a route that allows it.
inline VerifiedBody verifiedBody(const QByteArray &body, const QByteArray &nonce, Timestamp at, const QString &projectId = {},
                                 const HeaderList &more = {})
{
    const bool isUnsigned = nonce.isEmpty();
    const SignaturePolicy policy { isUnsigned ? QList<Secret>() : QList { kCallbackSecret }, isUnsigned };
    const HeaderList headers = more + (isUnsigned ? HeaderList() : signatureHeaders(body, nonce, at));
    const auto verified = SignatureVerifier().verify(policy, headers, body, projectId, at);
    if (const auto *rejection = std::get_if<Rejection>(&verified))
        qFatal("the callback does not verify: %s", qPrintable(rejection->detail));
    return std::get<VerifiedBody>(verified);
}

} // namespace console

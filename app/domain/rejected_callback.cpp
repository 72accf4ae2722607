// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rejected_callback.h"

namespace console {

QString rejectionName(RejectionCause cause)
{
    switch (cause) {
    case RejectionCause::SignatureMissing:
        return QStringLiteral("signature_missing");
    case RejectionCause::SignatureWrong:
        return QStringLiteral("signature_wrong");
    case RejectionCause::TimestampMalformed:
        return QStringLiteral("timestamp_malformed");
    case RejectionCause::TimestampStale:
        return QStringLiteral("timestamp_stale");
    case RejectionCause::AlgorithmUnknown:
        return QStringLiteral("algorithm_unknown");
    case RejectionCause::NonceMissing:
        return QStringLiteral("nonce_missing");
    case RejectionCause::NonceReused:
        return QStringLiteral("nonce_reused");
    case RejectionCause::BodyTooLarge:
        return QStringLiteral("body_too_large");
    case RejectionCause::HeadersTooLarge:
        return QStringLiteral("headers_too_large");
    case RejectionCause::MalformedRequest:
        return QStringLiteral("malformed_request");
    case RejectionCause::HostUnknown:
        return QStringLiteral("host_unknown");
    case RejectionCause::TokenMissing:
        return QStringLiteral("token_missing");
    case RejectionCause::TokenWrong:
        return QStringLiteral("token_wrong");
    case RejectionCause::TokenRequestRefused:
        return QStringLiteral("token_request_refused");
    }
    return {};
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/sentences.h"

#include <QCoreApplication>

namespace console {

const char *refusalSentence(std::optional<RejectionCause> cause)
{
    switch (cause.value_or(RejectionCause::SignatureWrong)) {
    case RejectionCause::SignatureMissing:
        return QT_TRANSLATE_NOOP("verdict", "An answer for {channel} arrived without a signature and was not counted.");
    case RejectionCause::TimestampMalformed:
    case RejectionCause::TimestampStale:
        return QT_TRANSLATE_NOOP(
            "verdict",
            "An answer for {channel} was signed at a time that does not fit our clock, and was not "
            "counted.");
    case RejectionCause::NonceReused:
        return QT_TRANSLATE_NOOP("verdict",
                                 "An answer for {channel} used the nonce of another one again, and was not counted.");
    case RejectionCause::BodyTooLarge:
    case RejectionCause::HeadersTooLarge:
        return QT_TRANSLATE_NOOP("verdict", "An answer for {channel} was larger than our limit and was not counted.");
    case RejectionCause::HostUnknown:
        return QT_TRANSLATE_NOOP(
            "verdict",
            "An unsigned answer for {channel} was sent to a host name that is not ours, and was not "
            "counted.");
    case RejectionCause::TokenMissing:
    case RejectionCause::TokenWrong:
    case RejectionCause::TokenRequestRefused:
        return QT_TRANSLATE_NOOP(
            "verdict", "An answer for {channel} arrived without a valid access token of ours and was not counted.");
    case RejectionCause::AlgorithmUnknown:
    case RejectionCause::NonceMissing:
    case RejectionCause::MalformedRequest:
        return QT_TRANSLATE_NOOP(
            "verdict", "An answer for {channel} was signed in a form that we do not know, and was not counted.");
    case RejectionCause::SignatureWrong:
        break;
    }
    return QT_TRANSLATE_NOOP("verdict", "An answer for {channel} arrived with a wrong signature and was not counted.");
}

const char *refusalStep(std::optional<RejectionCause> cause)
{
    switch (cause.value_or(RejectionCause::SignatureWrong)) {
    case RejectionCause::SignatureMissing:
        return QT_TRANSLATE_NOOP("verdict",
                                 "Give the webhook its secret, or take the secret from the project; then ask again.");
    case RejectionCause::TimestampMalformed:
    case RejectionCause::TimestampStale:
        return QT_TRANSLATE_NOOP("verdict", "Check the clock of this computer, then ask again.");
    case RejectionCause::NonceReused:
        return QT_TRANSLATE_NOOP("verdict", "Look at its bytes in Rejected & other: somebody may have sent it anew.");
    case RejectionCause::BodyTooLarge:
    case RejectionCause::HeadersTooLarge:
        return QT_TRANSLATE_NOOP("verdict", "Raise the limit of the receiver in the settings, then ask again.");
    case RejectionCause::HostUnknown:
        return QT_TRANSLATE_NOOP("verdict", "Name that host as the public URL of the project, then ask again.");
    case RejectionCause::TokenMissing:
    case RejectionCause::TokenWrong:
    case RejectionCause::TokenRequestRefused:
        return QT_TRANSLATE_NOOP(
            "verdict", "Register the webhook anew, so that the vendor has the OAuth2 client; then ask again.");
    case RejectionCause::AlgorithmUnknown:
    case RejectionCause::NonceMissing:
    case RejectionCause::MalformedRequest:
        return QT_TRANSLATE_NOOP("verdict", "Look at its headers in Rejected & other, and show them to the vendor.");
    case RejectionCause::SignatureWrong:
        break;
    }
    return QT_TRANSLATE_NOOP("verdict", "Compare the webhook secret on both sides, then ask again.");
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/rejection_text.h"

#include <QCoreApplication>

namespace console {

namespace {
const char *sourceFor(RejectionCause cause)
{
    switch (cause) {
    case RejectionCause::SignatureMissing:
        return QT_TRANSLATE_NOOP("text", "No signature, although this project has a secret");
    case RejectionCause::SignatureWrong:
        return QT_TRANSLATE_NOOP("text", "Wrong signature: another secret, or a changed body");
    case RejectionCause::TimestampMalformed:
        return QT_TRANSLATE_NOOP("text", "The timestamp of the signature cannot be read");
    case RejectionCause::TimestampStale:
        return QT_TRANSLATE_NOOP("text", "Signed too long ago, or ahead of our clock");
    case RejectionCause::AlgorithmUnknown:
        return QT_TRANSLATE_NOOP("text", "Signed with an algorithm other than HmacSHA256");
    case RejectionCause::NonceMissing:
        return QT_TRANSLATE_NOOP("text", "The nonce of the signature is missing");
    case RejectionCause::NonceReused:
        return QT_TRANSLATE_NOOP("text", "A nonce that was already used for another body");
    case RejectionCause::BodyTooLarge:
        return QT_TRANSLATE_NOOP("text", "The body is larger than the limit");
    case RejectionCause::HeadersTooLarge:
        return QT_TRANSLATE_NOOP("text", "The headers are larger than the limit");
    case RejectionCause::MalformedRequest:
        return QT_TRANSLATE_NOOP("text", "Not a well-formed HTTP request");
    case RejectionCause::HostUnknown:
        return QT_TRANSLATE_NOOP("text", "Unsigned, and sent to a host name that is not ours");
    case RejectionCause::TokenMissing:
        return QT_TRANSLATE_NOOP("text", "No bearer token, although this project asks for one");
    case RejectionCause::TokenWrong:
        return QT_TRANSLATE_NOOP("text", "A bearer token that is not ours, or has expired");
    case RejectionCause::TokenRequestRefused:
        return QT_TRANSLATE_NOOP("text", "A token was asked for with a wrong client id or secret");
    }
    return "";
}
} // namespace

QString rejectionText(RejectionCause cause)
{
    return QCoreApplication::translate("text", sourceFor(cause));
}

} // namespace console

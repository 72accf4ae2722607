// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"
#include "core/timestamp.h"

#include <QByteArray>
#include <QString>

namespace console {

/// Why a callback was refused. The exact cause is what makes a quarantine useful.
enum class RejectionCause {
    SignatureMissing,
    SignatureWrong,
    TimestampMalformed,
    TimestampStale,
    AlgorithmUnknown,
    NonceMissing,
    NonceReused,
    BodyTooLarge,
    HeadersTooLarge,
    MalformedRequest,
    HostUnknown,        ///< unsigned, and sent to a name that is not ours
    TokenMissing,       ///< the project's callbacks carry a bearer token of ours
    TokenWrong,         ///< unknown or expired
    TokenRequestRefused ///< no callback: somebody asked for a token with other credentials
};

/// One refused callback. Never becomes a domain value: its bytes prove nothing.
struct RejectedCallback
{
    qint64 id = 0;
    Timestamp receivedAt;
    QString projectId;
    QString path;
    RejectionCause cause = RejectionCause::SignatureWrong;
    QString detail; ///< e.g. how far the clock was off
    QByteArray headers;
    QByteArray body;
};

/// One authentic callback that is no capability notification: an event of another kind, or unreadable bytes.
struct KeptCallback
{
    qint64 id = 0;
    Timestamp receivedAt;
    QString projectId;
    QString what; ///< the event's top-level key, or why the body cannot be read
    QByteArray headers;
    QByteArray body;
};

QString rejectionName(RejectionCause cause); ///< stored and shown: signature_wrong …

} // namespace console

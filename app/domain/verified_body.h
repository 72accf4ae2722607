// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"
#include "core/timestamp.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace console {

/// How a callback proved where it comes from.
enum class SignatureState { Valid, Unsigned };

/// The bytes of a callback that passed verification. Only SignatureVerifier can make one: the type is the proof.
class VerifiedBody
{
public:
    const QByteArray &bytes() const { return m_bytes; }
    const HeaderList &headers() const { return m_headers; }
    SignatureState signature() const { return m_signature; }
    /// Signed with the secret that is being replaced.
    bool isSignedWithPrevious() const { return m_isSignedWithPrevious; }
    const QString &nonce() const { return m_nonce; } ///< empty when unsigned
    /// When the nonce may be forgotten: its own timestamp + window + 60 s.
    Timestamp nonceExpiresAt() const { return m_nonceExpiresAt; }
    Timestamp receivedAt() const { return m_receivedAt; }
    const QString &projectId() const { return m_projectId; } ///< of the path it came to; empty on the command line

private:
    friend class SignatureVerifier;
    VerifiedBody() = default;

    QByteArray m_bytes;
    HeaderList m_headers;
    SignatureState m_signature = SignatureState::Unsigned;
    bool m_isSignedWithPrevious = false;
    QString m_nonce;
    Timestamp m_nonceExpiresAt;
    Timestamp m_receivedAt;
    QString m_projectId;
};

} // namespace console

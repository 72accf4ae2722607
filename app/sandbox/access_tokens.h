// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace console {

/// Makes access tokens and recognises them again. They are JWTs signed with a key of this run, so that nothing has to
/// be remembered and an expired token can be told from a made-up one for ever.
class AccessTokens
{
public:
    AccessTokens(const Clock &clock, QString projectId, QString keyId, std::chrono::seconds lifetime);

    enum class Standing { Valid, Expired, Unknown };

    QString issue() const;
    Standing standingOf(const QByteArray &token) const;
    std::chrono::seconds lifetime() const { return m_lifetime; }

private:
    QByteArray signatureOf(const QByteArray &signedPart) const;

    const Clock &m_clock;
    QString m_projectId;
    QString m_keyId;
    std::chrono::seconds m_lifetime;
    QByteArray m_signingKey;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"
#include "domain/callback_client.h"

#include <deque>

namespace console {

/// The bearer tokens that were given away for one path: their digests only, in memory only, a bounded number.
class CallbackTokens
{
public:
    static constexpr std::chrono::seconds kLife {300}; ///< as we tell it; the contract asks for 30 to 3600
    static constexpr std::chrono::seconds kGrace {60}; ///< for callbacks that are on their way when it ends
    static constexpr int kMost = 256;                  ///< beyond it the oldest one goes

    enum class Standing { Valid, Expired, Unknown };

    /// 256 random bits, as text.
    Secret issue(const CallbackClient &client, Timestamp now);
    Standing judge(const QByteArray &token, Timestamp now) const;
    /// Revokes the tokens of all other clients.
    void keepOnly(const QList<CallbackClient> &clients);
    int count() const { return int(m_issued.size()); }

private:
    struct Issued
    {
        QByteArray digest;
        QByteArray client; ///< a digest, too
        Timestamp expiresAt;
    };
    std::deque<Issued> m_issued; ///< the oldest first
};

} // namespace console

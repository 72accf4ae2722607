// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_session.h"
#include "domain/capability_query.h"

namespace console {

/// The POST of one lookup. The only client whose call must never be repeated.
class CapabilityClient
{
public:
    explicit CapabilityClient(ApiSession &session)
        : m_session(session)
    { }

    /// Registers one capability lookup. The answer is the registration, not the result.
    ///
    /// Results arrive later as 0..N callbacks, one per channel, possibly before this future finishes. Nothing can be polled.
    ///
    /// \returns the registration as echoed; a different request id in it is an alias, not an error.
    /// Errors: with an HTTP status: Rejected, Unauthorized, NotFound (also a wrong region), RateLimited, ServerFault ·
    ///         without one: Timeout, Network (the outcome is unknown), or anything when `wasSent` is false.
    /// Not idempotent: a repeated request id is a second lookup. Never retried in here.
    /// Source: OAS "Conversation API" 1.0, Capability_QueryCapability.
    [[nodiscard]] QFuture<Expected<Registration, UnrepeatedFailure>> query(const CapabilityQuery &query);

private:
    ApiSession &m_session;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel_identity.h"
#include "domain/ids.h"

#include <QList>

#include <variant>

namespace console {

/// Who is asked about: a contact, or one or more channel identities. "Both" cannot be written.
using Recipient = std::variant<ContactId, QList<ChannelIdentity>>;

/// One question to the vendor: on which channels can this recipient be reached?
class CapabilityQuery
{
public:
    /// Errors: Config when a list of identities is empty.
    [[nodiscard]] static Result<CapabilityQuery> make(RequestId requestId, AppId appId, Recipient recipient);

    const RequestId &requestId() const { return m_requestId; }
    const AppId &appId() const { return m_appId; }
    const Recipient &recipient() const { return m_recipient; }

    friend bool operator==(const CapabilityQuery &, const CapabilityQuery &) = default;

private:
    CapabilityQuery(RequestId requestId, AppId appId, Recipient recipient);

    RequestId m_requestId;
    AppId m_appId;
    Recipient m_recipient;
};

/// What a 200 echoes. Every member is optional in the vendor's schema.
struct Registration
{
    std::optional<RequestId> requestId; ///< another one than ours is an alias, not an error
    std::optional<AppId> appId;
};

} // namespace console

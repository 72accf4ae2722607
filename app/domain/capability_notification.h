// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_status.h"
#include "domain/channel_identity.h"
#include "domain/ids.h"
#include "domain/reason.h"

#include <QByteArray>
#include <QStringList>

namespace console {

/// One channel's answer inside a callback. Absent and empty members are the same.
struct CapabilityNotification
{
    std::optional<RequestId> requestId; ///< absent in the flat shape of 2020
    std::optional<ContactId> contactId;
    ChannelName channel;
    QString identity;
    CapabilityStatus status;
    QStringList channelCapabilities;
    Reason reason;

    std::optional<AppId> appId;         ///< of the envelope
    std::optional<ProjectId> projectId; ///< of the envelope
    QString acceptedTime;               ///< as sent, 0 to 9 fraction digits
    bool isFlat = false;                ///< the shape of 2020, without an envelope
    bool repeatsMembers = false;        ///< a member stood there twice; the last one was taken

    /// SHA-256 over capability_notification as a JSON value (members in order of name, absent = empty): equal digests
    /// mean the same notification sent again.
    QByteArray digest;

    ChannelIdentity address() const { return {channel, identity}; }

    friend bool operator==(const CapabilityNotification &, const CapabilityNotification &) = default;
};

} // namespace console

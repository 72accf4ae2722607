// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel_identity.h"
#include "domain/ids.h"

#include <QList>
#include <QStringList>

namespace console {

/// A contact of the project, as far as the console uses it.
struct Contact
{
    ContactId id;
    QString displayName;
    QString externalId;
    QString email;
    QString language;
    QList<ChannelIdentity> identities;
    QList<ChannelName> channelPriority;

    friend bool operator==(const Contact &, const Contact &) = default;
};

/// What a contact list can be filtered by. Source: contract 3.2 (channel and identity only together).
struct ContactFilter
{
    std::optional<ChannelIdentity> identity;
    QString externalId; ///< excludes identity; empty means none
};

struct ContactPage
{
    QList<Contact> contacts;
    QString nextPageToken; ///< empty: this was the last page
};

} // namespace console

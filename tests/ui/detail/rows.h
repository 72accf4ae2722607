// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup.h"
#include "domain/notification_row.h"

#include <QList>

namespace console {

inline ChannelIdentity addressOf(const char *channel, const char *identity = "46701234500")
{
    return {ChannelName::fromText(QLatin1String(channel)), QLatin1String(identity)};
}

inline NotificationRow rowOf(qint64 id, Timestamp at, const ChannelIdentity &address,
                             const char *status = "CAPABILITY_FULL")
{
    NotificationRow row;
    row.id = id;
    row.receivedAt = at;
    row.requestId = QStringLiteral("request");
    row.appId = QStringLiteral("app");
    row.projectId = QStringLiteral("project");
    row.address = address;
    row.status = CapabilityStatus::fromText(QLatin1String(status));
    row.join = JoinKind::ByRequestId;
    return row;
}

inline Lookup lookupOf(Timestamp askedAt, const QList<ChannelIdentity> &expected)
{
    Lookup lookup {*RequestId::parse(QStringLiteral("request")),
                   ProjectId::fromOptional(QStringLiteral("project")),
                   *AppId::parse(QStringLiteral("app")),
                   expected,
                   {},
                   expected,
                   askedAt};
    lookup.registeredAt = askedAt;
    return lookup;
}

} // namespace console

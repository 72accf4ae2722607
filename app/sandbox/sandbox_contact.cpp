// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox_contact.h"

#include <QJsonArray>

namespace console {

QJsonObject SandboxContact::toJson() const
{
    QJsonArray identityList;
    for (const auto &identity : identities)
        identityList.append(QJsonObject {{QStringLiteral("channel"), identity.channel},
                                         {QStringLiteral("identity"), identity.identity},
                                         {QStringLiteral("app_id"), identity.appId}});
    return {{QStringLiteral("id"), id},
            {QStringLiteral("channel_identities"), identityList},
            {QStringLiteral("channel_priority"), QJsonArray::fromStringList(channelPriority)},
            {QStringLiteral("display_name"), displayName},
            {QStringLiteral("email"), email},
            {QStringLiteral("external_id"), externalId},
            {QStringLiteral("metadata"), metadata},
            {QStringLiteral("language"), language}};
}

} // namespace console

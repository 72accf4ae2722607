// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox_webhook.h"

#include <QJsonArray>

namespace console {

QJsonObject SandboxWebhook::toJson() const
{
    QJsonObject json {
        {QStringLiteral("id"), id},
        {QStringLiteral("app_id"), appId},
        {QStringLiteral("target"), target},
        {QStringLiteral("target_type"), targetType},
        {QStringLiteral("secret"), secret},
        {QStringLiteral("triggers"), QJsonArray::fromStringList(triggers)},
        {QStringLiteral("client_credentials"), clientCredentials ? QJsonValue(*clientCredentials) : QJsonValue()}};
    if (routingConfiguration)
        json.insert(QStringLiteral("routing_configuration"), *routingConfiguration);
    return json;
}

bool SandboxWebhook::wantsCapabilities() const
{
    return targetType == QLatin1String("HTTP") && triggers.contains(QLatin1String("CAPABILITY"));
}

} // namespace console

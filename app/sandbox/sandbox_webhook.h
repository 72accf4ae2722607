// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace console {

/// One webhook of an app.
struct SandboxWebhook
{
    QString id; ///< a ULID
    QString appId;
    QString target;
    QString targetType = QStringLiteral("DISMISS"); ///< the vendor's default: nothing is sent
    QString secret;
    QStringList triggers;
    std::optional<QJsonObject> clientCredentials;
    std::optional<QJsonObject> routingConfiguration; ///< kept for the client, without effect on capability callbacks

    /// As the API answers it, the secret included.
    QJsonObject toJson() const;
    bool wantsCapabilities() const;
};

} // namespace console

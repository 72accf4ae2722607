// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/callback_client.h"
#include "domain/ids.h"

#include <QStringList>

namespace console {

inline constexpr int kWebhooksPerApp = 5;            ///< Source: OAS, Webhooks_CreateWebhook
inline constexpr int kWebhookTargetCharacters = 742; ///< Source: OAS, Webhook.target

/// The vendor's record that points at a receiver.
struct Webhook
{
    WebhookId id;
    std::optional<AppId> appId;
    QString target;
    QString targetType; ///< HTTP or DISMISS
    QStringList triggers;
    bool hasSecret = false;            ///< the API returns the secret in clear: it is dropped while the answer is read
    bool hasClientCredentials = false; ///< likewise

    friend bool operator==(const Webhook &, const Webhook &) = default;
};

/// What a new webhook of ours is made of; target_type is always HTTP (the vendor's default sends nothing).
struct WebhookDraft
{
    AppId appId;
    QString target;
    QStringList triggers = {QStringLiteral("CAPABILITY")};
    Secret secret;
    std::optional<CallbackClient> client = {}; ///< with which tokens are got beside the target
};

/// Members to change; absent ones stay as they are (the update_mask names just those present).
struct WebhookChange
{
    std::optional<QString> target;
    std::optional<QStringList> triggers;
    std::optional<Secret> secret;
    struct Credentials
    {
        CallbackClient client;
        QString endpoint;
    };
    std::optional<std::optional<Credentials>> credentials = {}; ///< an empty one takes them away
};

} // namespace console

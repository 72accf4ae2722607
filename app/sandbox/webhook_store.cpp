// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/webhook_store.h"

namespace console {

std::optional<SandboxWebhook> WebhookStore::find(const QString &id) const
{
    for (const auto &webhook : m_webhooks) {
        if (webhook.id == id)
            return webhook;
    }
    return std::nullopt;
}

void WebhookStore::replace(const SandboxWebhook &webhook)
{
    for (auto &stored : m_webhooks) {
        if (stored.id == webhook.id)
            stored = webhook;
    }
}

bool WebhookStore::remove(const QString &id)
{
    return m_webhooks.removeIf([&](const SandboxWebhook &webhook) { return webhook.id == id; }) > 0;
}

QList<SandboxWebhook> WebhookStore::ofApp(const QString &appId) const
{
    QList<SandboxWebhook> list;
    for (const auto &webhook : m_webhooks) {
        if (webhook.appId == appId)
            list += webhook;
    }
    return list;
}

QList<SandboxWebhook> WebhookStore::capabilityTargets(const QString &appId) const
{
    auto list = ofApp(appId);
    list.removeIf([](const SandboxWebhook &webhook) { return !webhook.wantsCapabilities(); });
    return list;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox_webhook.h"

#include <QList>

namespace console {

/// The webhooks of the project in the order in which they were made. Few: five an app.
class WebhookStore
{
public:
    void append(const SandboxWebhook &webhook) { m_webhooks += webhook; }
    std::optional<SandboxWebhook> find(const QString &id) const;
    void replace(const SandboxWebhook &webhook); ///< the one with the same id
    bool remove(const QString &id);
    QList<SandboxWebhook> ofApp(const QString &appId) const;
    QList<SandboxWebhook> capabilityTargets(const QString &appId) const; ///< those that want capability callbacks

private:
    QList<SandboxWebhook> m_webhooks;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sandbox/sandbox_app.h"
#include "sandbox/sandbox_webhook.h"

namespace console {

class WebhookStore;

/// What a client may write into a webhook, and the rules for it. Contract 3.3.
class WebhookForm
{
public:
    WebhookForm(const QList<SandboxApp> &apps, const WebhookStore &webhooks)
        : m_apps(apps)
        , m_webhooks(webhooks)
    { }

    /// Every member that a client can set.
    static const QStringList &fields();
    /// The webhook with the given fields taken from the body; a field that the body lacks is cleared.
    /// Errors: 400 for a wrong type or word, a target that is no HTTP URL, is too long, is the vendor's own or taken, a
    /// trigger twice, a sixth webhook; 404 for an app that is not there.
    [[nodiscard]] Result<SandboxWebhook> apply(const QJsonObject &body, const QStringList &changed,
                                               SandboxWebhook webhook) const;

private:
    [[nodiscard]] Result<> checkPlace(const SandboxWebhook &webhook) const;

    const QList<SandboxApp> &m_apps;
    const WebhookStore &m_webhooks;
};

} // namespace console

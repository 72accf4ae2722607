// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_session.h"
#include "domain/webhook.h"

namespace console {

/// The webhooks of an app. Errors as of AppsClient. Thread: the session's.
class WebhooksClient
{
public:
    explicit WebhooksClient(ApiSession &session)
        : m_session(session)
    { }
    /// At most five; no pages. Idempotent: retried.
    [[nodiscard]] QFuture<Result<QList<Webhook>>> list(const AppId &app);
    /// Not retried: an unknown outcome is looked up in the list by its target. Errors: also Rejected for a sixth webhook
    /// or a target that the app has already.
    [[nodiscard]] QFuture<Result<Webhook>> create(const WebhookDraft &draft);
    [[nodiscard]] QFuture<Result<Webhook>> update(const WebhookId &id, const WebhookChange &change);
    /// NotFound means that it is gone already.
    [[nodiscard]] QFuture<Result<>> remove(const WebhookId &id);

private:
    ApiSession &m_session;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sandbox/api_router.h"
#include "sandbox/webhook_form.h"

namespace console {

/// The webhook operations of the API. Contract 3.3.
class WebhookRoutes
{
public:
    /// All three are used, not owned, and outlive this object.
    WebhookRoutes(WebhookStore &webhooks, const QList<SandboxApp> &apps, const Clock &clock);

    void addTo(ApiRouter &router);

private:
    RouteAnswer listOfApp(const RoutedRequest &call) const;
    RouteAnswer create(const RoutedRequest &call);
    RouteAnswer get(const RoutedRequest &call) const;
    RouteAnswer update(const RoutedRequest &call);
    RouteAnswer remove(const RoutedRequest &call);

    WebhookStore &m_webhooks;
    const QList<SandboxApp> &m_apps;
    const Clock &m_clock;
    WebhookForm m_form;
};

} // namespace console

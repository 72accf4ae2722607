// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/webhook_routes.h"

#include "core/ulid.h"
#include "sandbox/request_arguments.h"
#include "sandbox/webhook_store.h"

#include <QJsonArray>

namespace console {

WebhookRoutes::WebhookRoutes(WebhookStore &webhooks, const QList<SandboxApp> &apps, const Clock &clock)
    : m_webhooks(webhooks)
    , m_apps(apps)
    , m_clock(clock)
    , m_form(apps, webhooks)
{ }

void WebhookRoutes::addTo(ApiRouter &router)
{
    router.add("GET", "apps/*/webhooks", [this](const RoutedRequest &call) { return listOfApp(call); });
    router.add("POST", "webhooks", [this](const RoutedRequest &call) { return create(call); });
    router.add("GET", "webhooks/*", [this](const RoutedRequest &call) { return get(call); });
    router.add("PATCH", "webhooks/*", [this](const RoutedRequest &call) { return update(call); });
    router.add("DELETE", "webhooks/*", [this](const RoutedRequest &call) { return remove(call); });
}

RouteAnswer WebhookRoutes::listOfApp(const RoutedRequest &call) const
{
    if (!findApp(m_apps, call.id))
        return failure(VendorEnvelope::notFound());
    QJsonArray webhooks;
    for (const auto &webhook : m_webhooks.ofApp(call.id))
        webhooks.append(webhook.toJson());
    return QJsonObject {{QStringLiteral("webhooks"), webhooks}};
}

RouteAnswer WebhookRoutes::create(const RoutedRequest &call)
{
    const auto body = VendorEnvelope::body(call.request);
    if (!body)
        return failure(body.error());
    auto webhook = m_form.apply(*body, WebhookForm::fields(), {});
    if (!webhook)
        return failure(webhook.error());
    webhook->id = makeUlid(m_clock.now());
    m_webhooks.append(*webhook);
    return webhook->toJson();
}

RouteAnswer WebhookRoutes::get(const RoutedRequest &call) const
{
    const auto webhook = m_webhooks.find(call.id);
    if (!webhook)
        return failure(VendorEnvelope::notFound());
    return webhook->toJson();
}

RouteAnswer WebhookRoutes::update(const RoutedRequest &call)
{
    const auto stored = m_webhooks.find(call.id);
    if (!stored)
        return failure(VendorEnvelope::notFound());
    const auto body = VendorEnvelope::body(call.request);
    if (!body)
        return failure(body.error());
    const auto changed = RequestArguments(call.request).changedFields(*body, WebhookForm::fields());
    if (!changed)
        return failure(changed.error());
    const auto webhook = m_form.apply(*body, *changed, *stored);
    if (!webhook)
        return failure(webhook.error());
    m_webhooks.replace(*webhook);
    return webhook->toJson();
}

RouteAnswer WebhookRoutes::remove(const RoutedRequest &call)
{
    if (!m_webhooks.remove(call.id))
        return failure(VendorEnvelope::notFound());
    return QJsonObject();
}

} // namespace console

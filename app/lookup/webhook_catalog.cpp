// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/webhook_catalog.h"

#include "core/continuation.h"

#include <QUrl>

namespace console {

namespace {

OwnedWebhook::Owner ownerOf(const Webhook &webhook, const OwnReceiver &own)
{
    if (!own.target.isEmpty() && webhook.target == own.target)
        return OwnedWebhook::Owner::Ours;
    const bool isKnown
        = std::any_of(own.known.begin(), own.known.end(), [&](const OwnWebhook &one) { return one.id == webhook.id; });
    const bool hasOurPath = !own.path.isEmpty() && QUrl(webhook.target).path().endsWith(own.path);
    return isKnown || hasOurPath ? OwnedWebhook::Owner::OursElsewhere : OwnedWebhook::Owner::AnotherReceiver;
}

} // namespace

bool OwnedWebhook::bringsAnswers() const
{
    return webhook.targetType == QLatin1String("HTTP") && webhook.triggers.contains(QLatin1String("CAPABILITY"));
}

AppWebhooks sortedByOwner(const QList<Webhook> &webhooks, const OwnReceiver &own)
{
    AppWebhooks sorted;
    for (const auto &webhook : webhooks)
        sorted.webhooks.append({webhook, ownerOf(webhook, own)});
    std::stable_sort(sorted.webhooks.begin(), sorted.webhooks.end(), [](const auto &a, const auto &b) {
        return std::pair(int(a.owner), a.webhook.target) < std::pair(int(b.owner), b.webhook.target);
    });
    return sorted;
}

QFuture<Result<AppWebhooks>> WebhookCatalog::list(ProjectConnection &connection, const AppId &app,
                                                  const OwnReceiver &own)
{
    return connection.webhooks().list(app)
        | then(this, [own](const Result<QList<Webhook>> &webhooks) -> Result<AppWebhooks> {
               if (!webhooks)
                   return failure(webhooks.error());
               return sortedByOwner(*webhooks, own);
           });
}

} // namespace console

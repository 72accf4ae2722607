// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ProjectController that has to do with webhooks.
#include "core/continuation.h"
#include "core/run_on.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/webhook_keeper.h"

namespace console {

WebhookDraft ProjectController::webhookDraft(const AppId &app) const
{
    return {app,
            webhookTarget().toString(QUrl::FullyEncoded),
            {QStringLiteral("CAPABILITY")},
            secretsOf(selected().key).webhookSecret,
            callbackClientOf(selected(), secretsOf(selected().key))};
}

bool ProjectController::needsWebhook(const AppId &app) const
{
    return !webhookTarget().isEmpty() && m_webhooks && !m_webhooks->isInPlace(webhookDraft(app));
}

QFuture<Result<>> ProjectController::prepareLookup(const AppId &app)
{
    const auto isListening = m_receiver.actualAddress(receiverOf(selected())).has_value();
    return (isListening ? readyFuture(m_receiver) : applyRoutes()) | then(this, [this, app](const ReceiverState &) {
               const WebhookDraft draft = webhookDraft(app);
               if (!connection())
                   return readyFuture(Result<>(failure(Error::Kind::Config, tr("The project is not connected yet."))));
               if (!draft.target.isEmpty())
                   return m_webhooks->ensure(*connection(), draft);
               if (!selected().isSandbox())
                   return readyFuture(Result<>()); // somebody else brings the callbacks here, or nobody
               return readyFuture(Result<>(failure(Error::Kind::Config, receiverView().problem())));
           });
}

QFuture<Result<AppWebhooks>> ProjectController::webhooks(const AppId &app)
{
    if (!connection() || !m_webhooks)
        return readyFuture(Result<AppWebhooks>(failure(Error::Kind::Config, tr("The project is not connected yet."))));
    return m_catalog.list(*connection(), app, {webhookDraft(app).target, selected().callbackPath, m_webhooks->known()});
}

QFuture<Result<>> ProjectController::removeWebhook(const AppId &app, const WebhookId &id)
{
    return webhooks(app) | then(this, [this, app, id](const Result<AppWebhooks> &listed) {
               if (!listed)
                   return readyFuture(Result<>(failure(listed.error())));
               const auto &all = listed->webhooks;
               const auto own = std::find_if(all.begin(), all.end(), [&](const OwnedWebhook &one) {
                   return one.webhook.id == id && one.isOurs();
               });
               if (own == all.end() || !connection())
                   return readyFuture(
                       Result<>(failure(Error::Kind::Config, tr("This webhook is not ours: it stays."))));
               return m_webhooks->removeOne(*connection(),
                                            {id, selected().projectId, app.toString(), own->webhook.target, {}});
           });
}

QFuture<void> ProjectController::removeWebhooks()
{
    if (m_webhooks)
        return m_webhooks->remove(nullptr);
    return QtFuture::makeReadyFuture();
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/webhook_registrar.h"

#include "core/continuation.h"
#include "core/log.h"
#include "core/run_on.h"

namespace console {

namespace {
using Ensured = Result<OwnWebhook>;
}

WebhookRegistrar::WebhookRegistrar(WebhookJournal journal, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_journal(std::move(journal))
    , m_clock(clock)
{ }

QFuture<Ensured> WebhookRegistrar::ensure(ProjectConnection &connection, const WebhookDraft &draft,
                                          const QList<OwnWebhook> &known, SameTarget sameTarget)
{
    return connection.webhooks().list(draft.appId)
        | then(this, [=, this, &connection](const Result<QList<Webhook>> &existing) {
               return existing ? decide(connection, draft, known, sameTarget, *existing)
                               : readyFuture(Ensured(failure(existing.error())));
           });
}

QFuture<Ensured> WebhookRegistrar::decide(ProjectConnection &connection, const WebhookDraft &draft,
                                          const QList<OwnWebhook> &known, SameTarget sameTarget,
                                          const QList<Webhook> &existing)
{
    for (const auto &webhook : existing) {
        if (webhook.target != draft.target)
            continue;
        const bool isKnown
            = std::any_of(known.begin(), known.end(), [&](const OwnWebhook &own) { return own.id == webhook.id; });
        if (isKnown || sameTarget == SameTarget::Adopt)
            return adopt(connection, draft, webhook);
        return readyFuture(
            Ensured(failure(Error::Kind::Config,
                            QStringLiteral("the app has a webhook with this address already (%1), and it is not ours")
                                .arg(webhook.id.toString()))));
    }
    if (existing.size() >= kWebhooksPerApp)
        return readyFuture(Ensured(
            failure(Error::Kind::Config,
                    QStringLiteral("the app has %1 webhooks already, which is the most it can have: remove one first")
                        .arg(existing.size()))));
    return create(connection, draft);
}

QFuture<Ensured> WebhookRegistrar::adopt(ProjectConnection &connection, const WebhookDraft &draft,
                                         const Webhook &webhook)
{
    WebhookChange change {{}, draft.triggers, draft.secret};
    if (draft.client)
        change.credentials = WebhookChange::Credentials {
            *draft.client, callbackTokenUrl(QUrl(draft.target)).toString(QUrl::FullyEncoded)};
    else if (webhook.hasClientCredentials)
        change.credentials = std::optional<WebhookChange::Credentials>();
    return connection.webhooks().update(webhook.id, change)
        | then(this, [=, this, &connection](const Result<Webhook> &updated) {
               return updated ? keep(connection, draft, *updated) : readyFuture(Ensured(failure(updated.error())));
           });
}

QFuture<Ensured> WebhookRegistrar::create(ProjectConnection &connection, const WebhookDraft &draft)
{
    return connection.webhooks().create(draft) | then(this, [=, this, &connection](const Result<Webhook> &created) {
               if (created)
                   return keep(connection, draft, *created);
               return created.error().httpStatus ? readyFuture(Ensured(failure(created.error())))
                                                 : recover(connection, draft, created.error());
           });
}

QFuture<Ensured> WebhookRegistrar::recover(ProjectConnection &connection, const WebhookDraft &draft,
                                           const Error &unknown)
{
    return connection.webhooks().list(draft.appId)
        | then(this, [=, this, &connection](const Result<QList<Webhook>> &existing) {
               const auto all = existing.value_or(QList<Webhook>());
               const auto made = std::find_if(all.begin(), all.end(),
                                              [&](const Webhook &one) { return one.target == draft.target; });
               return made != all.end() ? keep(connection, draft, *made) : readyFuture(Ensured(failure(unknown)));
           });
}

QFuture<Ensured> WebhookRegistrar::keep(ProjectConnection &connection, const WebhookDraft &draft,
                                        const Webhook &webhook)
{
    const OwnWebhook own {webhook.id, connection.projectId().toString(), draft.appId.toString(), draft.target,
                          m_clock.now()};
    return m_journal.remember(own) | then(this, [this, own, &connection](const Result<> &kept) {
               if (kept) {
                   qCInfo(lcLookup) << "webhook ready id=" << own.id.toString();
                   return readyFuture(Ensured(own));
               }
               return connection.webhooks().remove(own.id)
                   | then(this, [error = kept.error()](const Result<> &) { return Ensured(failure(error)); });
           });
}

QFuture<Result<>> WebhookRegistrar::remove(ProjectConnection &connection, const OwnWebhook &webhook)
{
    return connection.webhooks().remove(webhook.id) | then(this, [this, id = webhook.id](const Result<> &removed) {
               const bool isGone = removed || removed.error().kind == Error::Kind::NotFound;
               if (isGone)
                   qCInfo(lcLookup) << "webhook removed id=" << id.toString();
               return isGone ? m_journal.forget(id) : readyFuture(removed);
           });
}

} // namespace console

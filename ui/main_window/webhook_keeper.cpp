// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/webhook_keeper.h"

#include "core/continuation.h"
#include "core/log.h"
#include "core/run_on.h"

namespace console {

namespace {

QString keyOf(const WebhookDraft &draft)
{
    return draft.appId.toString() + QLatin1Char(' ') + draft.target;
}

} // namespace

WebhookKeeper::WebhookKeeper(WebhookJournal journal, QList<OwnWebhook> leftovers, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_registrar(journal, clock)
    , m_journal(std::move(journal))
    , m_leftovers(std::move(leftovers))
{ }

bool WebhookKeeper::isInPlace(const WebhookDraft &draft) const
{
    return m_own.contains(keyOf(draft));
}

QFuture<Result<>> WebhookKeeper::ensure(ProjectConnection &connection, const WebhookDraft &draft)
{
    const QString key = keyOf(draft);
    if (m_own.contains(key))
        return readyFuture(Result<>());
    auto promise = std::make_shared<QPromise<Result<>>>();
    auto future = promise->future();
    promise->start();
    auto &waiting = m_waiting[key];
    waiting.append(promise);
    if (waiting.size() > 1)
        return future;
    const auto made = [this, key, &connection](const Result<OwnWebhook> &own) {
        if (own) {
            m_own.insert(key, {&connection, *own});
            m_leftovers.removeIf([&](const OwnWebhook &left) { return left.id == own->id; });
        }
        finish(key, own ? Result<>() : Result<>(failure(own.error())));
    };
    m_registrar.ensure(connection, draft, m_leftovers, WebhookRegistrar::SameTarget::Adopt) | then(this, made);
    return future;
}

QList<OwnWebhook> WebhookKeeper::known() const
{
    QList<OwnWebhook> known = m_leftovers;
    for (const auto &own : m_own)
        known.append(own.webhook);
    return known;
}

QFuture<Result<>> WebhookKeeper::removeOne(ProjectConnection &connection, const OwnWebhook &webhook)
{
    return m_registrar.remove(connection, webhook) | then(this, [this, id = webhook.id](const Result<> &removed) {
               if (removed) {
                   m_own.removeIf([&](const auto &own) { return own.value().webhook.id == id; });
                   m_leftovers.removeIf([&](const OwnWebhook &left) { return left.id == id; });
               }
               return removed;
           });
}

void WebhookKeeper::finish(const QString &key, const Result<> &outcome)
{
    const auto waiting = m_waiting.take(key);
    for (const auto &promise : waiting) {
        promise->addResult(outcome);
        promise->finish();
    }
}

void WebhookKeeper::cleanUp(ProjectConnection &connection)
{
    QList<OwnWebhook> mine;
    for (const auto &webhook : std::as_const(m_leftovers)) {
        if (webhook.projectId == connection.projectId().toString())
            mine.append(webhook);
    }
    for (const auto &webhook : std::as_const(mine)) {
        m_leftovers.removeIf([&](const OwnWebhook &left) { return left.id == webhook.id; });
        m_registrar.remove(connection, webhook) | then(this, [id = webhook.id](const Result<> &removed) {
            if (!removed)
                qCWarning(lcUi) << "webhook of an earlier run stays, id=" << id.toString() << removed.error().detail;
        });
    }
}

void WebhookKeeper::forgetLeftovers(const QString &projectId)
{
    for (const auto &webhook : std::as_const(m_leftovers)) {
        if (webhook.projectId == projectId)
            m_journal.forget(webhook.id);
    }
    m_leftovers.removeIf([&](const OwnWebhook &left) { return left.projectId == projectId; });
}

QFuture<void> WebhookKeeper::remove(ProjectConnection *connection)
{
    auto done = std::make_shared<QPromise<void>>();
    auto future = done->future();
    done->start();
    auto left = std::make_shared<int>(1);
    const auto count = [done, left] {
        if (--*left == 0)
            done->finish();
    };
    for (auto own = m_own.begin(); own != m_own.end();) {
        if (connection && own->connection != connection) {
            ++own;
            continue;
        }
        ++*left;
        m_registrar.remove(*own->connection, own->webhook) | then(this, [count](const Result<> &) { count(); });
        own = m_own.erase(own);
    }
    count();
    return future;
}

} // namespace console

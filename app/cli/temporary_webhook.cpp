// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/temporary_webhook.h"

#include "core/continuation.h"
#include "core/run_on.h"

namespace console {

TemporaryWebhook::TemporaryWebhook(const Clock &clock, HistoryWriter *writer, const QList<OwnWebhook> &leftovers)
    : m_leftovers(leftovers)
{
    WebhookJournal journal;
    if (writer) {
        journal = {[writer](const OwnWebhook &webhook) { return writer->rememberWebhook(webhook); },
                   [writer](const WebhookId &id) { return writer->forgetWebhook(id); }};
    } else {
        m_file = std::make_unique<WebhookFileJournal>(WebhookFileJournal::defaultFolder());
        journal = m_file->journal();
    }
    m_registrar = std::make_unique<WebhookRegistrar>(journal, clock);
}

QFuture<Result<>> TemporaryWebhook::create(ProjectConnection &connection, const WebhookDraft &draft)
{
    QList<OwnWebhook> left = m_file ? m_file->leftovers(connection.projectId().toString()) : m_leftovers;
    left.removeIf([&](const OwnWebhook &webhook) { return webhook.projectId != connection.projectId().toString(); });
    m_creation = removeLeftovers(connection, left)
        | then(this,
               [this, &connection, draft](const Result<> &) { // one that cannot be removed now is tried again next time
                   return m_registrar->ensure(connection, draft, {}, WebhookRegistrar::SameTarget::Refuse);
               })
        | then(this, [this](const Result<OwnWebhook> &made) -> Result<> {
                     if (!made)
                         return failure(made.error());
                     m_webhook = *made;
                     return {};
                 });
    return m_creation;
}

QFuture<Result<>> TemporaryWebhook::removeLeftovers(ProjectConnection &connection, QList<OwnWebhook> left)
{
    if (left.isEmpty())
        return readyFuture(Result<>());
    const OwnWebhook next = left.takeFirst();
    return m_registrar->remove(connection, next)
        | then(this, [this, &connection, left](const Result<> &) { return removeLeftovers(connection, left); });
}

QFuture<Result<>> TemporaryWebhook::remove(ProjectConnection &connection)
{
    if (m_creation.isFinished())
        return removeMade(connection);
    return m_creation | then(this, [this, &connection](const Result<> &) { return removeMade(connection); });
}

QFuture<Result<>> TemporaryWebhook::removeMade(ProjectConnection &connection)
{
    return m_webhook ? m_registrar->remove(connection, *std::exchange(m_webhook, std::nullopt))
                     : readyFuture(Result<>());
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/project_connection.h"
#include "storage/history_writer.h"

#include <functional>

namespace console {

/// Where the ids of webhooks that we made are kept, before they are used.
struct WebhookJournal
{
    std::function<QFuture<Result<>>(const OwnWebhook &)> remember;
    std::function<QFuture<Result<>>(const WebhookId &)> forget;
};

/// Makes, adopts and removes webhooks of ours; others are never touched. Errors as of the API, and Storage from the
/// journal: a webhook whose id could not be kept is removed again at once. Thread: that of the connection.
class WebhookRegistrar : public QObject
{
    Q_OBJECT

public:
    /// What to do when the app has a webhook with our target that the journal does not know.
    enum class SameTarget {
        Adopt,  ///< the path is ours alone (random): it is what a crash left
        Refuse, ///< the user chose the address: it may be somebody's
    };

    WebhookRegistrar(WebhookJournal journal, const Clock &clock, QObject *parent = nullptr);

    /// After it, the app has a CAPABILITY webhook of ours with this target, secret and client.
    QFuture<Result<OwnWebhook>> ensure(ProjectConnection &connection, const WebhookDraft &draft,
                                       const QList<OwnWebhook> &known, SameTarget sameTarget);
    /// Removes one at the API, then from the journal. One that is gone already counts as removed.
    QFuture<Result<>> remove(ProjectConnection &connection, const OwnWebhook &webhook);

private:
    QFuture<Result<OwnWebhook>> decide(ProjectConnection &connection, const WebhookDraft &draft,
                                       const QList<OwnWebhook> &known, SameTarget sameTarget,
                                       const QList<Webhook> &existing);
    QFuture<Result<OwnWebhook>> adopt(ProjectConnection &connection, const WebhookDraft &draft, const Webhook &webhook);
    QFuture<Result<OwnWebhook>> create(ProjectConnection &connection, const WebhookDraft &draft);
    /// After a creation without an answer: it may have been carried out.
    QFuture<Result<OwnWebhook>> recover(ProjectConnection &connection, const WebhookDraft &draft, const Error &unknown);
    QFuture<Result<OwnWebhook>> keep(ProjectConnection &connection, const WebhookDraft &draft, const Webhook &webhook);

    WebhookJournal m_journal;
    const Clock &m_clock;
};

} // namespace console

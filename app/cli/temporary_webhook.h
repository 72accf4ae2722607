// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/lookup_options.h"
#include "lookup/webhook_file_journal.h"
#include "lookup/webhook_registrar.h"

#include <QObject>

namespace console {

/// A webhook for as long as one lookup lasts. Removes what earlier runs left first. Thread: main.
class TemporaryWebhook : public QObject
{
    Q_OBJECT

public:
    /// \param writer keeps the id when the history is the user's own; null: a small file in the state folder does.
    TemporaryWebhook(const Clock &clock, HistoryWriter *writer, const QList<OwnWebhook> &leftovers);

    QFuture<Result<>> create(ProjectConnection &connection, const WebhookDraft &draft);
    /// Gone at the API, then from the journal; at once when there is none. One that is being made is waited for.
    QFuture<Result<>> remove(ProjectConnection &connection);

private:
    QFuture<Result<>> removeMade(ProjectConnection &connection);
    QFuture<Result<>> removeLeftovers(ProjectConnection &connection, QList<OwnWebhook> left);

    std::unique_ptr<WebhookFileJournal> m_file;
    QList<OwnWebhook> m_leftovers;
    std::unique_ptr<WebhookRegistrar> m_registrar;
    std::optional<OwnWebhook> m_webhook;
    QFuture<Result<>> m_creation; ///< finished from the start, until one begins
};

} // namespace console

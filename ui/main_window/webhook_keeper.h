// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/webhook_registrar.h"

#include <QHash>
#include <QPromise>

#include <optional>

namespace console {

/// The webhooks of this run: made once for each app, removed at the end; those that an earlier run left behind are
/// removed as soon as their project can be reached. Connections outlive it. Thread: GUI.
class WebhookKeeper : public QObject
{
    Q_OBJECT

public:
    WebhookKeeper(WebhookJournal journal, QList<OwnWebhook> leftovers, const Clock &clock, QObject *parent = nullptr);

    bool isInPlace(const WebhookDraft &draft) const;
    /// After it, the app has this webhook. Several calls while it is made wait for the same one.
    QFuture<Result<>> ensure(ProjectConnection &connection, const WebhookDraft &draft);

    /// Those of this run, and those that earlier runs left behind.
    QList<OwnWebhook> known() const;
    /// Removes one of ours, whichever run made it.
    QFuture<Result<>> removeOne(ProjectConnection &connection, const OwnWebhook &webhook);

    /// Removes what earlier runs left at this project.
    void cleanUp(ProjectConnection &connection);
    /// Those of a sandbox went with its process: they are only forgotten.
    void forgetLeftovers(const QString &projectId);
    /// Removes those of this run, of one connection or of all (nullptr).
    QFuture<void> remove(ProjectConnection *connection);

private:
    struct Own
    {
        ProjectConnection *connection;
        OwnWebhook webhook;
    };
    void finish(const QString &key, const Result<> &outcome);

    WebhookRegistrar m_registrar;
    WebhookJournal m_journal;
    QList<OwnWebhook> m_leftovers;
    QHash<QString, Own> m_own; ///< by app and target
    QHash<QString, QList<std::shared_ptr<QPromise<Result<>>>>> m_waiting;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/project_connection.h"
#include "storage/history_writer.h"

namespace console {

/// A webhook of an app, and whose it is.
struct OwnedWebhook
{
    enum class Owner {
        Ours,          ///< points at this console
        OursElsewhere, ///< our path, at an address of an earlier time: a tunnel that has another name now
        AnotherReceiver,
    };
    Webhook webhook;
    Owner owner = Owner::AnotherReceiver;

    bool isOurs() const { return owner != Owner::AnotherReceiver; }
    /// Whether answers of lookups are sent there.
    bool bringsAnswers() const;
};

/// The webhooks of one app.
struct AppWebhooks
{
    QList<OwnedWebhook> webhooks; ///< ours first, then by target
    int freePlaces() const { return std::max(0, kWebhooksPerApp - int(webhooks.size())); }
};

/// By what a console knows its own webhooks.
struct OwnReceiver
{
    QString target;          ///< where the vendor would send callbacks now; empty: nowhere
    QString path;            ///< the project's random path: nobody else has it
    QList<OwnWebhook> known; ///< from the journal
};

/// Tells whose each one is.
AppWebhooks sortedByOwner(const QList<Webhook> &webhooks, const OwnReceiver &own);

/// Shows the webhooks of an app; changes none. Thread: that of the connections, which must outlive their answers.
class WebhookCatalog : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Errors: as of WebhooksClient::list().
    QFuture<Result<AppWebhooks>> list(ProjectConnection &connection, const AppId &app, const OwnReceiver &own);
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/webhook_registrar.h"

#include <QLockFile>

#include <memory>

namespace console {

/// The journal of a run whose history is temporary: one small file of its own in the state folder, locked while the run
/// lives. A file whose lock is free is what a crash left. Thread: one.
class WebhookFileJournal
{
public:
    /// \param folder made when it is missing. Errors show when something is remembered.
    explicit WebhookFileJournal(QString folder);
    ~WebhookFileJournal();

    WebhookJournal journal();
    /// What earlier runs left behind, of one project; their files stay until forget() was called for all of theirs.
    QList<OwnWebhook> leftovers(const QString &projectId);

    /// $XDG_STATE_HOME/capability-console/webhooks
    static QString defaultFolder();

private:
    Result<> remember(const OwnWebhook &webhook);
    void forget(const WebhookId &id);

    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    QHash<QString, QString> m_leftoverFiles; ///< webhook id → its file
};

} // namespace console

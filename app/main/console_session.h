// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "history/history_keeper.h"
#include "lookup/lookup_service.h"
#include "main/callback_pipeline.h"
#include "main/sandbox_thread.h"
#include "storage/history_store.h"
#include "ui/main_window/project_ports.h"

namespace console {

/// A history that is open, with what works on it: the receiver and the sandbox. Its parts end in the order that loses
/// nothing: the receiver answers what it took, then the store commits the rest. Thread: GUI.
class ConsoleSession
{
public:
    /// A history that another process writes is opened to read only. Errors: Config (another program's file, or a newer
    /// program's: untouched), Storage.
    [[nodiscard]] static Result<std::unique_ptr<ConsoleSession>>
    open(const QString &database, QNetworkAccessManager &network, const Clock &clock);
    ~ConsoleSession();

    HistoryAccess &history() { return m_history; }
    LookupService &lookups() { return m_lookups; }
    /// Null where the history is only read.
    HistoryKeeper *keeper() { return m_keeper.get(); }
    /// Null where the history is only read.
    ReceiverThread *receiver() { return m_pipeline ? &m_pipeline->receiver() : nullptr; }
    /// Who writes this history; empty when we do.
    const QString &heldBy() const { return m_heldBy; }

    ProjectPorts ports(const QList<OwnWebhook> &leftovers);

private:
    QFuture<bool> hasStored(const QByteArray &bytes);
    ConsoleSession(const QString &database, std::unique_ptr<HistoryStore> store, QString heldBy,
                   QNetworkAccessManager &network, const Clock &clock);

    QNetworkAccessManager &m_network;
    const Clock &m_clock;
    QString m_heldBy;
    std::unique_ptr<HistoryStore> m_store;
    HistoryWriter m_idleWriter; ///< of a history that is only read: never opened, gets no orders
    LookupService m_lookups;
    HistoryAccess m_history;
    std::unique_ptr<HistoryKeeper> m_keeper;
    std::unique_ptr<SandboxThread> m_sandbox;
    std::unique_ptr<CallbackPipeline> m_pipeline;
};

} // namespace console

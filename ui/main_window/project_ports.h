// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/connection_check.h"
#include "lookup/ports.h"
#include "lookup/project_connection.h"
#include "lookup/webhook_registrar.h"

#include <functional>
#include <memory>

namespace console {

/// What the projects of a running program need from it; plugged in once the history is open. Without a receiver
/// (setRoutes is empty) contacts can be looked at, and nothing can be looked up.
struct ProjectPorts
{
    std::function<std::unique_ptr<ProjectConnection>(const ApiSettings &)> connect;
    SandboxPort startSandbox;
    ReceiverPort receiver = {};
    WebhookJournal journal = {};
    std::function<std::unique_ptr<ConnectionCheck>()> makeCheck = {};
    QList<OwnWebhook> leftovers = {}; ///< webhooks of ours that an earlier run did not remove

    bool canReceive() const { return bool(receiver.setRoutes); }
};

} // namespace console

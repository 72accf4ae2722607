// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "lookup/lookup_service.h"
#include "lookup/ports.h"

#include <functional>
#include <memory>

namespace console {

/// A history opened for writing, as long as it is held.
struct OpenHistory
{
    std::shared_ptr<void> keeper;
    HistoryWriter *writer = nullptr;
};

/// A receiver that runs, as long as it is held.
struct OpenReceiver
{
    std::shared_ptr<void> keeper;
    ListenAddress address; ///< with the real port
};

/// What the commands need built for them; the program plugs it in.
struct CliPorts
{
    const Clock &clock;
    std::function<Result<OpenHistory>(const QString &path)> openHistory;
    /// \returns the new name of a damaged history; nothing when it is sound.
    std::function<Result<std::optional<QString>>(const QString &path)> setHistoryAside;
    /// `heard` is called in the main thread with every callback once it is stored, in order, with all that wait.
    std::function<Result<OpenReceiver>(HistoryWriter &, const RouteRequest &,
                                       std::function<void(const std::vector<Recorded> &)> heard)>
        openReceiver;
    /// What the journal of this history holds; read before it is used.
    std::function<QList<OwnWebhook>(const QString &path)> ownWebhooks;
    SandboxPort startSandbox;
    std::function<std::unique_ptr<ProjectConnection>(const ApiSettings &)> connect;
};

} // namespace console

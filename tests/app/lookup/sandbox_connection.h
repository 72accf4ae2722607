// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/project_connection.h"
#include "sandbox/sandbox_server.h"
#include "support/await.h"
#include "support/fake_clock.h"

namespace console {

/// A sandbox, and the connection of a project to it.
class SandboxConnection
{
public:
    explicit SandboxConnection(const SandboxOptions &options = {})
        : server(options, clock)
    {
        const auto started = server.start();
        if (!started)
            qFatal("the sandbox does not start: %s", qPrintable(started.error().detail));
        ready = *started;
        connection = connect(ready.keySecret);
    }

    std::unique_ptr<ProjectConnection> connect(const Secret &secret)
    {
        ApiSettings settings {QUrl(ready.apiBase), QUrl(ready.tokenUrl), *ProjectId::parse(ready.projectId),
                              ready.keyId, secret};
        settings.backOffBase = std::chrono::milliseconds(0);
        return std::make_unique<ProjectConnection>(settings, network, clock);
    }
    AppId firstApp() const { return *AppId::parse(ready.apps.constFirst().id); }

    FakeClock clock;
    SandboxServer server;
    SandboxReady ready;
    QNetworkAccessManager network;
    std::unique_ptr<ProjectConnection> connection;
};

} // namespace console

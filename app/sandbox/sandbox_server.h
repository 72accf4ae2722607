// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "sandbox/sandbox_options.h"

#include <QObject>

#include <memory>

namespace console {

/// An imitation of the Conversation API on loopback: token, apps, contacts, webhooks, capability:query and its signed
/// callbacks. Clients reach it by base URL, as they reach the vendor.
/// Thread: any; it is made, used and destroyed in one.
class SandboxServer : public QObject
{
    Q_OBJECT

public:
    /// The clock decides token expiry and timestamps; it outlives this object. Waits run on timers.
    SandboxServer(const SandboxOptions &options, const Clock &clock, QObject *parent = nullptr);
    ~SandboxServer() override;

    /// Makes the demo data and listens. Errors: those of GuardedServer::listen().
    [[nodiscard]] Result<SandboxReady> start();
    /// Ends connections and forgets everything, callbacks that wait included.
    void stop();

private:
    class Running;
    SandboxOptions m_options;
    const Clock &m_clock;
    std::unique_ptr<Running> m_running;
};

} // namespace console

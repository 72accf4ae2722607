// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "lookup/ports.h"
#include "sandbox/sandbox_options.h"

#include <QThread>

#include <memory>

namespace console {

class SandboxServer;

/// The sandbox of this process, on a thread of its own; it is made and destroyed in it. Made in any other thread.
class SandboxThread
{
public:
    SandboxThread(const SandboxOptions &options, const Clock &clock);
    ~SandboxThread();

    /// Makes the demo data and listens. Errors as of SandboxServer::start().
    QFuture<Result<SandboxAccess>> start();

private:
    const SandboxOptions m_options;
    const Clock &m_clock;
    QThread m_thread;
    QObject *m_context; ///< lives in m_thread; the server is its child
};

} // namespace console

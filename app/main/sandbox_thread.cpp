// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/sandbox_thread.h"

#include "core/hmac.h"
#include "core/run_on.h"
#include "sandbox/endings.h"
#include "sandbox/sandbox_server.h"

namespace console {

SandboxThread::SandboxThread(const SandboxOptions &options, const Clock &clock)
    : m_options(options)
    , m_clock(clock)
    , m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

SandboxThread::~SandboxThread()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<SandboxAccess>> SandboxThread::start()
{
    return runOn(m_context, [this]() -> Result<SandboxAccess> {
        auto *server = new SandboxServer(m_options, m_clock, m_context);
        QObject::connect(server, &QObject::destroyed, &endCryptoOfThread); // in its thread
        const auto ready = server->start();
        if (!ready)
            return failure(ready.error());
        QList<SandboxEnding> endings;
        for (const auto &[digits, answer] : kEndings)
            endings.append({QLatin1String(digits), QLatin1String(answer)});
        return SandboxAccess {QUrl(ready->apiBase), QUrl(ready->tokenUrl), ready->projectId,
                              ready->keyId,         ready->keySecret,      endings};
    });
}

} // namespace console

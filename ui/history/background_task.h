// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run_on.h"

#include <QObject>
#include <QThread>

#include <atomic>

namespace console {

/// One job at a time in a thread of its own, which can be told to stop and is waited for at the end.
/// Thread: the one that made it.
class BackgroundTask
{
public:
    BackgroundTask()
        : m_worker(new QObject)
    {
        m_thread.setObjectName(QStringLiteral("window-task"));
        m_worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    }
    ~BackgroundTask()
    {
        cancel();
        m_thread.quit();
        m_thread.wait();
        if (!m_hasRun)
            delete m_worker;
    }
    BackgroundTask(const BackgroundTask &) = delete;
    BackgroundTask &operator=(const BackgroundTask &) = delete;

    template <typename F>
    auto run(F job)
    {
        m_isCancelled = false;
        if (!std::exchange(m_hasRun, true))
            m_thread.start();
        return runOn(m_worker, std::move(job));
    }
    /// The job sees it by isCancelled() when it next looks.
    void cancel() { m_isCancelled = true; }
    bool isCancelled() const { return m_isCancelled; }

private:
    QThread m_thread;
    QObject *m_worker; ///< lives and dies in m_thread
    std::atomic<bool> m_isCancelled {false};
    bool m_hasRun = false;
};

} // namespace console

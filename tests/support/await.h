// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

namespace console {

/// The value of a future, once the event loop has brought it; ends the test run when it does not come or was cancelled.
template <typename Value>
Value await(QFuture<Value> future)
{
    QFutureWatcher<Value> watcher; // qWaitFor would look only every 10 ms
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!future.isFinished() && !finished.wait(10'000))
        qFatal("a future is not finished");
    if (future.isCanceled())
        qFatal("a future was cancelled");
    return future.result();
}

} // namespace console

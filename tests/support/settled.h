// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFuture>
#include <QThread>

namespace console {

/// Turns the event loop until the condition holds; false when it does not within ten seconds. Unlike QTRY_VERIFY it does
/// not sleep in between.
template <typename Condition>
bool comesTrue(Condition condition)
{
    QDeadlineTimer deadline(std::chrono::seconds(10));
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::yieldCurrentThread();
    }
    return true;
}

/// The value of a future, while events are handled. Ends the test run when it does not come.
template <typename T>
T settled(QFuture<T> future)
{
    if (!comesTrue([&] { return future.isFinished(); }) || future.isCanceled())
        qFatal("a future did not finish");
    if constexpr (!std::is_void_v<T>)
        return future.result();
}

} // namespace console

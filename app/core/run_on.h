// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QMetaObject>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace console {

/// Runs f in the thread of the object, as a queued call, and gives its value back as a future.
/// When the object is gone before its turn, the future ends cancelled and f never runs.
template <typename F>
auto runOn(QObject *object, F &&f) -> QFuture<std::invoke_result_t<F>>
{
    using Value = std::invoke_result_t<F>;
    auto promise = std::make_shared<QPromise<Value>>();
    auto future = promise->future();
    promise->start();
    QMetaObject::invokeMethod(
        object,
        [promise, f = std::forward<F>(f)]() mutable {
            if constexpr (std::is_void_v<Value>)
                f();
            else
                promise->addResult(f());
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

/// A future that is finished already.
template <typename T>
QFuture<T> readyFuture(T value)
{
    QPromise<T> promise;
    auto future = promise.future();
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return future;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>

namespace console {

namespace detail {
template <typename T>
struct Unwrapped
{
    using type = T;
};
template <typename T>
struct Unwrapped<QFuture<T>>
{
    using type = T;
};
} // namespace detail

template <typename F>
struct Continuation
{
    QObject *context;
    F function;
};

/// What to do with the value of a future, in the thread of the context: `future | then(this, [this](const Value &v) {…})`.
/// A function that returns a future is waited for in its turn. When the context is gone first, or the future was
/// cancelled, the function never runs and the resulting future ends cancelled.
///
/// Why not QFuture::then(context, …): Qt 6.4.2 asserts there that the context still lives, and looks at it from another
/// thread; and a future that finishes in another thread while any then() is being called runs it twice, which crashes.
/// A QFutureWatcher that is the context's child can do none of it wrong.
/// Thread: to be called in the context's own.
template <typename F>
Continuation<F> then(QObject *context, F function)
{
    return {context, std::move(function)};
}

template <typename T, typename F>
auto operator|(const QFuture<T> &future, Continuation<F> continuation)
{
    using Returned =
        typename std::conditional_t<std::is_void_v<T>, std::invoke_result<F>, std::invoke_result<F, T>>::type;
    using Value = typename detail::Unwrapped<Returned>::type;
    auto promise = std::make_shared<QPromise<Value>>();
    auto result = promise->future();
    promise->start();
    auto *watcher = new QFutureWatcher<T>(continuation.context);
    auto finished = [watcher, promise, function = std::move(continuation.function)]() mutable {
        watcher->deleteLater();
        if (watcher->isCanceled())
            return; // dropping the promise cancels what waits for it
        const auto call = [&]() -> Returned {
            if constexpr (std::is_void_v<T>)
                return function();
            else
                return function(watcher->result());
        };
        if constexpr (!std::is_same_v<Returned, Value>) {
            QObject *const context = watcher->parent();
            if constexpr (std::is_void_v<Value>) {
                call() | then(context, [promise] { promise->finish(); });
            } else {
                call() | then(context, [promise](const Value &value) {
                    promise->addResult(value);
                    promise->finish();
                });
            }
        } else if constexpr (std::is_void_v<Value>) {
            call();
            promise->finish();
        } else {
            promise->addResult(call());
            promise->finish();
        }
    };
    QObject::connect(watcher, &QFutureWatcherBase::finished, continuation.context, std::move(finished));
    watcher->setFuture(future);
    return result;
}

} // namespace console

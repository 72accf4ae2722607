// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QFuture>

namespace console {

/// The outcome of an order to the writer, waited for: in a thread that has nothing else to do, never in the window's or
/// the writer's own.
template <typename T>
Result<T> finished(QFuture<Result<T>> order)
{
    order.waitForFinished();
    return order.result();
}

} // namespace console

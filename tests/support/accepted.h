// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/callback_intake.h"

namespace console {

/// What an intake answers, as a future.
inline QFuture<CallbackDisposition> accepted(CallbackIntake &intake, const VerifiedBody &body)
{
    auto promise = std::make_shared<QPromise<CallbackDisposition>>();
    promise->start();
    auto future = promise->future();
    intake.accept(body, [promise](CallbackDisposition disposition) {
        promise->addResult(disposition);
        promise->finish();
    });
    return future;
}

} // namespace console

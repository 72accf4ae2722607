// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"
#include "core/timestamp.h"
#include "sandbox/planned_callback.h"

namespace console {

/// The four header fields that sign a callback. Contract 5.2.
struct CallbackSignature
{
    /// \param secret  the webhook's; its UTF-8 is the key
    /// A new nonce every time: a retry is signed anew.
    static HeaderList headers(const QString &secret, const QByteArray &body, PlannedCallback::Signing signing,
                              Timestamp now);
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace console {

/// What became of an authentic callback; the receiver turns it into a status.
enum class CallbackDisposition {
    Stored,           ///< 200: committed, or known already
    Unreadable,       ///< 400: kept aside, byte for byte
    NonceReused,      ///< 401: the nonce belongs to another body
    StoreUnavailable, ///< 503: nothing is claimed; the vendor will try again
};

/// To be called once, from any thread.
using CallbackAnswer = std::function<void(CallbackDisposition)>;

} // namespace console

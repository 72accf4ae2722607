// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/strong_id.h"

namespace console {

using RequestId = StrongId<struct RequestIdTag>; ///< ours (a ULID), sent with every query; the key of a lookup
using ContactId = StrongId<struct ContactIdTag>; ///< the vendor's
using AppId = StrongId<struct AppIdTag>;         ///< the vendor's
using ProjectId = StrongId<struct ProjectIdTag>; ///< the vendor's
using WebhookId = StrongId<struct WebhookIdTag>; ///< the vendor's

} // namespace console

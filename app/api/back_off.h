// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace console {

/// How often an idempotent call is tried again.
inline constexpr int kRetries = 3;

/// 429, 500, 503 and no answer at all may be tried again; 501 and every other 4xx never. Source: contract 2.4.
bool mayRetry(const Error &error);

/// How long to wait before retry number `attempt` (0 is the first): the peer's Retry-After when it gave one (30 s at
/// most), else full jitter over base × 4^attempt.
std::chrono::milliseconds backOff(const Error &error, int attempt, std::chrono::milliseconds base);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup_state.h"

#include <QString>

namespace console {

/// The state of a lookup in a few words: "3 of 4, VIBERBM silent 42 s", "Complete", "Refused: 429 Too many requests".
/// Silent channels carry the vendor's names, as in the table. The failure is the lookup's own, where it has one.
QString stateText(const LookupProgress &progress, const std::optional<LookupFailure> &failure = std::nullopt);

} // namespace console

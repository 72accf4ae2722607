// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/redactor.h"

#include <optional>

namespace console {

/// A body that can be given away with its redacted row: its shape stays, with values that name nobody (codes that are
/// known, times, short numbers, yes and no). What the row says stands there as the redacted row says it; every other
/// text and long number is a pseudonym, since nobody knows what vendors put there. Nothing where the bytes are no JSON.
std::optional<QByteArray> redactedBody(const QByteArray &body, const NotificationRow &row,
                                       const NotificationRow &redacted, Redactor &redactor);

} // namespace console

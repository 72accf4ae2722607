// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace console {

/// What to tell a person about an error: one or two sentences, ending with the other side's own words as a quotation
/// where there are any. Never a secret, because an Error holds none.
QString errorText(const Error &error);

} // namespace console

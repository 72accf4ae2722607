// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_path.h"
#include "history/text_pattern.h"

#include <functional>

namespace console {

/// Whether a body is one that a filter asks for. Of one thread.
using BodyJudge = std::function<bool(const QByteArray &body)>;

/// It holds one of some texts: ASCII letters without regard to case, other bytes as they are.
BodyJudge bodyHolding(const std::vector<TextPattern> &patterns);
/// What stands at a path fits one of some patterns: of a list, one element is enough, and the pattern of an absent text
/// fits where nothing stands, an empty text or null.
BodyJudge bodyWithValue(const JsonPath &path, const std::vector<TextPattern> &patterns);

} // namespace console

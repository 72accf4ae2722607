// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

namespace console {

/// Lengths inside controls on which sizes and places of the style must agree.
inline constexpr int kFieldPadding = 8;
inline constexpr int kArrowColumn = 28;
inline constexpr int kSpinColumn = 24;

} // namespace console

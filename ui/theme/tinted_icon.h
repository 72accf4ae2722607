// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

#include <QIcon>

namespace console {

/// The role of a colour, so that an icon finds its colour anew when the theme changes.
enum class Ink { Text, Muted, Accent, OnAccent, Ok, Info, Bad, Warn, Neutral };

QColor inkColor(Ink ink, const Colors &colors);
Ink inkOf(Tone tone);

/// An icon that is drawn from its SVG at any size and pixel ratio, in the application's present colours.
/// Disabled ones are grey by themselves; a primary button draws it in the colour of its text.
QIcon tintedIcon(Icon icon, Ink ink = Ink::Text);

} // namespace console

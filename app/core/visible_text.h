// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace console {

/// A text from outside, made safe to show to people: what cannot be seen, moves a terminal's cursor or reorders its
/// neighbours (control characters, bidi marks, zero-width ones, half a surrogate pair) stands as a visible mark instead,
/// "␛" or "⟨U+202E⟩". Joiners stay: scripts and emoji need them. Line ends and tabs stay, too.
QString visibleText(const QString &text);

/// The same where there is room for one line only: line ends and tabs are marked as well.
QString visibleLine(const QString &text);

/// Whether visibleText() would change it.
bool hidesSomething(QStringView text);

} // namespace console

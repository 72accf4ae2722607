// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

namespace console {

/// Lengths in device-independent pixels, on a grid of 4. Heights are minima: a larger font makes things larger.
inline constexpr int kGrid = 4;
inline constexpr int kPanelMargin = 16;
inline constexpr int kControlHeight = 32;
inline constexpr int kCompactControlHeight = 26;
inline constexpr int kRowHeight = 32;
inline constexpr int kCompactRowHeight = 26;
inline constexpr int kRadius = 6;
inline constexpr int kSmallRadius = 4;
inline constexpr int kIconSize = 16;
inline constexpr int kAccentMark = 3;
inline constexpr int kFocusRing = 2;

enum class Appearance { Light, Dark };

/// What a colour says; never the only one to say it: an icon and a word go with it.
enum class Tone { Ok, Info, Bad, Warn, Neutral };
inline constexpr std::array kTones {Tone::Ok, Tone::Info, Tone::Bad, Tone::Warn, Tone::Neutral};

struct ToneColors
{
    QColor text;
    QColor tint;  ///< the ground of chips and banners
    QColor solid; ///< bars and marks without text on them
};

/// The one table of colours. Palettes, style and painted widgets all read it.
struct Colors
{
    QColor window;
    QColor base;
    QColor alternate;
    QColor border;        ///< hairlines
    QColor controlBorder; ///< fields and buttons
    QColor strongBorder;  ///< check marks' boxes, grips: 3:1 against base
    QColor text;
    QColor muted;
    QColor disabled;
    QColor accent;
    QColor accentHover;
    QColor accentPressed;
    QColor onAccent;
    QColor selection;
    QColor quietSelection; ///< selected, but the keyboard is elsewhere
    QColor textSelection;  ///< inside fields and texts
    QColor hover;
    QColor pressed;
    std::array<ToneColors, kTones.size()> tones;
    std::array<QColor, 8> rowTints; ///< grounds of rows that a rule marks: all inks of the table can be read on them

    const ToneColors &tone(Tone tone) const { return tones[size_t(tone)]; }
    const QColor &rowTint(int number) const { return rowTints[size_t(number) % rowTints.size()]; }
};

const Colors &colorsFor(Appearance appearance);

/// Dark when the palette's window is: so it also answers for a widget that no Theme has touched.
Appearance appearanceOf(const QPalette &palette);
inline const Colors &colorsOf(const QPalette &palette)
{
    return colorsFor(appearanceOf(palette));
}
const Colors &colorsOf(const QWidget *widget);

QPalette paletteFor(Appearance appearance);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QMetaType>
#include <QSize>
#include <QString>

class QPainter;

namespace console {

/// A status as icon + word on its tint. The icon's shape says as much as the colour does.
struct ChipLook
{
    Icon icon = Icon::CircleHelp;
    QString word;
    Tone tone = Tone::Neutral;
    bool isHollow = false; ///< an outline instead of a tint: less certain, or not come yet

    friend bool operator==(const ChipLook &, const ChipLook &) = default;
};

enum class ChipGround { Plain, SelectedRow };

/// Derived from the font of the text around it.
QFont chipFont(const QFont &base);
/// As wide as the whole word needs, whatever its length and the font.
QSize chipSize(const ChipLook &look, const QFont &base);

/// At the leading edge of the rectangle, vertically centred. Where the rectangle is too narrow the word is elided; the
/// icon stays. \returns the rectangle that the chip took.
QRect paintChip(QPainter *painter, const QRect &rect, const ChipLook &look, const QPalette &palette, const QFont &base,
                ChipGround ground = ChipGround::Plain, Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace console

Q_DECLARE_METATYPE(console::ChipLook)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

#include <QRectF>
#include <QString>

class QIcon;
class QPainter;
class QStyleOption;

namespace console::paint {

/// A rounded rectangle with an optional border of one pixel that lies inside the rectangle.
void roundRect(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border = {});

/// The mark of the keyboard's place: two pixels of accent just inside the rectangle.
void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &color);

/// Filled lines of one pixel, never blurred by antialiasing.
void horizontalLine(QPainter *painter, int left, int right, int y, const QColor &color);
void verticalLine(QPainter *painter, int x, int top, int bottom, const QColor &color);

QColor mix(const QColor &a, const QColor &b, qreal shareOfB);

/// Icon and word side by side in the middle; the word is elided where it does not fit. '&' marks the shortcut.
struct Label
{
    QIcon *icon = nullptr;
    QString text;
    QColor color;
    bool tintsIcon = false; ///< the icon takes the colour of the word
    int iconSize = kIconSize;
    Qt::Alignment alignment = Qt::AlignCenter;
};
void label(QPainter *painter, const QRect &rect, const Label &label, const QStyleOption *option);

bool isEnabled(const QStyleOption *option);
bool isHovered(const QStyleOption *option);
bool isPressed(const QStyleOption *option);
/// Focus that came by a key: clicking a button does not ring it.
bool showsKeyboardFocus(const QStyleOption *option);

} // namespace console::paint

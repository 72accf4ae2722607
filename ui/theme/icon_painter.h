// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"

#include <QColor>
#include <QPixmap>
#include <QRectF>

class QPainter;

namespace console {

/// The icon in one colour, size × ratio device pixels large. Kept per icon, size, colour and ratio in QPixmapCache.
QPixmap iconPixmap(Icon icon, int size, const QColor &color, qreal devicePixelRatio);

/// Centred in the rectangle, as large as its shorter side, in the resolution of what the painter paints on.
void paintIcon(QPainter *painter, const QRectF &rect, Icon icon, const QColor &color);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_paint.h"

#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace console::paint {

namespace {

constexpr int kIconGap = 8;

QPixmap labelPixmap(const Label &label, const QStyleOption *option, qreal ratio)
{
    if (!label.icon || label.icon->isNull())
        return {};
    const auto mode = isEnabled(option) ? QIcon::Normal : QIcon::Disabled;
    const auto state = option->state & QStyle::State_On ? QIcon::On : QIcon::Off;
    QPixmap pixmap = label.icon->pixmap(QSize(label.iconSize, label.iconSize), ratio, mode, state);
    if (label.tintsIcon && !pixmap.isNull()) {
        QPainter tint(&pixmap);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(QRectF(QPointF(0, 0), pixmap.deviceIndependentSize()), label.color);
    }
    return pixmap;
}

} // namespace

void roundRect(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hasBorder = border.isValid();
    painter->setPen(hasBorder ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = hasBorder ? 0.5 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

void focusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, kFocusRing));
    painter->setBrush(Qt::NoBrush);
    constexpr qreal inset = kFocusRing / 2.0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

void horizontalLine(QPainter *painter, int left, int right, int y, const QColor &color)
{
    painter->fillRect(QRect(left, y, right - left + 1, 1), color);
}

void verticalLine(QPainter *painter, int x, int top, int bottom, const QColor &color)
{
    painter->fillRect(QRect(x, top, 1, bottom - top + 1), color);
}

QColor mix(const QColor &a, const QColor &b, qreal shareOfB)
{
    const auto channel = [shareOfB](float x, float y) { return float(x + (y - x) * shareOfB); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

void label(QPainter *painter, const QRect &rect, const Label &label, const QStyleOption *option)
{
    const auto pixmap = labelPixmap(label, option, painter->device()->devicePixelRatioF());
    const int iconWidth = pixmap.isNull() ? 0 : label.iconSize;
    const int gap = iconWidth > 0 && !label.text.isEmpty() ? kIconGap : 0;
    const QFontMetrics metrics(painter->font());
    const QString text
        = metrics.elidedText(label.text, Qt::ElideRight, rect.width() - iconWidth - gap, Qt::TextShowMnemonic);
    const int textWidth = metrics.size(Qt::TextShowMnemonic, text).width();
    const QSize whole(iconWidth + gap + textWidth, rect.height());
    const QRect inner = QStyle::alignedRect(option->direction, label.alignment, whole, rect);
    const QRect iconRect
        = QStyle::visualRect(option->direction, inner,
                             QRect(inner.left(), inner.top() + (inner.height() - iconWidth) / 2, iconWidth, iconWidth));
    if (iconWidth > 0)
        painter->drawPixmap(iconRect.topLeft(), pixmap);
    const QRect textRect = QStyle::visualRect(option->direction, inner, inner.adjusted(iconWidth + gap, 0, 0, 0));
    painter->setPen(label.color);
    painter->drawText(textRect, int(Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine), text);
}

bool isEnabled(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled;
}

bool isHovered(const QStyleOption *option)
{
    return isEnabled(option) && (option->state & QStyle::State_MouseOver);
}

bool isPressed(const QStyleOption *option)
{
    return isEnabled(option) && (option->state & QStyle::State_Sunken);
}

bool showsKeyboardFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

} // namespace console::paint

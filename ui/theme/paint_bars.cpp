// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint_bars.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/type_scale.h"

#include <QIcon>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace console::paint {

namespace {

constexpr int kTabLine = 2;
constexpr int kBarThickness = 6;

bool isSideways(QTabBar::Shape shape)
{
    return shape == QTabBar::RoundedWest || shape == QTabBar::RoundedEast || shape == QTabBar::TriangularWest
        || shape == QTabBar::TriangularEast;
}

/// A list stands on the base colour; what a scroll area holds stands on the window's.
const QColor &groundOf(const QWidget *scrollBar, const Colors &c)
{
    const QWidget *holder = scrollBar->parentWidget();
    return holder && qobject_cast<const QScrollArea *>(holder->parentWidget()) ? c.window : c.base;
}

} // namespace

void tabShape(QPainter *painter, const QStyleOptionTab *option)
{
    const Colors &c = colorsOf(option->palette);
    const QRect r = option->rect;
    const bool isSelected = option->state & QStyle::State_Selected;
    if (isHovered(option) && !isSelected)
        roundRect(painter, QRectF(r).adjusted(2, 4, -2, -4), kRadius, mix(c.hover, c.pressed, 0.4));
    if (isSelected && !isSideways(option->shape))
        painter->fillRect(QRect(r.left(), r.bottom() - kTabLine + 1, r.width(), kTabLine),
                          isEnabled(option) ? c.accent : c.disabled);
    if (option->state & QStyle::State_HasFocus)
        focusRing(painter, QRectF(r).adjusted(2, 4, -2, -4), kRadius, c.accent);
}

void tabLabel(QPainter *painter, const QStyleOptionTab *option, const QStyle *style, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    const bool isSelected = option->state & QStyle::State_Selected;
    const QRect rect = style->subElementRect(QStyle::SE_TabBarTabText, option, widget);
    QIcon icon = option->icon;
    const QColor color = !isEnabled(option) ? c.disabled : isSelected || isHovered(option) ? c.text : c.muted;
    label(painter, option->icon.isNull() ? rect : option->rect.adjusted(8, 0, -8, 0),
          {&icon, option->text, color, true, option->iconSize.width()}, option);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    painter->fillRect(option->rect, groundOf(widget, c));
    const QRect slider
        = widget->style()->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    if (option->maximum <= option->minimum)
        return;
    const bool isActive = (option->state & QStyle::State_MouseOver) || (option->state & QStyle::State_Sunken);
    const qreal margin = isActive ? 1.5 : 2.5;
    QRectF thumb(slider);
    thumb = option->orientation == Qt::Horizontal ? thumb.adjusted(1, margin, -1, -margin)
                                                  : thumb.adjusted(margin, 1, -margin, -1);
    const QColor rest = mix(c.base, c.strongBorder, 0.45);
    roundRect(painter, thumb, std::min(thumb.width(), thumb.height()) / 2,
              isActive ? mix(c.base, c.strongBorder, 0.85) : rest);
}

void splitter(QPainter *painter, const QStyleOption *option)
{
    const Colors &c = colorsOf(option->palette);
    painter->fillRect(option->rect, isHovered(option) || isPressed(option) ? c.accent : c.border);
}

void toolTipPanel(QPainter *painter, const QStyleOption *option)
{
    const Colors &c = colorsOf(option->palette);
    painter->fillRect(option->rect, c.controlBorder);
    painter->fillRect(option->rect.adjusted(1, 1, -1, -1), c.base);
}

void progressGroove(QPainter *painter, const QStyleOption *option)
{
    const Colors &c = colorsOf(option->palette);
    QRectF bar(option->rect);
    bar.setTop(bar.center().y() - kBarThickness / 2.0);
    bar.setHeight(kBarThickness);
    roundRect(painter, bar, kBarThickness / 2.0, c.pressed);
}

void progressContents(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const Colors &c = colorsOf(option->palette);
    QRectF bar(option->rect);
    bar.setTop(bar.center().y() - kBarThickness / 2.0);
    bar.setHeight(kBarThickness);
    const bool isBusy = option->minimum == option->maximum;
    if (isBusy) {
        bar.adjust(bar.width() * 0.3, 0, -bar.width() * 0.3, 0);
    } else {
        const qreal share = qreal(option->progress - option->minimum) / (option->maximum - option->minimum);
        const qreal width = bar.width() * std::clamp(share, 0.0, 1.0);
        if (option->direction == Qt::RightToLeft)
            bar.setLeft(bar.right() - width);
        else
            bar.setWidth(width);
    }
    if (bar.width() >= 1)
        roundRect(painter, bar, kBarThickness / 2.0, isEnabled(option) ? c.accent : c.disabled);
}

} // namespace console::paint

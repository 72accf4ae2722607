// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_painter.h"
#include "ui/theme/paint_bars.h"
#include "ui/theme/paint_buttons.h"
#include "ui/theme/style_paint.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace console::paint {

namespace {

void startMark(QPainter *painter, const QStyleOptionMenuItem *option, const QRect &column)
{
    const Colors &c = colorsOf(option->palette);
    const QRect box(column.center() - QPoint(kIconSize / 2 - 1, kIconSize / 2 - 1), QSize(kIconSize, kIconSize));
    if (option->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option->checked)
            paintIcon(painter, box, Icon::Check, isEnabled(option) ? c.accent : c.disabled);
    } else if (!option->icon.isNull()) {
        option->icon.paint(painter, box, Qt::AlignCenter, isEnabled(option) ? QIcon::Normal : QIcon::Disabled);
    }
}

} // namespace

void menuPanel(QPainter *painter, const QStyleOption *option)
{
    const Colors &c = colorsOf(option->palette);
    painter->fillRect(option->rect, c.controlBorder);
    painter->fillRect(option->rect.adjusted(1, 1, -1, -1), c.base);
}

void menuItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Colors &c = colorsOf(option->palette);
    const QRect r = option->rect;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        horizontalLine(painter, r.left() + 8, r.right() - 8, r.center().y(), c.border);
        return;
    }
    if ((option->state & QStyle::State_Selected) && isEnabled(option))
        roundRect(painter, QRectF(r).adjusted(1, 0, -1, 0), kSmallRadius, c.selection);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option->direction, r, logical); };
    startMark(painter, option, place(QRect(r.left(), r.top(), kMenuIconColumn, r.height())));
    painter->setFont(option->font);
    const QStringList parts = option->text.split(QLatin1Char('\t'));
    const QRect text = r.adjusted(kMenuIconColumn, 0, -kMenuEndColumn, 0);
    painter->setPen(isEnabled(option) ? c.text : c.disabled);
    const auto start = QStyle::visualAlignment(option->direction, Qt::AlignLeft);
    const auto end = QStyle::visualAlignment(option->direction, Qt::AlignRight);
    const int flags = int(Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine);
    painter->drawText(place(text), flags | int(start), parts.first());
    if (parts.size() > 1) {
        painter->setPen(isEnabled(option) ? c.muted : c.disabled);
        painter->drawText(place(text), int(Qt::AlignVCenter) | int(end), parts.last());
    }
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect column = place(QRect(r.right() - kMenuEndColumn, r.top(), kMenuEndColumn, r.height()));
        const auto icon = option->direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight;
        paintIcon(painter, QRectF(column.center() - QPoint(6, 6), QSizeF(14, 14)), icon, c.muted);
    }
}

void menuBarItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Colors &c = colorsOf(option->palette);
    painter->fillRect(option->rect, c.base);
    if (isEnabled(option) && (option->state & QStyle::State_Selected))
        roundRect(painter, QRectF(option->rect).adjusted(1, 3, -1, -3), kSmallRadius,
                  isPressed(option) ? c.pressed : c.hover);
    painter->setPen(isEnabled(option) ? c.text : c.disabled);
    painter->drawText(option->rect, int(Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine), option->text);
}

} // namespace console::paint

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint_views.h"

#include "ui/theme/icon_painter.h"
#include "ui/theme/style_paint.h"

#include <QIcon>
#include <QListView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace console::paint {

namespace {

constexpr int kHeaderPadding = 8;
constexpr int kSortMark = 14;

bool hasKeyboard(const QWidget *widget)
{
    return widget && widget->hasFocus() && widget->isActiveWindow();
}

/// The mark stands at the edge of the view, not of the first column: it stays while the columns are scrolled.
void accentMark(QPainter *painter, const QRect &cell, const QStyleOption *option, int viewWidth, const QColor &color)
{
    const bool isMirrored = option->direction == Qt::RightToLeft;
    const int edge = isMirrored ? viewWidth - kAccentMark : 0;
    const QRect mark(edge, cell.top(), kAccentMark, cell.height());
    painter->fillRect(mark & cell, color);
}

} // namespace

void itemPanel(QPainter *painter, const QStyleOptionViewItem *option, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    const auto *table = qobject_cast<const QTableView *>(widget);
    if (option->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, option->backgroundBrush);
    if (option->state & QStyle::State_Selected) {
        const bool isFocused = hasKeyboard(widget);
        painter->fillRect(option->rect, isFocused ? c.selection : c.quietSelection);
        if (view)
            accentMark(painter, option->rect, option, view->viewport()->width(), isFocused ? c.accent : c.strongBorder);
    } else if (isHovered(option) && view && !table) {
        painter->fillRect(option->rect, c.hover); // a table hovers one cell only, which looks like a mistake
    }
    if (table && !table->showGrid())
        horizontalLine(painter, option->rect.left(), option->rect.right(), option->rect.bottom(), c.border);
}

void itemFocus(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    if (qobject_cast<const QListView *>(widget) && (option->state & QStyle::State_Selected))
        return;
    const Colors &c = colorsOf(option->palette);
    roundRect(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), kSmallRadius, {}, c.accent);
}

void headerSection(QPainter *painter, const QStyleOptionHeader *option)
{
    const Colors &c = colorsOf(option->palette);
    const QRect r = option->rect;
    painter->fillRect(r, isPressed(option) ? c.pressed : isHovered(option) ? c.hover : c.base);
    if (option->orientation == Qt::Vertical) {
        verticalLine(painter, r.right(), r.top(), r.bottom(), c.border);
        return;
    }
    horizontalLine(painter, r.left(), r.right(), r.bottom(), c.border);
    const bool isLast
        = option->position == QStyleOptionHeader::End || option->position == QStyleOptionHeader::OnlyOneSection;
    if (!isLast) {
        const int x = option->direction == Qt::RightToLeft ? r.left() : r.right();
        verticalLine(painter, x, r.top() + 8, r.bottom() - 8, c.border);
    }
}

void header(QPainter *painter, const QStyleOptionHeader *option)
{
    const Colors &c = colorsOf(option->palette);
    headerSection(painter, option);
    QRect rect = option->rect.adjusted(kHeaderPadding, 0, -kHeaderPadding, -1);
    const auto place
        = [&](const QRect &logical) { return QStyle::visualRect(option->direction, option->rect, logical); };
    if (option->sortIndicator != QStyleOptionHeader::None) {
        // Qt's "SortDown" means ascending.
        const bool isAscending = option->sortIndicator == QStyleOptionHeader::SortDown;
        const QRect mark(rect.right() - kSortMark + 3, rect.top(), kSortMark, rect.height());
        paintIcon(painter, place(mark), isAscending ? Icon::ArrowUp : Icon::ArrowDown, c.accent);
        rect.setRight(mark.left() - 3);
    }
    QIcon icon = option->icon;
    const bool isSorted = option->sortIndicator != QStyleOptionHeader::None;
    label(painter, place(rect),
          {&icon, option->text, isEnabled(option) ? (isSorted ? c.text : c.muted) : c.disabled, true, kIconSize,
           option->textAlignment},
          option);
}

void branch(QPainter *painter, const QStyleOption *option)
{
    if (!(option->state & QStyle::State_Children))
        return;
    const Colors &c = colorsOf(option->palette);
    const auto closed = option->direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight;
    const QRectF box(option->rect.center() - QPoint(6, 6), QSizeF(14, 14));
    paintIcon(painter, box, option->state & QStyle::State_Open ? Icon::ChevronDown : closed, c.muted);
}

} // namespace console::paint

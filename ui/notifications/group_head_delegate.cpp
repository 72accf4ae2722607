// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/group_head_delegate.h"

#include "ui/notifications/notification_table_model.h"
#include "ui/theme/icon_painter.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace console {

namespace {
constexpr int kArrow = 14;
}

/// Each cell paints its part of the whole line.
void GroupHeadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    cell.icon = {};
    cell.features &= ~QStyleOptionViewItem::HasDecoration;
    cell.state &= ~QStyle::State_HasFocus; // the whole line is marked instead of one cell
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const auto head = index.data(NotificationTableModel::HeadRole).value<NotificationTableModel::Head>();
    const Colors &colors = colorsOf(cell.palette);
    const auto *view = qobject_cast<const QAbstractItemView *>(cell.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row())
        painter->fillRect(cell.rect, colors.selection);
    const int lineWidth = cell.widget ? cell.widget->width() : cell.rect.width();
    const QRect line(0, cell.rect.top(), lineWidth, cell.rect.height());
    painter->save();
    painter->setClipRect(cell.rect);
    const QRect arrow(2 * kGrid, line.center().y() - kArrow / 2, kArrow, kArrow);
    const Icon shut = cell.direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight;
    paintIcon(painter, QStyle::visualRect(cell.direction, line, arrow), head.isOpen ? Icon::ChevronDown : shut,
              colors.muted);
    QFont font = cell.font;
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(colors.text);
    const QRect words = line.adjusted(arrow.right() + 2 * kGrid, 0, 0, 0);
    const int alignment = int(QStyle::visualAlignment(cell.direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter->drawText(QStyle::visualRect(cell.direction, line, words), alignment, head.title);
    const int behind = QFontMetrics(font).horizontalAdvance(head.title) + 2 * kGrid;
    painter->setFont(cell.font);
    painter->setPen(colors.muted);
    painter->drawText(QStyle::visualRect(cell.direction, line, words.adjusted(behind, 0, 0, 0)), alignment,
                      QLocale().toString(head.rows));
    painter->restore();
}

} // namespace console

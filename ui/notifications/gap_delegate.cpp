// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/gap_delegate.h"

#include "ui/notifications/notification_table_model.h"
#include "ui/theme/icon_painter.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QPainter>

namespace console {

namespace {

constexpr int kPadding = 2 * kGrid;
constexpr int kMark = 14;

/// Where the line can be seen, whatever it is scrolled to.
QRect lineInSight(const QStyleOptionViewItem &cell)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(cell.widget);
    const int width = view ? view->viewport()->width() : cell.rect.width();
    return {0, cell.rect.top(), width, cell.rect.height()};
}

bool isMarked(const QStyleOptionViewItem &cell, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(cell.widget);
    return view && view->hasFocus() && view->currentIndex().row() == index.row();
}

} // namespace

/// Each cell paints its part of the whole line.
void GapDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto story = index.data(NotificationTableModel::GapRole).value<GapStory>();
    const Colors &colors = colorsOf(option.palette);
    const QRect line = lineInSight(option);
    const auto direction = option.direction;
    const int alignment = int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter));
    const QFontMetrics metrics(option.font);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    painter->fillRect(option.rect, isMarked(option, index) ? colors.selection : colors.tone(Tone::Warn).tint);
    painter->setPen(colors.tone(Tone::Warn).solid);
    painter->drawLine(line.topLeft(), line.topRight());
    QRect rest = line.adjusted(kPadding, 0, -kPadding, 0);
    const QRect mark(rest.left(), rest.center().y() - kMark / 2, kMark, kMark);
    paintIcon(painter, QStyle::visualRect(direction, line, mark), Icon::ClockAlert, colors.tone(Tone::Warn).text);
    rest.setLeft(mark.right() + kPadding);
    if (!story.missed.isEmpty()) {
        const QRect arrow(rest.right() - kMark, rest.center().y() - kMark / 2, kMark, kMark);
        paintIcon(painter, QStyle::visualRect(direction, line, arrow), Icon::ChevronDown, colors.accent);
        rest.setRight(arrow.left() - kGrid);
    }
    painter->setPen(colors.text);
    painter->drawText(QStyle::visualRect(direction, line, rest), alignment,
                      metrics.elidedText(story.text(), Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace console

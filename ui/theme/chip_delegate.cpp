// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/chip_delegate.h"

#include "ui/theme/chip.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace console {

namespace {

constexpr int kPadding = 8;

} // namespace

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant chip = index.data(kChipRole);
    if (!chip.canConvert<ChipLook>())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    cell.icon = {};
    cell.features &= ~QStyleOptionViewItem::HasDecoration;
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const auto ground = cell.state & QStyle::State_Selected ? ChipGround::SelectedRow : ChipGround::Plain;
    paintChip(painter, cell.rect.adjusted(kPadding, 0, -kPadding, 0), chip.value<ChipLook>(), cell.palette, cell.font,
              ground, cell.direction);
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant chip = index.data(kChipRole);
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    if (!chip.canConvert<ChipLook>())
        return text;
    const QSize size = chipSize(chip.value<ChipLook>(), option.font);
    return {size.width() + 2 * kPadding, std::max(text.height(), size.height() + kGrid)};
}

bool ChipDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const bool hasOwnTip = index.data(Qt::ToolTipRole).isValid();
    if (event->type() != QEvent::ToolTip || hasOwnTip || sizeHint(option, index).width() <= option.rect.width())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QVariant chip = index.data(kChipRole);
    const bool isChip = chip.canConvert<ChipLook>();
    QToolTip::showText(event->globalPos(), isChip ? chip.value<ChipLook>().word : index.data().toString(), view);
    return true;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/answer_delegate.h"

#include "ui/notifications/notification_table_model.h"
#include "ui/notifications/row_markers.h"
#include "ui/theme/chip.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/icon_painter.h"

#include <QApplication>
#include <QPainter>

namespace console {

namespace {

constexpr int kPadding = 8;
constexpr int kMarker = 14;
constexpr int kGap = 6;

int markersWidth(qsizetype count)
{
    return int(count) * (kMarker + kGap);
}

QList<RowMarker> markersAt(const QModelIndex &index)
{
    auto markers = markersOf(index.data(NotificationTableModel::RowRole).value<NotificationRow>());
    const QString rule = index.data(NotificationTableModel::RuleRole).toString();
    if (!rule.isEmpty())
        markers.append({Icon::Filter, Ink::Muted, ruleSentence(rule)});
    return markers;
}

} // namespace

void AnswerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const auto markers = markersAt(index);
    const QRect inside = cell.rect.adjusted(kPadding, 0, -kPadding, 0);
    const auto ground = cell.state & QStyle::State_Selected ? ChipGround::SelectedRow : ChipGround::Plain;
    const ChipLook look = index.data(kChipRole).value<ChipLook>();
    // The answer's word counts most, then the first marker: the tool tip tells of those that have no room.
    const int rest = inside.width() - chipSize(look, cell.font).width();
    const int room = std::min(markersWidth(markers.size()), std::max(rest, markersWidth(markers.isEmpty() ? 0 : 1)));
    const QRect forChip = QStyle::visualRect(cell.direction, inside, inside.adjusted(0, 0, -room, 0));
    const QRect chip = paintChip(painter, forChip, look, cell.palette, cell.font, ground, cell.direction);
    int x = QStyle::visualRect(cell.direction, inside, chip).right() + 1;
    for (const auto &marker : markers) {
        x += kGap;
        if (x + kMarker > inside.right() + 1)
            break;
        const QRect place(x, inside.center().y() - kMarker / 2, kMarker, kMarker);
        paintIcon(painter, QStyle::visualRect(cell.direction, inside, place), marker.icon,
                  inkColor(marker.ink, colorsOf(cell.palette)));
        x += kMarker;
    }
}

QSize AnswerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize chip = chipSize(index.data(kChipRole).value<ChipLook>(), option.font);
    return {chip.width() + 2 * kPadding + markersWidth(markersAt(index).size()), chip.height() + 4};
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/timeline_delegate.h"

#include "ui/detail/timeline_model.h"
#include "ui/query/row_painter.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/figure_font.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/type_scale.h"

#include <QPainter>
#include <QtMath>

namespace console {

namespace {

constexpr int kPadding = 10;

int dayHeight(const QFont &font)
{
    return QFontMetrics(smallFont(font)).height() + 10;
}

QString remarkOf(const QModelIndex &index)
{
    QStringList parts {index.data(TimelineModel::ChangeRole).toString(),
                       index.data(TimelineModel::MarksRole).toString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void paintDay(RowPainter &row, const QRect &cell, const QFont &font, const QString &day)
{
    QFont strong = smallFont(font);
    strong.setWeight(QFont::DemiBold);
    row.text(cell.adjusted(kPadding, 4, -kPadding, 0), day, strong, row.colors().muted);
}

void paintRemark(RowPainter &row, const QRect &rect, const QFont &font, const QModelIndex &index)
{
    const bool isChange = !index.data(TimelineModel::ChangeRole).toString().isEmpty();
    const QColor color = isChange ? row.colors().tone(Tone::Warn).text : row.colors().muted;
    row.text(rect, remarkOf(index), smallFont(font), color);
}

} // namespace

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    RowPainter row(painter, cell);
    QRect body = cell.rect;
    const QString day = index.data(TimelineModel::DayRole).toString();
    if (!day.isEmpty()) {
        body.setTop(body.top() + dayHeight(cell.font));
        paintDay(row, {cell.rect.left(), cell.rect.top(), cell.rect.width(), dayHeight(cell.font)}, cell.font, day);
    }
    row.ground(body);

    const ChipLook chip = index.data(kChipRole).value<ChipLook>();
    const QRect inner = body.adjusted(kPadding, 4, -kPadding, -4);
    const QRect line(inner.left(), inner.top(), inner.width(), chipSize(chip, cell.font).height());
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(cell.direction, cell.rect, rect); };

    const FigureFont figures(cell.font);
    const QString time = index.data(TimelineModel::TimeRole).toString();
    const int timeWidth = qCeil(figures.width(time)) + 1;
    painter->setPen(row.colors().muted);
    figures.draw(painter, mirrored({line.left(), line.top(), timeWidth, line.height()}),
                 Qt::AlignLeft | Qt::AlignVCenter, time);

    const int chipWidth = std::min(chipSize(chip, cell.font).width(), line.width() / 3);
    const QRect chipRect(line.right() + 1 - chipWidth, line.top(), chipWidth, line.height());
    const auto ground = cell.state & QStyle::State_Selected ? ChipGround::SelectedRow : ChipGround::Plain;
    paintChip(painter, mirrored(chipRect), chip, cell.palette, cell.font, ground, cell.direction);

    QRect name(line.left() + timeWidth + 10, line.top(), 0, line.height());
    row.icon({name.left(), line.center().y() - kIconSize / 2, kIconSize, kIconSize},
             Icon(index.data(TimelineModel::IconRole).toInt()), row.colors().muted);
    name.adjust(kIconSize + 6, 0, 0, 0);
    name.setRight(chipRect.left() - 8);
    row.text(name, cell.text, cell.font, row.colors().text);
    paintRemark(row, {inner.left(), line.bottom() + 1, inner.width(), inner.bottom() - line.bottom()}, cell.font,
                index);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int height = chipSize(index.data(kChipRole).value<ChipLook>(), option.font).height() + 10;
    if (!remarkOf(index).isEmpty())
        height += QFontMetrics(smallFont(option.font)).height() + 2;
    if (!index.data(TimelineModel::DayRole).toString().isEmpty())
        height += dayHeight(option.font);
    return {160, height};
}

} // namespace console

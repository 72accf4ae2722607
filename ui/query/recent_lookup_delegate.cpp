// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/recent_lookup_delegate.h"

#include "ui/query/recent_lookups_model.h"
#include "ui/query/row_painter.h"
#include "ui/theme/type_scale.h"

#include <QFontMetrics>

namespace console {

namespace {

constexpr int kPadding = 10;
constexpr int kPicture = 14;

int dayHeight(const QFont &font)
{
    return QFontMetrics(smallFont(font)).height() + 10;
}

QFont dayFont(const QFont &font)
{
    QFont day = smallFont(font);
    day.setWeight(QFont::DemiBold);
    return day;
}

} // namespace

void RecentLookupDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    RowPainter row(painter, cell);
    QRect body = cell.rect;
    const QString day = index.data(RecentLookupsModel::DayRole).toString();
    if (!day.isEmpty()) {
        body.setTop(body.top() + dayHeight(cell.font));
        const QRect heading(body.left() + kPadding, cell.rect.top(), body.width() - 2 * kPadding, dayHeight(cell.font));
        row.text(heading.adjusted(0, 4, 0, 0), day, dayFont(cell.font), row.colors().muted);
    }
    row.ground(body);

    const QFont small = smallFont(cell.font);
    const QRect inner = body.adjusted(kPadding, 5, -kPadding, -5);
    const QString age = index.data(RecentLookupsModel::AgeRole).toString();
    const int ageWidth = QFontMetrics(small).horizontalAdvance(age) + 2;
    QRect upper(inner.left(), inner.top(), inner.width(), QFontMetrics(cell.font).height() + 2);
    row.text({upper.right() + 1 - ageWidth, upper.top(), ageWidth, upper.height()}, age, small, row.colors().muted);
    upper.setRight(upper.right() - ageWidth - 8);
    row.text(upper, cell.text, cell.font, row.colors().text);

    const QRect lower(inner.left(), upper.bottom() + 1, inner.width(), inner.bottom() - upper.bottom());
    const QColor color = row.colors().tone(Tone(index.data(RecentLookupsModel::ToneRole).toInt())).text;
    row.icon({lower.left(), lower.center().y() - kPicture / 2, kPicture, kPicture},
             Icon(index.data(RecentLookupsModel::IconRole).toInt()), color);
    row.text(lower.adjusted(kPicture + 6, 0, 0, 0), index.data(RecentLookupsModel::StateRole).toString(), small, color);
}

QSize RecentLookupDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = QFontMetrics(option.font).height() + 2 + QFontMetrics(smallFont(option.font)).height() + 2;
    const bool hasDay = !index.data(RecentLookupsModel::DayRole).toString().isEmpty();
    return {160, lines + 12 + (hasDay ? dayHeight(option.font) : 0)};
}

} // namespace console

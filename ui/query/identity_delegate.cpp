// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/identity_delegate.h"

#include "ui/query/identity_list_model.h"
#include "ui/query/row_painter.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/type_scale.h"

#include <QFontMetrics>

namespace console {

namespace {

constexpr int kPadding = 10;
constexpr int kTextStart = kPadding + kIconSize + 8;

} // namespace

void IdentityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    RowPainter row(painter, cell);
    row.ground(cell.rect);

    const QString odd = index.data(IdentityListModel::OddRole).toString();
    const QRect inner = cell.rect.adjusted(kTextStart, 4, -kPadding, -4);
    const int lineHeight = odd.isEmpty() ? inner.height() : inner.height() / 2;
    const QRect upper(inner.left(), inner.top(), inner.width(), lineHeight);
    const auto channel = Channel(index.data(IdentityListModel::ChannelRole).toInt());
    const QRect icon(cell.rect.left() + kPadding, upper.center().y() - kIconSize / 2, kIconSize, kIconSize);
    row.icon(icon, iconFor(channel), row.colors().muted);
    row.text(upper, cell.text, cell.font, row.colors().text, Qt::ElideMiddle);
    if (odd.isEmpty())
        return;
    const QRect lower(inner.left(), upper.bottom() + 1, inner.width(), lineHeight);
    const QColor warn = row.colors().tone(Tone::Warn).text;
    row.icon({icon.left(), lower.center().y() - kIconSize / 2, kIconSize, kIconSize}, Icon::TriangleAlert, warn);
    row.text(lower, odd, smallFont(cell.font), warn);
}

QSize IdentityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(option.font).height() + 2;
    const bool isOdd = !index.data(IdentityListModel::OddRole).toString().isEmpty();
    return {160, isOdd ? std::max(44, 2 * line + 10) : std::max(kRowHeight, line + 10)};
}

} // namespace console

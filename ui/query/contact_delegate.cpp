// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/contact_delegate.h"

#include "ui/query/contact_list_model.h"
#include "ui/query/row_painter.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/type_scale.h"

#include <QFontMetrics>

namespace console {

namespace {

constexpr int kPadding = 10;
constexpr int kIconStep = kIconSize + 4;
constexpr int kMostIcons = 5;

/// From the trailing edge inwards, so that the first channel stands first. \returns how much room they took.
int paintChannels(RowPainter &row, const QRect &line, const QList<ChannelName> &channels, const QFont &font)
{
    const qsizetype shown = std::min<qsizetype>(channels.size(), kMostIcons);
    const QString others = channels.size() > shown ? QStringLiteral("+%1").arg(channels.size() - shown) : QString();
    const int othersWidth = others.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(others) + 2;
    const int width = int(shown) * kIconStep + othersWidth;
    int x = line.right() + 1 - width;
    for (qsizetype i = 0; i < shown; ++i, x += kIconStep)
        row.icon({x, line.center().y() - kIconSize / 2, kIconSize, kIconSize}, iconFor(channels.at(i).value),
                 row.colors().muted);
    row.text({x, line.top(), othersWidth, line.height()}, others, font, row.colors().muted);
    return width;
}

} // namespace

void ContactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    RowPainter row(painter, cell);
    row.ground(cell.rect);

    const QFont small = smallFont(cell.font);
    const QRect inner = cell.rect.adjusted(kPadding, 5, -kPadding, -5);
    const int upperHeight = QFontMetrics(cell.font).height() + 2;
    QRect upper(inner.left(), inner.top(), inner.width(), upperHeight);
    const auto channels = index.data(ContactListModel::ChannelsRole).value<QList<ChannelName>>();
    const int icons = paintChannels(row, upper, channels, small);
    upper.setRight(upper.right() - icons - 6);
    row.text(upper, cell.text, cell.font, row.colors().text);
    const QRect lower(inner.left(), upper.bottom() + 1, inner.width(), inner.bottom() - upper.bottom());
    row.text(lower, index.data(ContactListModel::IdentityRole).toString(), small, row.colors().muted, Qt::ElideMiddle);
}

QSize ContactDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(option.font).height() + 2 + QFontMetrics(smallFont(option.font)).height();
    return {160, std::max(kRowHeight, lines + 12)};
}

} // namespace console

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
constexpr int kEdge = 5;  // above and below both lines
constexpr int kStar = 28; // a target that a finger of average size hits, and the room beside it
constexpr int kIconStep = kIconSize + 4;
constexpr int kSmallIcon = 12;
constexpr int kMostIcons = 5;

/// From the trailing edge inwards, so that the first channel stands first. \returns how much room they took.
int paintChannels(RowPainter &row, const QRect &line, const QList<ChannelName> &channels, const QFont &font)
{
    const int fitting = std::clamp(line.width() * 2 / 5 / kIconStep, 1, kMostIcons); // the name has the greater part
    const qsizetype shown = std::min<qsizetype>(channels.size(), fitting);
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

/// How many others there are is told where it fits; the identity itself is never cut for it.
void paintIdentity(RowPainter &row, const QRect &line, const QModelIndex &index, const QFont &font)
{
    const QString identity = index.data(ContactListModel::IdentityRole).toString();
    const QString others = index.data(ContactListModel::OthersRole).toString();
    const QString both = others.isEmpty() ? identity : identity + QLatin1Char(' ') + others;
    const bool fits = QFontMetrics(font).horizontalAdvance(both) <= line.width();
    row.text(line, fits ? both : identity, font, row.colors().muted, Qt::ElideMiddle);
}

/// The one with the name, between the star's column and the leading edge.
QRect upperLine(const QStyleOptionViewItem &cell)
{
    const QRect inner = cell.rect.adjusted(kPadding, kEdge, -kStar, -kEdge);
    return {inner.left(), inner.top(), inner.width(), QFontMetrics(cell.font).height() + 2};
}

/// A favourite's is full and always there; another's is an outline where the pointer or the keyboard is.
void paintStar(RowPainter &row, const QStyleOptionViewItem &cell, bool isFavourite)
{
    const bool isAsked = cell.state & (QStyle::State_MouseOver | QStyle::State_Selected | QStyle::State_HasFocus);
    if (!isFavourite && !isAsked)
        return;
    const QRect place = ContactDelegate::starRect(cell.rect, Qt::LeftToRight); // the row painter mirrors
    const QRect line = upperLine(cell);
    const QRect star(place.center().x() - kIconSize / 2 + 1, line.center().y() - kIconSize / 2, kIconSize, kIconSize);
    if (isFavourite)
        row.filledStar(star, row.colors().tone(Tone::Warn).text);
    else
        row.icon(star, Icon::Star, row.colors().muted);
}

} // namespace

QRect ContactDelegate::starRect(const QRect &row, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, row, {row.right() + 1 - kStar, row.top(), kStar, row.height()});
}

void ContactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    RowPainter row(painter, cell);
    row.ground(cell.rect);
    if (index.data(ContactListModel::LastPinnedRole).toBool())
        row.lineBelow(cell.rect);
    const bool isFavourite = index.data(ContactListModel::FavouriteRole).toBool();
    paintStar(row, cell, isFavourite);

    const QFont small = smallFont(cell.font);
    QRect upper = upperLine(cell);
    const auto channels = index.data(ContactListModel::ChannelsRole).value<QList<ChannelName>>();
    const int icons = paintChannels(row, upper, channels, small);
    upper.setRight(upper.right() - icons - 6);
    row.text(upper, cell.text, cell.font, row.colors().text);
    QRect lower(upper.left(), upper.bottom() + 1, cell.rect.right() - kStar - upper.left() + 1,
                cell.rect.bottom() - kEdge - upper.bottom());
    if (!isFavourite && index.data(ContactListModel::PinnedRole).toBool()) {
        row.icon({lower.left(), lower.center().y() - kSmallIcon / 2, kSmallIcon, kSmallIcon}, Icon::History,
                 row.colors().muted);
        lower.setLeft(lower.left() + kSmallIcon + 5);
    }
    paintIdentity(row, lower, index, small);
}

QSize ContactDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(option.font).height() + 2 + QFontMetrics(smallFont(option.font)).height();
    return {160, std::max(kRowHeight, lines + 12)};
}

} // namespace console

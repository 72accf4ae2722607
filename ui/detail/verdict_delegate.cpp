// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/verdict_delegate.h"

#include "ui/detail/verdict_model.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/icon_painter.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/type_scale.h"
#include "verdict/phrases.h"

#include <QAbstractItemView>
#include <QPainter>

namespace console {

namespace {

constexpr int kGap = 6;      // between cards
constexpr int kPadding = 12; // inside a card
constexpr int kTextStart = kPadding + kIconSize + 8;
constexpr int kWrapped = Qt::TextWordWrap | Qt::AlignTop;

/// Where everything of one card stands, from its top.
struct CardPlaces
{
    QRect card, icon, name, chip, headline, owner, meta, marks;
};

int wrappedHeight(const QFont &font, int width, const QString &text)
{
    return text.isEmpty() ? 0 : QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), kWrapped, text).height();
}

CardPlaces placesOf(const QRect &cell, const QFont &font, const QModelIndex &index)
{
    CardPlaces places;
    places.card = cell.adjusted(0, 0, 0, -kGap);
    const int left = cell.left() + kTextStart;
    const int width = cell.width() - kTextStart - kPadding;
    const QSize chip = chipSize(index.data(kChipRole).value<ChipLook>(), font);
    int y = cell.top() + 10;
    const int line = std::max(chip.height(), QFontMetrics(strongFont(font)).height());
    const int chipWidth = std::min(chip.width(), width * 2 / 3);
    places.icon = {cell.left() + kPadding, y + (line - kIconSize) / 2, kIconSize, kIconSize};
    places.chip = {left + width - chipWidth, y, chipWidth, line};
    places.name = {left, y, width - chipWidth - 8, line};
    y += line + 3;
    places.headline = {left, y, width, wrappedHeight(font, width, index.data(Qt::DisplayRole).toString())};
    y += places.headline.height() + 3;
    const QFont small = smallFont(font);
    places.owner = {left, y, width, wrappedHeight(small, width, index.data(VerdictModel::OwnerRole).toString())};
    y += places.owner.height();
    places.meta = {left, y, width, QFontMetrics(small).height()};
    y += places.meta.height();
    places.marks = {left, y, width, wrappedHeight(small, width, index.data(VerdictModel::MarksRole).toString())};
    y += places.marks.height() + 10;
    places.card.setBottom(y - 1);
    return places;
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &cell, const QRect &card)
{
    const Colors &colors = colorsOf(cell.palette);
    const bool isSelected = cell.state & QStyle::State_Selected;
    const bool hasKeyboard = cell.widget && cell.widget->hasFocus();
    const QColor fill = isSelected             ? (hasKeyboard ? colors.selection : colors.quietSelection)
        : cell.state & QStyle::State_MouseOver ? colors.hover
                                               : colors.base;
    paint::roundRect(painter, card, kRadius, fill, isSelected ? colors.accent : colors.border);
    if (cell.state & QStyle::State_HasFocus && hasKeyboard)
        paint::focusRing(painter, card, kRadius, colors.accent);
}

} // namespace

void VerdictDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const CardPlaces places = placesOf(cell.rect, cell.font, index);
    const Colors &colors = colorsOf(cell.palette);
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(cell.direction, cell.rect, rect); };
    const int leading = int(QStyle::visualAlignment(cell.direction, Qt::AlignLeft));
    painter->save();
    paintGround(painter, cell, places.card);

    const auto channel = index.data(VerdictModel::ChannelRole).value<ChannelName>();
    paintIcon(painter, mirrored(places.icon), iconFor(channel.value), colors.muted);
    const QFont strong = strongFont(cell.font);
    painter->setFont(strong);
    painter->setPen(colors.text);
    painter->drawText(mirrored(places.name), leading | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(strong).elidedText(channelWords(channel), Qt::ElideRight, places.name.width()));
    const auto ground = cell.state & QStyle::State_Selected ? ChipGround::SelectedRow : ChipGround::Plain;
    paintChip(painter, mirrored(places.chip), index.data(kChipRole).value<ChipLook>(), cell.palette, cell.font, ground,
              cell.direction);
    painter->setFont(cell.font);
    painter->setPen(colors.text);
    painter->drawText(mirrored(places.headline), leading | kWrapped, cell.text);
    painter->setFont(smallFont(cell.font));
    painter->drawText(mirrored(places.owner), leading | kWrapped, index.data(VerdictModel::OwnerRole).toString());
    painter->setPen(colors.muted);
    painter->drawText(mirrored(places.meta), leading | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data(VerdictModel::MetaRole).toString(), Qt::ElideRight,
                                                        places.meta.width())); // an id may be longer than any panel
    painter->setPen(colors.tone(Tone::Warn).text);
    painter->drawText(mirrored(places.marks), leading | kWrapped, index.data(VerdictModel::MarksRole).toString());
    painter->restore();
}

QSize VerdictDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : std::max(200, option.rect.width());
    return {width, placesOf({0, 0, width, 0}, cell.font, index).card.height() + kGap};
}

} // namespace console

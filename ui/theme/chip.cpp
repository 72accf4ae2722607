// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/chip.h"

#include "ui/theme/icon_painter.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/type_scale.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace console {

namespace {

constexpr int kIcon = 14;
constexpr int kStart = 7;
constexpr int kGap = 5;
constexpr int kEnd = 9;
constexpr int kHeight = 22;

QColor outline(const ChipLook &look, const ToneColors &tone, const Colors &colors, ChipGround ground)
{
    if (look.isHollow)
        return paint::mix(colors.base, tone.text, 0.5);
    // A tint can be as light as the selection under it.
    return ground == ChipGround::SelectedRow ? paint::mix(tone.tint, tone.solid, 0.4) : QColor();
}

} // namespace

QFont chipFont(const QFont &base)
{
    QFont font = smallFont(base);
    font.setWeight(QFont::DemiBold);
    return font;
}

QSize chipSize(const ChipLook &look, const QFont &base)
{
    const QFontMetrics metrics(chipFont(base));
    return {kStart + kIcon + kGap + metrics.horizontalAdvance(look.word) + 1 + kEnd,
            std::max(kHeight, metrics.height() + 4)};
}

QRect paintChip(QPainter *painter, const QRect &rect, const ChipLook &look, const QPalette &palette, const QFont &base,
                ChipGround ground, Qt::LayoutDirection direction)
{
    const Colors &colors = colorsOf(palette);
    const ToneColors &tone = colors.tone(look.tone);
    const QSize size = chipSize(look, base).boundedTo(rect.size());
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, rect);
    const QColor fill = look.isHollow ? colors.base : tone.tint;
    paint::roundRect(painter, chip, chip.height() / 2.0, fill, outline(look, tone, colors, ground));

    const QRect icon(chip.left() + kStart, chip.top() + (chip.height() - kIcon) / 2, kIcon, kIcon);
    paintIcon(painter, QStyle::visualRect(direction, chip, icon), look.icon, tone.text);

    const QFont font = chipFont(base);
    const QRect word = chip.adjusted(kStart + kIcon + kGap, 0, -kEnd + 1, 0);
    painter->save();
    painter->setFont(font);
    painter->setPen(tone.text);
    painter->drawText(QStyle::visualRect(direction, chip, word), int(Qt::AlignVCenter | Qt::TextSingleLine),
                      QFontMetrics(font).elidedText(look.word, Qt::ElideRight, word.width()));
    painter->restore();
    return chip;
}

} // namespace console

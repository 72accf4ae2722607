// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/console_style.h"
#include "ui/theme/style_lengths.h"
#include "ui/theme/type_scale.h"

#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace console {

namespace {

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part, int minimumLength)
{
    const bool isHorizontal = bar.orientation == Qt::Horizontal;
    const QRect whole = bar.rect;
    const int length = isHorizontal ? whole.width() : whole.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int thumb = range <= 0 ? length
                                 : std::clamp(int(qint64(bar.pageStep) * length / (range + bar.pageStep)),
                                              std::min(minimumLength, length), length);
    const int start
        = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - thumb, bar.upsideDown);
    const auto slice = [&](int from, int size) {
        const QRect logical = isHorizontal ? QRect(whole.left() + from, whole.top(), size, whole.height())
                                           : QRect(whole.left(), whole.top() + from, whole.width(), size);
        return QStyle::visualRect(bar.direction, whole, logical);
    };
    switch (int(part)) {
    case QStyle::SC_ScrollBarGroove:
        return whole;
    case QStyle::SC_ScrollBarSlider:
        return slice(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return slice(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return slice(start + thumb, length - start - thumb);
    }
    return {};
}

QRect comboPart(const QStyleOptionComboBox &combo, QStyle::SubControl part)
{
    const QRect r = combo.rect;
    if (part == QStyle::SC_ComboBoxArrow)
        return QStyle::visualRect(combo.direction, r,
                                  QRect(r.right() - kArrowColumn + 1, r.top(), kArrowColumn, r.height()));
    if (part == QStyle::SC_ComboBoxEditField)
        return QStyle::visualRect(combo.direction, r, r.adjusted(kFieldPadding + 2, 2, -kArrowColumn, -2));
    return r;
}

QRect spinPart(const QStyleOptionSpinBox &spin, QStyle::SubControl part)
{
    const bool hasButtons = spin.buttonSymbols != QAbstractSpinBox::NoButtons;
    const QRect r = spin.rect.adjusted(2, 2, -2, -2);
    const QRect column(r.right() - kSpinColumn + 1, r.top(), kSpinColumn, r.height());
    switch (int(part)) {
    case QStyle::SC_SpinBoxUp:
        return hasButtons
            ? QStyle::visualRect(spin.direction, spin.rect, column.adjusted(0, 0, 0, -column.height() / 2))
            : QRect();
    case QStyle::SC_SpinBoxDown:
        return hasButtons ? QStyle::visualRect(spin.direction, spin.rect, column.adjusted(0, column.height() / 2, 0, 0))
                          : QRect();
    case QStyle::SC_SpinBoxEditField:
        return QStyle::visualRect(spin.direction, spin.rect,
                                  r.adjusted(kFieldPadding - 2, 0, hasButtons ? -kSpinColumn : -2, 0));
    }
    return spin.rect;
}

QRect groupPart(const QStyleOptionGroupBox &group, QStyle::SubControl part, const QWidget *widget)
{
    const QFontMetrics metrics(strongFont(widget ? widget->font() : QFont()));
    const int titleHeight = group.text.isEmpty() ? 0 : std::max(metrics.height(), kIconSize) + 4;
    const int box = group.subControls & QStyle::SC_GroupBoxCheckBox ? kIconSize + 8 : 0;
    const QRect r = group.rect;
    QRect place = r;
    switch (int(part)) {
    case QStyle::SC_GroupBoxCheckBox:
        place = QRect(r.left(), r.top() + (titleHeight - kIconSize) / 2, kIconSize, kIconSize);
        break;
    case QStyle::SC_GroupBoxLabel:
        place = QRect(r.left() + box, r.top(), metrics.size(Qt::TextShowMnemonic, group.text).width(), titleHeight);
        break;
    case QStyle::SC_GroupBoxContents:
        return r.adjusted(0, titleHeight + (titleHeight > 0 ? 8 : 0), 0, 0);
    case QStyle::SC_GroupBoxFrame:
        return r;
    }
    return QStyle::visualRect(group.direction, r, place);
}

/// Qt pads picture and text on both sides each; between the two, one padding is enough.
QRect textBesidePicture(const QStyleOptionViewItem &item, const QRect &text)
{
    const bool isBeside = item.decorationPosition == QStyleOptionViewItem::Left;
    if (!isBeside || !(item.features & QStyleOptionViewItem::HasDecoration) || item.icon.isNull())
        return text;
    return item.direction == Qt::RightToLeft ? text.adjusted(0, 0, kFieldPadding, 0)
                                             : text.adjusted(-kFieldPadding, 0, 0, 0);
}

/// Around the words of a check box: the box itself stands at the edge, where a ring has no room.
QRect markFocusRect(const QStyleOption *option, const QRect &contents)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const int width = button ? button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() : contents.width();
    const QRect words(contents.left() - 4, contents.top(), std::min(width, contents.width()) + 8, contents.height());
    return QStyle::visualRect(option->direction, contents, words) & option->rect;
}

} // namespace

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(element)) {
    case SE_ItemViewItemFocusRect:
        return option->rect;
    case SE_ItemViewItemText:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            return textBesidePicture(*item, QProxyStyle::subElementRect(element, option, widget));
        break;
    case SE_LineEditContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return visualRect(option->direction, option->rect,
                              option->rect.adjusted(kFieldPadding, 1, -kFieldPadding, -1));
        break;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    case SE_ProgressBarLabel:
        return {};
    case SE_CheckBoxFocusRect:
        return markFocusRect(option, subElementRect(SE_CheckBoxContents, option, widget));
    case SE_RadioButtonFocusRect:
        return markFocusRect(option, subElementRect(SE_RadioButtonContents, option, widget));
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_ScrollBar)
        return scrollBarPart(*slider, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        return comboPart(*combo, part);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox)
        return spinPart(*spin, part);
    if (const auto *group = qstyleoption_cast<const QStyleOptionGroupBox *>(option); group && control == CC_GroupBox)
        return groupPart(*group, part, widget);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/console_style.h"
#include "ui/theme/paint_bars.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type_scale.h"
#include "ui/theme/widget_roles.h"

#include <QStyleOption>
#include <QWidget>

namespace console {

namespace {

constexpr int kButtonPadding = 14;
constexpr int kFieldPadding = 8;
constexpr int kArrowColumn = 28;
constexpr int kSpinColumn = 24;

/// Minimum heights grow with the font, so that a desktop with large letters cuts none of them.
int controlHeight(const QStyleOption *option, const QWidget *widget)
{
    const int wanted = isCompact(widget) ? kCompactControlHeight : kControlHeight;
    return std::max(wanted, option->fontMetrics.height() + (isCompact(widget) ? 6 : 12));
}

QSize pushButtonSize(const QStyleOptionButton &button, const QWidget *widget)
{
    const QSize text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text);
    int width = 2 * (isCompact(widget) ? kButtonPadding - 4 : kButtonPadding) + text.width();
    if (!button.icon.isNull())
        width += button.iconSize.width() + (button.text.isEmpty() ? -8 : 8);
    if (button.features & QStyleOptionButton::HasMenu)
        width += 16;
    return {width, controlHeight(&button, widget)};
}

QSize toolButtonSize(const QStyleOptionToolButton &button, const QWidget *widget)
{
    const int height = controlHeight(&button, widget);
    const bool hasText = button.toolButtonStyle != Qt::ToolButtonIconOnly || button.icon.isNull();
    const bool hasIcon = button.toolButtonStyle != Qt::ToolButtonTextOnly && !button.icon.isNull();
    int width = hasText ? 20 + button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width() : height;
    if (hasText && hasIcon)
        width += button.iconSize.width() + 8;
    if (button.features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup))
        width += 14;
    return {width, height};
}

QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &contents)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), 9};
    const QStringList parts = item.text.split(QLatin1Char('\t'));
    const QFontMetrics metrics(item.font);
    int width = metrics.size(Qt::TextShowMnemonic, parts.first()).width();
    if (parts.size() > 1)
        width += paint::kMenuShortcutGap + metrics.horizontalAdvance(parts.last());
    return {paint::kMenuIconColumn + width + paint::kMenuEndColumn, std::max(28, metrics.height() + 10)};
}

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

/// Around the words of a check box: the box itself stands at the edge, where a ring has no room.
QRect markFocusRect(const QStyleOption *option, const QRect &contents)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const int width = button ? button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() : contents.width();
    const QRect words(contents.left() - 4, contents.top(), std::min(width, contents.width()) + 8, contents.height());
    return QStyle::visualRect(option->direction, contents, words) & option->rect;
}

} // namespace

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    if (!option)
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (int(type)) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonSize(*button, widget);
        break;
    case CT_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return toolButtonSize(*button, widget);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item, size);
        break;
    case CT_LineEdit:
        return {size.width() + 2 * kFieldPadding, controlHeight(option, widget)};
    case CT_ComboBox:
        return {size.width() + kFieldPadding + 4 + kArrowColumn, controlHeight(option, widget)};
    case CT_SpinBox:
        return {size.width() + kFieldPadding + kSpinColumn, controlHeight(option, widget)};
    case CT_CheckBox:
    case CT_RadioButton:
        return {base.width() + 6, std::max(base.height(), 24)};
    case CT_HeaderSection:
        return {base.width() + 2, std::max(base.height() + 4, kRowHeight)};
    case CT_ItemViewItem:
        return {base.width(), std::max(base.height() + 2, isCompact(widget) ? kCompactRowHeight : kRowHeight)};
    case CT_MenuBarItem:
        return {size.width() + 20, std::max(size.height() + 10, 30)};
    case CT_ProgressBar:
        return {base.width(), 8};
    }
    return base;
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(element)) {
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

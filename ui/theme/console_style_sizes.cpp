// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/console_style.h"
#include "ui/theme/paint_bars.h"
#include "ui/theme/style_lengths.h"
#include "ui/theme/widget_roles.h"

#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace console {

namespace {

constexpr int kButtonPadding = 14;

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

} // namespace console

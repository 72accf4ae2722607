// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint_buttons.h"

#include "ui/theme/icon_painter.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/widget_roles.h"

#include <QPainter>
#include <QStyleOption>

namespace console::paint {

namespace {

constexpr int kMenuMark = 14;

struct Face
{
    QColor fill;
    QColor border;
    QColor text;
};

Face primaryFace(const QStyleOption *option, const Colors &c)
{
    if (!isEnabled(option))
        return {mix(c.base, c.strongBorder, 0.28), {}, mix(c.base, c.muted, 0.85)};
    const QColor fill = isPressed(option) ? c.accentPressed : isHovered(option) ? c.accentHover : c.accent;
    return {fill, {}, c.onAccent};
}

Face framedFace(const QStyleOption *option, const Colors &c, bool isDanger)
{
    const QColor text = !isEnabled(option) ? c.disabled : isDanger ? c.tone(Tone::Bad).text : c.text;
    if (isDanger && isHovered(option))
        return {c.tone(Tone::Bad).tint, mix(c.controlBorder, c.tone(Tone::Bad).solid, 0.6), text};
    const QColor fill = isPressed(option) ? c.pressed : isHovered(option) ? c.hover : c.base;
    return {fill, isEnabled(option) ? c.controlBorder : c.border, text};
}

Face quietFace(const QStyleOption *option, const Colors &c)
{
    const QColor fill = isPressed(option) ? c.pressed : isHovered(option) ? mix(c.hover, c.pressed, 0.5) : QColor();
    return {fill, {}, isEnabled(option) ? c.text : c.disabled};
}

Face checkedFace(const QStyleOption *option, const Colors &c)
{
    if (!isEnabled(option))
        return {c.quietSelection, c.border, c.disabled};
    return {c.selection, mix(c.selection, c.accent, 0.5), c.tone(Tone::Info).text};
}

Face faceOf(const QStyleOption *option, ButtonRole role, const Colors &c)
{
    if (option->state & QStyle::State_On)
        return checkedFace(option, c);
    switch (role) {
    case ButtonRole::Primary:
        return primaryFace(option, c);
    case ButtonRole::Quiet:
        return quietFace(option, c);
    case ButtonRole::Plain:
        return framedFace(option, c, false);
    case ButtonRole::Danger:
        return framedFace(option, c, true);
    }
    Q_UNREACHABLE();
}

void face(QPainter *painter, const QStyleOption *option, ButtonRole role)
{
    const Colors &c = colorsOf(option->palette);
    const Face look = faceOf(option, role, c);
    if (look.fill.isValid())
        roundRect(painter, option->rect, kRadius, look.fill, look.border);
    if (!showsKeyboardFocus(option))
        return;
    focusRing(painter, option->rect, kRadius, c.accent);
    if (role == ButtonRole::Primary) // accent on accent: a gap makes the ring visible
        focusRing(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), kRadius - 2, c.base);
}

ButtonRole roleOf(const QStyleOptionToolButton *option, const QWidget *widget)
{
    const auto role = buttonRole(widget);
    return role == ButtonRole::Plain && (option->state & QStyle::State_AutoRaise) ? ButtonRole::Quiet : role;
}

bool opensMenu(const QStyleOptionToolButton *option)
{
    return option->features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
}

} // namespace

void buttonPanel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const auto role = option->features & QStyleOptionButton::Flat ? ButtonRole::Quiet : buttonRole(widget);
    face(painter, option, role);
}

void buttonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    const auto role = option->features & QStyleOptionButton::Flat ? ButtonRole::Quiet : buttonRole(widget);
    QIcon icon = option->icon;
    const bool tints = role == ButtonRole::Primary || role == ButtonRole::Danger || (option->state & QStyle::State_On);
    QRect rect = option->rect.adjusted(8, 0, -8, 0);
    const QColor color = faceOf(option, role, c).text;
    if (option->features & QStyleOptionButton::HasMenu) {
        const QRect mark = QStyle::visualRect(
            option->direction, rect, QRect(rect.right() - kMenuMark + 1, rect.top(), kMenuMark, rect.height()));
        paintIcon(painter, QRectF(mark.center() - QPoint(6, 6), QSize(kMenuMark, kMenuMark)), Icon::ChevronDown, color);
        rect = QStyle::visualRect(option->direction, rect, rect.adjusted(0, 0, -kMenuMark - 2, 0));
    }
    label(painter, rect, {&icon, option->text, color, tints, option->iconSize.width()}, option);
}

void toolButton(QPainter *painter, const QStyleOptionToolButton *option, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    const auto role = roleOf(option, widget);
    face(painter, option, role);
    const QColor color = faceOf(option, role, c).text;
    QRect rect = option->rect.adjusted(6, 0, -6, 0);
    if (opensMenu(option)) {
        const QRect mark = QStyle::visualRect(
            option->direction, rect, QRect(rect.right() - kMenuMark + 3, rect.top(), kMenuMark, rect.height()));
        paintIcon(painter, QRectF(mark), Icon::ChevronDown, isEnabled(option) ? c.muted : c.disabled);
        rect = QStyle::visualRect(option->direction, rect, rect.adjusted(0, 0, -kMenuMark, 0));
    }
    painter->setFont(option->font);
    QIcon icon = option->toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : option->icon;
    const QString text
        = option->toolButtonStyle == Qt::ToolButtonIconOnly && !option->icon.isNull() ? QString() : option->text;
    const bool tints = role == ButtonRole::Primary || (option->state & QStyle::State_On);
    label(painter, rect, {&icon, text, color, tints, option->iconSize.width()}, option);
}

void checkMark(QPainter *painter, const QStyleOption *option)
{
    const Colors &c = colorsOf(option->palette);
    const bool isMarked = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = !isEnabled(option) ? (isMarked ? c.disabled : c.window)
        : isMarked                         ? (isHovered(option) ? c.accentHover : c.accent)
                                           : (isPressed(option) ? c.pressed : c.base);
    const QColor border = isMarked ? fill : isEnabled(option) ? c.strongBorder : c.controlBorder;
    roundRect(painter, option->rect, kSmallRadius, fill, border);
    if (isMarked) {
        const auto icon = option->state & QStyle::State_NoChange ? Icon::Minus : Icon::Check;
        paintIcon(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), icon, isEnabled(option) ? c.onAccent : c.base);
    }
}

void radioMark(QPainter *painter, const QStyleOption *option)
{
    const Colors &c = colorsOf(option->palette);
    const bool isOn = option->state & QStyle::State_On;
    const QColor fill = isOn ? (isEnabled(option) ? c.accent : c.disabled) : c.base;
    const QRectF rect(option->rect);
    roundRect(painter, rect, rect.width() / 2, fill,
              isOn                    ? fill
                  : isEnabled(option) ? c.strongBorder
                                      : c.controlBorder);
    if (isOn)
        roundRect(painter, rect.adjusted(5, 5, -5, -5), 3, isEnabled(option) ? c.onAccent : c.base);
}

} // namespace console::paint

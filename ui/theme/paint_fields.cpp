// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paint_fields.h"

#include "ui/theme/icon_painter.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/type_scale.h"
#include "ui/theme/widget_roles.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace console::paint {

namespace {

constexpr int kArrow = 14;
constexpr int kTitleGap = 12;

QColor fieldBorder(const QStyleOption *option, const Colors &c)
{
    if (!isEnabled(option))
        return c.border;
    return isHovered(option) ? mix(c.controlBorder, c.strongBorder, 0.6) : c.controlBorder;
}

void border(QPainter *painter, const QStyleOption *option, const Colors &c, bool isInvalid)
{
    if (isInvalid)
        focusRing(painter, option->rect, kRadius, c.tone(Tone::Bad).solid);
    else if (option->state & QStyle::State_HasFocus)
        focusRing(painter, option->rect, kRadius, c.accent);
}

void arrow(QPainter *painter, const QRect &rect, Icon icon, const QStyleOption *option, bool isActive)
{
    const Colors &c = colorsOf(option->palette);
    const QRectF box(rect.center() - QPoint(kArrow / 2 - 1, kArrow / 2 - 1), QSizeF(kArrow, kArrow));
    paintIcon(painter, box, icon, isActive && isEnabled(option) ? c.muted : c.disabled);
}

} // namespace

void field(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    roundRect(painter, option->rect, kRadius, isEnabled(option) ? c.base : c.window, fieldBorder(option, c));
    border(painter, option, c, isFieldInvalid(widget));
}

void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    if (option->frame) {
        const bool isHot = isHovered(option) && !option->editable;
        roundRect(painter, option->rect, kRadius,
                  !isEnabled(option) ? c.window
                      : isHot        ? c.hover
                                     : c.base,
                  fieldBorder(option, c));
        border(painter, option, c, isFieldInvalid(widget));
    }
    if (option->subControls & QStyle::SC_ComboBoxArrow) {
        const auto rect
            = widget->style()->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxArrow, widget);
        arrow(painter, rect, Icon::ChevronDown, option, true);
    }
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QWidget *widget)
{
    if (option->frame)
        field(painter, option, widget);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const Colors &c = colorsOf(option->palette);
    const auto button = [&](QStyle::SubControl part, Icon icon, QAbstractSpinBox::StepEnabledFlag step) {
        const QRect rect = widget->style()->subControlRect(QStyle::CC_SpinBox, option, part, widget);
        const bool isActive = option->stepEnabled & step;
        if (isActive && option->activeSubControls == part)
            roundRect(painter, rect, kSmallRadius, isPressed(option) ? c.pressed : c.hover);
        arrow(painter, rect, icon, option, isActive);
    };
    button(QStyle::SC_SpinBoxUp, Icon::ChevronUp, QAbstractSpinBox::StepUpEnabled);
    button(QStyle::SC_SpinBoxDown, Icon::ChevronDown, QAbstractSpinBox::StepDownEnabled);
}

void panelFrame(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    if (widget && widget->isWindow()) { // popups: their windows have square corners
        painter->fillRect(option->rect, c.controlBorder);
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), c.base);
        return;
    }
    if (!hasBareFrame(widget))
        roundRect(painter, option->rect, kRadius, isEnabled(option) ? c.base : c.window, c.border);
    if (qobject_cast<const QAbstractScrollArea *>(widget) && (option->state & QStyle::State_HasFocus))
        focusRing(painter, option->rect, kRadius, c.accent);
}

void groupTitle(QPainter *painter, const QStyleOptionGroupBox *option, const QWidget *widget)
{
    const Colors &c = colorsOf(option->palette);
    const QStyle *style = widget->style();
    const QRect title = style->subControlRect(QStyle::CC_GroupBox, option, QStyle::SC_GroupBoxLabel, widget);
    painter->setFont(strongFont(widget->font()));
    painter->setPen(isEnabled(option) ? c.text : c.disabled);
    painter->drawText(title, int(Qt::AlignVCenter | Qt::TextShowMnemonic), option->text);
    QRect line(option->rect.left(), title.center().y(), option->rect.width(), 1);
    if (option->direction == Qt::RightToLeft)
        line.setRight(title.left() - kTitleGap);
    else
        line.setLeft(title.right() + kTitleGap);
    painter->fillRect(line, c.border);
    if (option->subControls & QStyle::SC_GroupBoxCheckBox) {
        QStyleOptionButton box;
        box.QStyleOption::operator=(*option);
        box.rect = style->subControlRect(QStyle::CC_GroupBox, option, QStyle::SC_GroupBoxCheckBox, widget);
        style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, widget);
    }
}

} // namespace console::paint

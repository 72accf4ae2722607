// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/console_style.h"

#include "ui/theme/icon_painter.h"
#include "ui/theme/paint_bars.h"
#include "ui/theme/paint_buttons.h"
#include "ui/theme/paint_fields.h"
#include "ui/theme/paint_views.h"
#include "ui/theme/style_paint.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

namespace console {

namespace {

template <typename Option>
const Option &as(const QStyleOption *option)
{
    const auto *cast = qstyleoption_cast<const Option *>(option);
    Q_ASSERT(cast);
    return *cast;
}

void drawArrow(QPainter *painter, const QStyleOption *option, Icon icon)
{
    const Colors &c = colorsOf(option->palette);
    const QRectF box(option->rect.center() - QPoint(6, 6), QSizeF(14, 14));
    paintIcon(painter, box, icon, paint::isEnabled(option) ? c.muted : c.disabled);
}

} // namespace

bool ConsoleStyle::drawViewPart(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (int(element)) {
    case PE_PanelItemViewItem:
        paint::itemPanel(painter, &as<QStyleOptionViewItem>(option), widget);
        return true;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget))
            paint::itemFocus(painter, option, widget);
        else if (option->state & State_KeyboardFocusChange)
            paint::focusRing(painter, option->rect, kSmallRadius, colorsOf(option->palette).accent);
        return true;
    case PE_IndicatorBranch:
        paint::branch(painter, option);
        return true;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, colorsOf(option->palette).base);
        return true;
    case PE_IndicatorItemViewItemCheck:
    case PE_IndicatorCheckBox:
        paint::checkMark(painter, option);
        return true;
    case PE_IndicatorRadioButton:
        paint::radioMark(painter, option);
        return true;
    }
    return false;
}

bool ConsoleStyle::drawFieldPart(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (int(element)) {
    case PE_PanelButtonCommand:
        paint::buttonPanel(painter, &as<QStyleOptionButton>(option), widget);
        return true;
    case PE_PanelLineEdit:
        if (as<QStyleOptionFrame>(option).lineWidth > 0)
            paint::field(painter, option, widget);
        return true;
    case PE_FrameLineEdit:
        paint::field(painter, option, widget);
        return true;
    case PE_Frame:
        paint::panelFrame(painter, option, widget);
        return true;
    case PE_FrameMenu:
    case PE_PanelMenu:
        paint::menuPanel(painter, option);
        return true;
    case PE_PanelTipLabel:
        paint::toolTipPanel(painter, option);
        return true;
    case PE_FrameTabBarBase:
        paint::horizontalLine(painter, option->rect.left(), option->rect.right(), option->rect.bottom(),
                              colorsOf(option->palette).border);
        return true;
    }
    return false;
}

bool ConsoleStyle::drawSmallPart(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const
{
    switch (int(element)) {
    case PE_IndicatorArrowUp:
        drawArrow(painter, option, Icon::ChevronUp);
        return true;
    case PE_IndicatorArrowDown:
        drawArrow(painter, option, Icon::ChevronDown);
        return true;
    case PE_IndicatorArrowLeft:
        drawArrow(painter, option, Icon::ChevronLeft);
        return true;
    case PE_IndicatorArrowRight:
        drawArrow(painter, option, Icon::ChevronRight);
        return true;
    case PE_FrameDefaultButton:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
    case PE_PanelToolBar:
        return true;
    }
    return false;
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (!drawViewPart(element, option, painter, widget) && !drawFieldPart(element, option, painter, widget)
        && !drawSmallPart(element, option, painter))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const Colors &c = colorsOf(option->palette);
    switch (int(element)) {
    case CE_PushButtonBevel:
        return paint::buttonPanel(painter, &as<QStyleOptionButton>(option), widget);
    case CE_PushButtonLabel:
        return paint::buttonLabel(painter, &as<QStyleOptionButton>(option), widget);
    case CE_TabBarTabShape:
        return paint::tabShape(painter, &as<QStyleOptionTab>(option));
    case CE_TabBarTabLabel:
        return paint::tabLabel(painter, &as<QStyleOptionTab>(option), proxy(), widget);
    case CE_Header:
        return paint::header(painter, &as<QStyleOptionHeader>(option));
    case CE_HeaderSection:
        return paint::headerSection(painter, &as<QStyleOptionHeader>(option));
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, c.base);
        return paint::horizontalLine(painter, option->rect.left(), option->rect.right(), option->rect.bottom(),
                                     c.border);
    case CE_Splitter:
        return paint::splitter(painter, option);
    case CE_MenuItem:
        return paint::menuItem(painter, &as<QStyleOptionMenuItem>(option));
    case CE_MenuBarItem:
        return paint::menuBarItem(painter, &as<QStyleOptionMenuItem>(option));
    case CE_MenuEmptyArea:
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        return painter->fillRect(option->rect, c.base);
    case CE_ProgressBarGroove:
        return paint::progressGroove(painter, option);
    case CE_ProgressBarContents:
        return paint::progressContents(painter, &as<QStyleOptionProgressBar>(option));
    case CE_ProgressBarLabel:
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    switch (int(control)) {
    case CC_ComboBox:
        return paint::comboBox(painter, &as<QStyleOptionComboBox>(option), widget);
    case CC_SpinBox:
        return paint::spinBox(painter, &as<QStyleOptionSpinBox>(option), widget);
    case CC_ScrollBar:
        return paint::scrollBar(painter, &as<QStyleOptionSlider>(option), widget);
    case CC_GroupBox:
        return paint::groupTitle(painter, &as<QStyleOptionGroupBox>(option), widget);
    case CC_ToolButton:
        return paint::toolButton(painter, &as<QStyleOptionToolButton>(option), widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace console

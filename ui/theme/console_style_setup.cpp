// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/console_style.h"
#include "ui/theme/paint_bars.h"
#include "ui/theme/tinted_icon.h"
#include "ui/theme/widget_roles.h"

#include <QAbstractScrollArea>
#include <QGroupBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QTabBar>

#include <optional>

namespace console {

namespace {

std::optional<QIcon> ownIcon(QStyle::StandardPixmap icon)
{
    switch (int(icon)) {
    case QStyle::SP_MessageBoxInformation:
        return tintedIcon(Icon::Info, Ink::Info);
    case QStyle::SP_MessageBoxWarning:
        return tintedIcon(Icon::TriangleAlert, Ink::Warn);
    case QStyle::SP_MessageBoxCritical:
        return tintedIcon(Icon::CircleX, Ink::Bad);
    case QStyle::SP_MessageBoxQuestion:
        return tintedIcon(Icon::CircleHelp, Ink::Info);
    case QStyle::SP_LineEditClearButton:
    case QStyle::SP_TitleBarCloseButton:
    case QStyle::SP_DockWidgetCloseButton:
        return tintedIcon(Icon::Close, Ink::Muted);
    case QStyle::SP_ToolBarHorizontalExtensionButton:
        return tintedIcon(Icon::ChevronRight, Ink::Muted);
    case QStyle::SP_ToolBarVerticalExtensionButton:
        return tintedIcon(Icon::ChevronDown, Ink::Muted);
    }
    return {};
}

} // namespace

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QTabBar *>(widget) || qobject_cast<QSplitterHandle *>(widget) || widget->inherits("QLineEdit")
        || widget->inherits("QAbstractSpinBox"))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        header->setHighlightSections(false);
        header->setTextElideMode(Qt::ElideRight);
        if (header->orientation() == Qt::Horizontal)
            header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }
}

QIcon ConsoleStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    return ownIcon(icon).value_or(QProxyStyle::standardIcon(icon, option, widget));
}

QPixmap ConsoleStyle::standardPixmap(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    const auto icon = ownIcon(pixmap);
    return icon ? icon->pixmap(kIconSize) : QProxyStyle::standardPixmap(pixmap, option, widget);
}

QPalette ConsoleStyle::standardPalette() const
{
    return paletteFor(appearanceOf(QGuiApplication::palette()));
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(metric)) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolBarFrameWidth:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return 1;
    // The corners of a viewport are square: three pixels keep them inside the rounded frame.
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea *>(widget) ? 3 : 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
    case PM_ToolBarItemSpacing:
        return kGrid;
    case PM_FocusFrameHMargin:
        return 7; // Qt adds one: cells are padded by 8
    case PM_HeaderMargin:
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ToolTipLabelFrameWidth:
        return 8;
    case PM_ScrollBarExtent:
        return 11;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
        return kIconSize;
    case PM_HeaderMarkSize:
        return 14;
    case PM_MessageBoxIconSize:
        return 24;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return qobject_cast<const QGroupBox *>(widget) ? 0 : kPanelMargin;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (int(hint)) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ComboBox_ListMouseTracking:
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SH_Table_GridLineColor:
        return int(colorsOf(option ? option->palette : QPalette()).border.rgba());
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace console

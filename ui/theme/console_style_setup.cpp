// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/console_style.h"
#include "ui/theme/paint_bars.h"
#include "ui/theme/tinted_icon.h"
#include "ui/theme/wheel_guard.h"
#include "ui/theme/widget_roles.h"

#include <QAbstractScrollArea>
#include <QGroupBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSplitterHandle>
#include <QStatusBar>
#include <QStyleOption>
#include <QTabBar>

#include <array>
#include <optional>
#include <utility>

namespace console {

namespace {

constexpr std::array kMetrics {
    std::pair {QStyle::PM_ButtonShiftHorizontal, 0},
    std::pair {QStyle::PM_ButtonShiftVertical, 0},
    std::pair {QStyle::PM_ToolBarFrameWidth, 0},
    std::pair {QStyle::PM_TabBarTabOverlap, 0},
    std::pair {QStyle::PM_TabBarBaseHeight, 0},
    std::pair {QStyle::PM_TabBarBaseOverlap, 0},
    std::pair {QStyle::PM_TabBarTabShiftVertical, 0},
    std::pair {QStyle::PM_ScrollView_ScrollBarSpacing, 0},
    std::pair {QStyle::PM_MenuBarPanelWidth, 0},
    std::pair {QStyle::PM_SplitterWidth, 1},
    std::pair {QStyle::PM_MenuPanelWidth, 1},
    std::pair {QStyle::PM_ComboBoxFrameWidth, 1},
    std::pair {QStyle::PM_SpinBoxFrameWidth, 1},
    std::pair {QStyle::PM_MenuHMargin, kGrid},
    std::pair {QStyle::PM_MenuVMargin, kGrid},
    std::pair {QStyle::PM_ToolBarItemSpacing, kGrid},
    std::pair {QStyle::PM_FocusFrameHMargin, 7}, // Qt adds one: cells are padded by 8
    std::pair {QStyle::PM_HeaderMargin, 8},
    std::pair {QStyle::PM_CheckBoxLabelSpacing, 8},
    std::pair {QStyle::PM_RadioButtonLabelSpacing, 8},
    std::pair {QStyle::PM_ToolTipLabelFrameWidth, 8},
    std::pair {QStyle::PM_ScrollBarExtent, 11},
    std::pair {QStyle::PM_ScrollBarSliderMin, 32},
    std::pair {QStyle::PM_IndicatorWidth, kIconSize},
    std::pair {QStyle::PM_IndicatorHeight, kIconSize},
    std::pair {QStyle::PM_ExclusiveIndicatorWidth, kIconSize},
    std::pair {QStyle::PM_ExclusiveIndicatorHeight, kIconSize},
    std::pair {QStyle::PM_SmallIconSize, kIconSize},
    std::pair {QStyle::PM_ButtonIconSize, kIconSize},
    std::pair {QStyle::PM_ToolBarIconSize, kIconSize},
    std::pair {QStyle::PM_ListViewIconSize, kIconSize},
    std::pair {QStyle::PM_TabBarIconSize, kIconSize},
    std::pair {QStyle::PM_LineEditIconSize, kIconSize},
    std::pair {QStyle::PM_HeaderMarkSize, 14},
    std::pair {QStyle::PM_MessageBoxIconSize, 24},
    std::pair {QStyle::PM_TabBarTabHSpace, 24},
    std::pair {QStyle::PM_TabBarTabVSpace, 16},
    std::pair {QStyle::PM_LayoutHorizontalSpacing, 8},
    std::pair {QStyle::PM_LayoutVerticalSpacing, 8},
};

bool isLayoutMargin(QStyle::PixelMetric metric)
{
    return metric == QStyle::PM_LayoutLeftMargin || metric == QStyle::PM_LayoutRightMargin
        || metric == QStyle::PM_LayoutTopMargin || metric == QStyle::PM_LayoutBottomMargin;
}

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
    // No label guesses whether its text is HTML, those of tool tips and message boxes included: much of it is not ours.
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
    guardAgainstWheel(widget);
    if (auto *bar = qobject_cast<QStatusBar *>(widget))
        bar->setContentsMargins(kPanelMargin - 4, 2, kPanelMargin - 4, 2);
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
    // The corners of a viewport are square: three pixels keep them inside the rounded frame.
    if (metric == PM_DefaultFrameWidth)
        return qobject_cast<const QAbstractScrollArea *>(widget) ? 3 : 1;
    // A group has no frame, so its contents line up with its title.
    if (isLayoutMargin(metric))
        return qobject_cast<const QGroupBox *>(widget) ? 0 : kPanelMargin;
    for (const auto &[candidate, pixels] : kMetrics) {
        if (candidate == metric)
            return pixels;
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

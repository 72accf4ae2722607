// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;

namespace console::paint {

/// No ground: a line of accent under the one that is open.
void tabShape(QPainter *painter, const QStyleOptionTab *option);
void tabLabel(QPainter *painter, const QStyleOptionTab *option, const QStyle *style, const QWidget *widget);
/// A thumb without grooves and buttons; wider under the pointer.
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QWidget *widget);
void splitter(QPainter *painter, const QStyleOption *option);
void menuPanel(QPainter *painter, const QStyleOption *option);
void menuItem(QPainter *painter, const QStyleOptionMenuItem *option);
void menuBarItem(QPainter *painter, const QStyleOptionMenuItem *option);
void toolTipPanel(QPainter *painter, const QStyleOption *option);
void progressGroove(QPainter *painter, const QStyleOption *option);
void progressContents(QPainter *painter, const QStyleOptionProgressBar *option);

/// Widths of the parts of a menu item, for its size and its painting.
inline constexpr int kMenuIconColumn = 32;
inline constexpr int kMenuShortcutGap = 28;
inline constexpr int kMenuEndColumn = 24;

} // namespace console::paint

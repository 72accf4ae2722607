// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionViewItem;
class QWidget;

namespace console::paint {

/// The ground of a cell: selection with its accent mark at the view's edge, paler when the keyboard is elsewhere;
/// hairlines between the rows of tables whose grid is off.
void itemPanel(QPainter *painter, const QStyleOptionViewItem *option, const QWidget *widget);
/// The current cell of a view that has the keyboard. In a list the selected row says it already.
void itemFocus(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void headerSection(QPainter *painter, const QStyleOptionHeader *option);
/// Section, word and arrow. The word gives way to the arrow.
void header(QPainter *painter, const QStyleOptionHeader *option);
/// The fold mark of a tree.
void branch(QPainter *painter, const QStyleOption *option);

} // namespace console::paint

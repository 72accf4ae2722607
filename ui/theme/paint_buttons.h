// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionToolButton;
class QWidget;

namespace console::paint {

void buttonPanel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget);
void buttonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget);
void toolButton(QPainter *painter, const QStyleOptionToolButton *option, const QWidget *widget);

/// The box of a check box, a checkable row or a checkable menu item.
void checkMark(QPainter *painter, const QStyleOption *option);
void radioMark(QPainter *painter, const QStyleOption *option);

} // namespace console::paint

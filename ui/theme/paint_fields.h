// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionFrame;
class QStyleOptionGroupBox;
class QStyleOptionSpinBox;
class QWidget;

namespace console::paint {

/// Ground and border of anything that takes text; the border says focus and refusal.
void field(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QWidget *widget);
void spinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QWidget *widget);
/// The border of a list, a text or a card: StyledPanel frames.
void panelFrame(QPainter *painter, const QStyleOption *option, const QWidget *widget);
/// A title with a hairline that runs to the end; no frame.
void groupTitle(QPainter *painter, const QStyleOptionGroupBox *option, const QWidget *widget);

} // namespace console::paint

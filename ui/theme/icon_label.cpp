// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_label.h"

#include "ui/theme/icon_painter.h"

#include <QPainter>

namespace console {

IconLabel::IconLabel(Icon icon, Ink ink, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_ink(ink)
{
    setSize(kIconSize);
}

void IconLabel::setIcon(Icon icon, Ink ink)
{
    m_icon = icon;
    m_ink = ink;
    update();
}

void IconLabel::setSize(int side)
{
    setFixedSize(side, side);
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    paintIcon(&painter, rect(), m_icon, isEnabled() ? inkColor(m_ink, colors) : colors.disabled);
}

} // namespace console

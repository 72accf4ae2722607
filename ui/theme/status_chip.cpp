// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/status_chip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace console {

namespace {

constexpr int kWholeCharacters = 24;

} // namespace

StatusChip::StatusChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

StatusChip::StatusChip(const ChipLook &look, QWidget *parent)
    : StatusChip(parent)
{
    setLook(look);
}

void StatusChip::setLook(const ChipLook &look)
{
    if (look == m_look)
        return;
    const bool isNamedByWord = accessibleName().isEmpty() || accessibleName() == m_look.word;
    if (isNamedByWord)
        setAccessibleName(look.word);
    else
        setAccessibleDescription(look.word);
    m_look = look;
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return chipSize(m_look, font());
}

QSize StatusChip::minimumSizeHint() const
{
    // Our own words are never cut; a vendor's may be as long as it likes.
    return {std::min(sizeHint().width(), fontMetrics().averageCharWidth() * kWholeCharacters), sizeHint().height()};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_look, palette(), font(), ChipGround::Plain, layoutDirection());
}

bool StatusChip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && width() < sizeHint().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_look.word, this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace console

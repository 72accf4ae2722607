// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/form_scroll_area.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace console {

namespace {
constexpr int kBelow = 12; // so that the last line does not stick to the edge
}

FormScrollArea::FormScrollArea(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // it follows the field that has the focus
    setWidget(content);
}

void FormScrollArea::fit()
{
    const QLayout *layout = widget()->layout();
    // As if the bar were there: whether it comes depends on the height, which must not depend on it in turn.
    const int room = std::min(viewport()->width(), width() - verticalScrollBar()->sizeHint().width());
    const int least = layout->hasHeightForWidth() ? layout->totalHeightForWidth(room) : 0;
    const int wanted = std::max(least, layout->totalMinimumSize().height()) + kBelow;
    if (widget()->minimumHeight() != wanted)
        widget()->setMinimumHeight(wanted);
}

bool FormScrollArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void FormScrollArea::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

} // namespace console

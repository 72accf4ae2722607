// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/focus_chain.h"

#include <QWidget>

namespace console {

void moveInFocusChain(QWidget *panel, QWidget *behind)
{
    // setTabOrder() ignores widgets that take no focus, and moves those with a proxy together with what is inside them.
    const auto takesFocus
        = [](const QWidget *widget) { return widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy(); };
    QList<QWidget *> own;
    for (auto *widget = panel->nextInFocusChain(); widget != panel; widget = widget->nextInFocusChain()) {
        if (panel->isAncestorOf(widget) && takesFocus(widget))
            own.append(widget);
    }
    for (auto *widget : std::as_const(own)) {
        QWidget::setTabOrder(behind, widget);
        behind = widget;
    }
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/focus_chain.h"

#include <QWidget>

namespace console {

void moveInFocusChain(QWidget *panel, QWidget *behind)
{
    QList<QWidget *> own;
    for (auto *widget = panel->nextInFocusChain(); widget != panel; widget = widget->nextInFocusChain()) {
        if (panel->isAncestorOf(widget))
            own.append(widget);
    }
    for (auto *widget : std::as_const(own)) {
        QWidget::setTabOrder(behind, widget);
        behind = widget;
    }
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>
#include <QWidget>

namespace console {

/// Where the Tab key goes, beside where the eye goes.
class ReadingOrder
{
public:
    /// The widgets at which the Tab key stops, in its order.
    static QList<QWidget *> tabStops(QWidget *window)
    {
        QList<QWidget *> stops;
        for (auto *widget = window->nextInFocusChain(); widget != window; widget = widget->nextInFocusChain()) {
            const bool isReached = widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
                && (widget->focusPolicy() & Qt::TabFocus) && window->isAncestorOf(widget) && widget->window() == window;
            if (isReached)
                stops.append(widget);
        }
        return stops;
    }

    /// Whether the eye meets \a first before \a second: what lies side by side is read from the left, else from the top.
    static bool isBefore(const QWidget *first, const QWidget *second)
    {
        if (first->isAncestorOf(second) || second->isAncestorOf(first))
            return true;
        const QWidget *parent = first;
        while (parent && !parent->isAncestorOf(second))
            parent = parent->parentWidget();
        const QRect a = placeIn(parent, first);
        const QRect b = placeIn(parent, second);
        const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()) + 1;
        const bool isBeside = shared > std::min(a.height(), b.height()) / 2;
        return isBeside ? a.left() <= b.left() : a.top() <= b.top();
    }

private:
    /// Of the child of \a parent that holds the widget.
    static QRect placeIn(const QWidget *parent, const QWidget *widget)
    {
        while (widget->parentWidget() != parent)
            widget = widget->parentWidget();
        return widget->geometry();
    }
};

} // namespace console

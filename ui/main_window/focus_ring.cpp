// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/focus_ring.h"

#include "ui/theme/widget_roles.h"

#include <QAbstractItemView>
#include <QScrollArea>

#include <algorithm>

namespace console {

namespace {

/// One that hands its focus on is no place of its own: who takes it stands in the ring. Menus are windows of their own.
bool isStop(const QWidget *widget, const QWidget *window)
{
    return (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->isEnabled()
        && widget->window() == window && widget->isVisibleTo(window);
}

/// From top to bottom; what begins beside another within its height stands in the same line, from left to right.
QList<QWidget *> asOneReads(QList<QWidget *> stops, const QWidget *pane)
{
    const auto rectOf = [pane](const QWidget *widget) { return QRect(widget->mapTo(pane, QPoint()), widget->size()); };
    std::stable_sort(stops.begin(), stops.end(), [&](const QWidget *a, const QWidget *b) {
        return rectOf(a).center().y() < rectOf(b).center().y();
    });
    for (auto line = stops.begin(); line != stops.end();) {
        const int bottom = rectOf(*line).bottom();
        const auto end = std::find_if(line, stops.end(),
                                      [&](const QWidget *widget) { return rectOf(widget).center().y() > bottom; });
        std::stable_sort(line, end, [&](const QWidget *a, const QWidget *b) { return rectOf(a).x() < rectOf(b).x(); });
        line = end;
    }
    return stops;
}

QList<QWidget *> stopsIn(const QWidget *pane)
{
    QList<QWidget *> stops;
    if (!pane->isVisibleTo(pane->window()))
        return stops;
    const auto all = pane->findChildren<QWidget *>();
    std::copy_if(all.begin(), all.end(), std::back_inserter(stops),
                 [pane](const QWidget *widget) { return isStop(widget, pane->window()); });
    return asOneReads(stops, pane);
}

/// The one after \a index, around the end; from nowhere (-1) the first or the last.
qsizetype following(qsizetype index, qsizetype count, FocusRing::Direction direction)
{
    if (direction == FocusRing::Direction::Forward)
        return (index + 1) % count;
    return index <= 0 ? count - 1 : index - 1;
}

void focusOn(QWidget *widget, FocusRing::Direction direction)
{
    widget->setFocus(direction == FocusRing::Direction::Forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (auto *around = widget->parentWidget(); around; around = around->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(around))
            area->ensureWidgetVisible(widget);
    }
}

/// Where the keyboard enters a pane.
QWidget *entryOf(const QWidget *pane)
{
    const auto stops = stopsIn(pane);
    const auto entry = std::find_if(stops.begin(), stops.end(), isPaneEntry);
    if (entry != stops.end())
        return *entry;
    if (stops.contains(pane->focusWidget()))
        return pane->focusWidget();
    const auto view = std::find_if(stops.begin(), stops.end(),
                                   [](QWidget *stop) { return qobject_cast<QAbstractItemView *>(stop); });
    return view != stops.end() ? *view : stops.value(0);
}

} // namespace

void FocusRing::moveOn(const QWidget *from, Direction direction) const
{
    QList<QWidget *> stops;
    for (const auto *pane : m_panes)
        stops += stopsIn(pane);
    if (!stops.isEmpty())
        focusOn(stops.at(following(stops.indexOf(const_cast<QWidget *>(from)), stops.size(), direction)), direction);
}

void FocusRing::enter(const QWidget *pane)
{
    if (auto *entry = entryOf(pane))
        focusOn(entry, Direction::Forward);
}

void FocusRing::moveToPane(const QWidget *from, Direction direction) const
{
    QList<QWidget *> panes;
    qsizetype own = -1;
    for (auto *pane : m_panes) {
        if (!entryOf(pane))
            continue;
        if (from && pane->isAncestorOf(from))
            own = panes.size();
        panes.append(pane);
    }
    if (!panes.isEmpty())
        focusOn(entryOf(panes.at(following(own, panes.size(), direction))), direction);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace console {

/// The way of the keyboard through the window: Tab goes from control to control as one reads, pane by pane, and
/// Shift+Tab the same way back; F6 goes from pane to pane. Qt's own chain follows the order in which widgets were made,
/// and takes those that hand their focus on (tab pages) for places of their own. Thread: GUI.
class FocusRing
{
public:
    enum class Direction { Forward, Backward };

    /// In the order in which one reads.
    void setPanes(const QList<QWidget *> &panes) { m_panes = panes; }

    /// To the next control after \a from, around the end.
    void moveOn(const QWidget *from, Direction direction) const;
    /// To the next pane that is shown: its entry (setPaneEntry()), else where the keyboard was in it, else its list.
    void moveToPane(const QWidget *from, Direction direction) const;
    /// Into this pane, likewise.
    static void enter(const QWidget *pane);

private:
    QList<QWidget *> m_panes;
};

} // namespace console

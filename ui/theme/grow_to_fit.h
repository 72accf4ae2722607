// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QTimer>
#include <QWidget>

namespace console {

/// A dialog that gets more content while it is open grows with it, once that is visible: the layout shows new widgets by
/// an event of its own. It never shrinks under the user's hands.
inline void growToFit(QWidget *window)
{
    QTimer::singleShot(0, window, [window] {
        QLayout *layout = window->layout();
        layout->activate();
        const int wanted = layout->hasHeightForWidth() ? layout->totalHeightForWidth(window->width())
                                                       : layout->totalSizeHint().height();
        if (window->height() < wanted)
            window->resize(window->width(), wanted);
    });
}

} // namespace console

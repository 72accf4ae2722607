// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace console {

/// Wakes the thread of whoever is connected, with Qt::QueuedConnection; who is gone is not called. Thread: any.
class Bell : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void rung();
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/callback_server.h"

#include <QThread>

namespace console {

/// Runs a CallbackServer on a thread of its own. Thread: the one that made it; its signals come there.
/// The destructor refuses newcomers, waits (2 s at most) for the answers that the store still owes, then ends the thread.
class ReceiverThread : public QObject
{
    Q_OBJECT

public:
    ReceiverThread(const Clock &clock, CallbackSink sink, RejectionSink rejections, ServerLimits limits = {});
    ~ReceiverThread() override;

    QFuture<ReceiverState> setRoutes(const QList<CallbackRoute> &routes);
    void setBodyLimit(qint64 bytes);

Q_SIGNALS:
    void stateChanged(const console::ReceiverState &state);

private:
    QThread m_thread;
    CallbackServer *m_server; ///< lives and dies in m_thread
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/callback_intake.h"
#include "lookup/ports.h"
#include "receiver/receiver_thread.h"

namespace console {

/// The receiver plugged into a history: verified callbacks go to the intake, refused ones to the quarantine.
/// The writer must outlive it. Thread: the one that made it.
class CallbackPipeline
{
public:
    /// \param heard is called in the writer thread with each callback once it is stored; may be empty.
    CallbackPipeline(HistoryWriter &writer, const Clock &clock, CallbackIntake::Listener heard = {});

    ReceiverThread &receiver() { return m_receiver; }
    QFuture<ReceiverState> setRoutes(const QList<RouteRequest> &routes);

private:
    CallbackIntake m_intake;
    ReceiverThread m_receiver; ///< ends first
};

} // namespace console

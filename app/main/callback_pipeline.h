// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/callback_intake.h"
#include "lookup/ports.h"
#include "main/arrival_relay.h"
#include "receiver/receiver_thread.h"

namespace console {

/// The receiver plugged into a history: verified callbacks go to the intake, refused ones to the quarantine.
/// The writer must outlive it. Thread: the one that made it.
class CallbackPipeline
{
public:
    /// \param relay hears of each callback once it is stored; may be null.
    CallbackPipeline(HistoryWriter &writer, const Clock &clock, std::unique_ptr<ArrivalRelay> relay = {});

    ReceiverThread &receiver() { return m_receiver; }
    QFuture<ReceiverState> setRoutes(const QList<RouteRequest> &routes);

private:
    void take(const VerifiedBody &body, CallbackAnswer answer);

    std::unique_ptr<ArrivalRelay> m_relay;
    CallbackIntake m_intake;
    ReceiverThread m_receiver; ///< ends first
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/callback_pipeline.h"

#include "core/run_on.h"

namespace console {

namespace {
CallbackIntake::Listener listenerOf(const std::shared_ptr<ArrivalRelay> &relay)
{
    return relay == nullptr ? CallbackIntake::Listener() : [relay](const Recorded &recorded) { relay->pass(recorded); };
}
} // namespace

CallbackPipeline::CallbackPipeline(HistoryWriter &writer, const Clock &clock, std::shared_ptr<ArrivalRelay> relay)
    : m_relay(std::move(relay))
    , m_intake(writer, listenerOf(m_relay))
    , m_receiver(clock, [this](const VerifiedBody &body) { return take(body); },
                 {[&writer](const RejectedCallback &rejected) { writer.keepRejected(rejected); },
                  [&writer](RejectionCause cause, int count) { writer.countRejected(cause, count); }})
{ }

QFuture<CallbackDisposition> CallbackPipeline::take(const VerifiedBody &body)
{
    if (m_relay && m_relay->isBehind())
        return readyFuture(CallbackDisposition::StoreUnavailable);
    return m_intake.accept(body);
}

QFuture<ReceiverState> CallbackPipeline::setRoutes(const QList<RouteRequest> &requests)
{
    QList<CallbackRoute> routes;
    for (const auto &request : requests) {
        routes.append({request.address,
                       request.mayMove,
                       request.path,
                       request.publicHost,
                       request.projectId,
                       {request.secrets, request.allowsUnsigned, request.window},
                       request.clients,
                       request.needsToken,
                       request.tls});
    }
    return m_receiver.setRoutes(routes);
}

} // namespace console

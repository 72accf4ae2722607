// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/callback_pipeline.h"

namespace console {

CallbackPipeline::CallbackPipeline(HistoryWriter &writer, const Clock &clock, std::unique_ptr<ArrivalRelay> relay)
    : m_relay(std::move(relay))
    , m_intake(writer, m_relay ? m_relay->listener() : CallbackIntake::Listener())
    , m_receiver(clock, [this](const VerifiedBody &body, CallbackAnswer answer) { take(body, std::move(answer)); },
                 {[&writer](const RejectedCallback &rejected) { writer.keepRejected(rejected); },
                  [&writer](RejectionCause cause, int count) { writer.countRejected(cause, count); }})
{ }

void CallbackPipeline::take(const VerifiedBody &body, CallbackAnswer answer)
{
    if (m_relay && m_relay->isBehind())
        answer(CallbackDisposition::StoreUnavailable);
    else
        m_intake.accept(body, std::move(answer));
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

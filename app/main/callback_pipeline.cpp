// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/callback_pipeline.h"

namespace console {

CallbackPipeline::CallbackPipeline(HistoryWriter &writer, const Clock &clock, CallbackIntake::Listener heard)
    : m_intake(writer, std::move(heard))
    , m_receiver(
          clock, [this](const VerifiedBody &body) { return m_intake.accept(body); },
          { [&writer](const RejectedCallback &rejected) { writer.keepRejected(rejected); },
            [&writer](RejectionCause cause, int count) { writer.countRejected(cause, count); } })
{
}

QFuture<ReceiverState> CallbackPipeline::setRoutes(const QList<RouteRequest> &requests)
{
    QList<CallbackRoute> routes;
    for (const auto &request : requests) {
        routes.append({ request.address, request.mayMove, request.path, request.projectId,
                        { request.secrets, request.allowsUnsigned, request.window } });
    }
    return m_receiver.setRoutes(routes);
}

} // namespace console

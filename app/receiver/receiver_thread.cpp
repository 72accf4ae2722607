// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver_thread.h"

#include "core/hmac.h"
#include "core/run_on.h"

#include <QDeadlineTimer>

namespace console {

ReceiverThread::ReceiverThread(const Clock &clock, CallbackSink sink, RejectionSink rejections, ServerLimits limits)
{
    m_thread.setObjectName(QStringLiteral("receiver"));
    m_thread.start();
    auto *context = new QObject; // the server must be born in its own thread: sockets never move
    context->moveToThread(&m_thread);
    m_server = runOn(context, [&] {
                   return new CallbackServer(clock, std::move(sink), std::move(rejections), limits);
               }).result();
    context->deleteLater(); // in its thread, once the call above has returned there
    connect(m_server, &CallbackServer::stateChanged, this, &ReceiverThread::stateChanged);
}

ReceiverThread::~ReceiverThread()
{
    runOn(m_server, [this] { m_server->refuseNewRequests(); }).waitForFinished();
    QDeadlineTimer deadline(std::chrono::seconds(2));
    while (!deadline.hasExpired() && runOn(m_server, [this] { return m_server->inFlightCount(); }).result() > 0)
        QThread::msleep(5); // the store is committing what it has; its answers go out in the receiver thread
    runOn(m_server, [this] {
        delete m_server;
        endCryptoOfThread();
    }).waitForFinished();
    m_thread.quit();
    m_thread.wait();
}

QFuture<ReceiverState> ReceiverThread::setRoutes(const QList<CallbackRoute> &routes)
{
    return runOn(m_server, [server = m_server, routes] { return server->setRoutes(routes); });
}

void ReceiverThread::setBodyLimit(qint64 bytes)
{
    runOn(m_server, [server = m_server, bytes] { server->setBodyLimit(bytes); });
}

} // namespace console

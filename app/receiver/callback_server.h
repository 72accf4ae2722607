// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/mailbox.h"
#include "domain/receiver_state.h"
#include "http/guarded_server.h"
#include "receiver/quarantine.h"
#include "receiver/token_desk.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

namespace console {

/// Receives callbacks: a listener for each address, a policy for each path. Answers 200 only after the sink said that
/// the callback is stored. Thread: the receiver's; made, used and destroyed there.
class CallbackServer : public QObject
{
    Q_OBJECT

public:
    CallbackServer(const Clock &clock, CallbackSink sink, RejectionSink rejections, ServerLimits limits = {});
    ~CallbackServer() override;

    static constexpr std::chrono::seconds kOpenAgain {2};

    /// Replaces the routes. Listeners that stay keep their connections. An address that this machine does not have is
    /// listened at as soon as it has it, one whose certificate files cannot be used as soon as they can: never without
    /// TLS meanwhile. Files that change are read again, for connections that come later. \returns the state afterwards; a port that is taken is told there, not as an error.
    ReceiverState setRoutes(const QList<CallbackRoute> &routes);
    void setBodyLimit(qint64 bytes);
    ReceiverState state() const { return m_state; }

    /// Refuses newcomers with 503; requests that wait still get their answer.
    void refuseNewRequests();
    int inFlightCount() const;

Q_SIGNALS:
    /// At most ten times a second.
    void stateChanged(const console::ReceiverState &state);

private:
    struct Listener;
    Result<ListenAddress> listenAt(Listener &listener, const CallbackRoute &route);
    TlsFiles tlsAt(const ListenAddress &address) const;
    void renewCertificate(Listener &listener);
    void openListener(const CallbackRoute &route);
    void noteAbsent(const ListenAddress &address, const Error &why);
    void openAbsent();
    void handle(const Listener &listener, const HttpRequest &request, ReplyToken token);
    void giveToken(GuardedServer &server, ReplyToken token, const CallbackRoute &route, const HttpRequest &request);
    /// \returns the answer to a callback that is not believed before its signature is looked at.
    std::optional<HttpReply> refusal(const CallbackRoute &route, const HeaderList &headers, const HttpRequest &kept,
                                     Timestamp receivedAt);
    /// A callback that the store owes an answer for.
    struct Awaited
    {
        QPointer<GuardedServer> server;
        ReplyToken token;
        CallbackRoute route;
        HttpRequest request;
        Timestamp at;
    };
    struct Answered
    {
        std::shared_ptr<const Awaited> callback;
        CallbackDisposition disposition;
    };
    void settle(const Answered &answered);
    void rejected(const CallbackRoute &route, const HttpRequest &request, const Rejection &rejection, Timestamp at);
    void answer(GuardedServer *server, ReplyToken token, CallbackDisposition disposition);
    /// When it is kept, not when it is refused: a flood must not cost more than the quarantine's pace.
    RejectedCallback explained(const RejectedCallback &rejected) const;
    void refusedBeforeHandler(RefusalCause cause);
    void touch();

    const Clock &m_clock;
    CallbackSink m_sink;
    ServerLimits m_limits;
    Quarantine m_quarantine;
    SignatureVerifier m_verifier;
    TokenDesk m_desk;
    QList<CallbackRoute> m_routes;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    QList<ListenAddress> m_absent; ///< addresses that this machine does not have at the moment
    QTimer m_openAgain;
    ReceiverState m_state;
    QTimer m_stateTimer;
    Mailbox<Answered> m_answers;
};

} // namespace console

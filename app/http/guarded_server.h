// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listen_address.h"
#include "core/result.h"
#include "http/http_message.h"
#include "http/server_limits.h"
#include "http/tls_identity.h"

#include <QObject>

#include <functional>
#include <memory>

namespace console {

/// An HTTP/1.1 server on QtHttpServer that a hostile client can neither crash nor fill. Knows no business.
///
/// Each complete, well-formed request is given to the handler once, with a token; the reply may come at once or later,
/// in any order: replies of one connection leave in the order of their requests. HTTP/1.0 and `Connection: close` are
/// honoured; every reply with a status of 400 or more closes the connection. HEAD replies carry no body.
/// Refused before the handler: 400 (malformed; Host missing; two lengths; Upgrade), 408, 413, 431, 503.
/// Thread: it is made, used and destroyed in one thread; all calls and the handler belong to it.
class GuardedServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const HttpRequest &request, ReplyToken token)>;

    GuardedServer(ServerLimits limits, Handler handler, QObject *parent = nullptr);
    ~GuardedServer() override;

    /// Connections that come later speak TLS (1.2 or newer) with this certificate, and nothing else; say it before
    /// listen(). Without one: plain HTTP.
    void setTls(const TlsIdentity &identity);

    /// Binds and listens. \returns the address with the real port. Errors: Busy (the port is taken), Config (no such
    /// address), Network (anything else).
    [[nodiscard]] Result<ListenAddress> listen(const ListenAddress &address);

    /// Sends the reply of one request. A client that is gone is simply not found.
    void reply(ReplyToken token, const HttpReply &reply);

    /// Step one of a shutdown: newcomers and new requests get 503 and are closed, waiting ones still get their reply.
    void refuseNewRequests();
    /// Step two: no connection is accepted any more.
    void stopListening();

    void setBodyLimit(qint64 bytes); ///< for requests that begin later; at most 1 MiB
    int connectionCount() const;
    /// Requests that were handed to the handler and have no reply yet.
    int inFlightCount() const;

Q_SIGNALS:
    /// A request was refused before the handler saw it; peer is the address of the other side.
    void requestRefused(console::RefusalCause cause, const QString &peer);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/reply_queue.h"
#include "http/request_framing.h"

#include <QPointer>
#include <QSocketNotifier>
#include <QSslSocket>

#include <chrono>
#include <optional>

namespace console {

/// One connection: looks at its bytes before QtHttpServer does, and owns the order and the end of its replies.
///
/// QtHttpServer parses inside a QIODevice transaction, so the read buffer size bounds one whole request.
/// The socket, with TLS or without, is its parent. Never delete it: `write()`, `flush()` and `abort()` may emit
/// `disconnected` at once; QtHttpServer deletes it later. Thread: its server's.
class GuardedSocket final : public QObject
{
    Q_OBJECT

public:
    using Instant = std::chrono::steady_clock::time_point;

    /// limits must outlive the connection's use; bodyBytes of it may change between requests.
    GuardedSocket(quint64 id, const ServerLimits &limits, QTcpSocket *socket);

    quint64 id() const { return m_id; }
    QTcpSocket &socket() const { return m_socket; }
    /// With TLS: nothing is read, and QtHttpServer does not know of it, before the handshake is done.
    bool isShakingHands() const { return m_isShakingHands; }
    bool hasSaidHello() const { return m_isShakingHands && m_tls->mode() == QSslSocket::SslServerMode; }
    /// Ends it at once, whatever waits to be written.
    void abort();
    QString peerText() const;

    /// The first slot of readyRead: judges what arrived, and refuses before anything else sees it.
    void inspectArrival();
    /// QtHttpServer has one complete request. \returns it with its sequence; nothing if the two readings differ, or if
    /// no request is taken any more: then the client already has its answer.
    std::optional<std::pair<quint64, HttpRequest>> takeRequest(const QByteArray &body);
    void answer(quint64 sequence, const HttpReply &reply);
    /// Nothing more is read until every request has its reply: Qt closes the whole connection when it reads its end, and
    /// a client that has closed its side after sending (half-close) would get none.
    void awaitReplies();
    /// Sends a last answer, behind the ones that are awaited; what still arrives is thrown away.
    void refuse(const Refusal &refusal);
    /// What the passing of time asks for: 408, the end of an idle connection, of one that does not take its replies.
    void sweep(Instant now);

    bool isIdle() const;                              ///< no request has begun, none waits for its reply
    bool wasServed() const { return m_sequence > 0; } ///< and not refused: it would be closed
    Instant lastActivity() const { return m_lastActivity; }
    int awaitedCount() const { return m_replies.awaitedCount(); }
    qint64 heldBytes() const { return m_heldBytes; } ///< of requests that were not handed on yet

Q_SIGNALS:
    void heldBytesChanged(qint64 difference);
    void refused(console::RefusalCause cause);

private:
    qint64 unsentBytes() const; ///< also those that TLS has made of them
    void setReadBuffer(qint64 bytes);
    void holdBytes(qint64 bytes);
    void beginRequest();
    HttpRequest makeRequest(const QByteArray &body) const;
    void meetExpectation();
    /// Of a request that arrived whole: QtHttpServer gets the shortest head that frames the same body. It would read each
    /// byte of the head by itself, twice the cost of all else here; what it makes of the head is never looked at.
    void shortenHead();
    void stopReading();
    void throwAwayArrival();
    void readAgain();
    void sendReady();
    void finish();
    void sweepClosing(Instant now);

    QTcpSocket &m_socket;
    QSslSocket *const m_tls; ///< the same one, where it is one
    bool m_isShakingHands;
    quint64 m_id;
    const ServerLimits &m_limits;
    RequestFraming m_framing;
    ReplyQueue m_replies;
    quint64 m_sequence = 0;
    qint64 m_heldBytes = 0;
    qint64 m_leftBehind = 0; ///< bytes after the end of the complete request
    Instant m_requestBegan;
    Instant m_lastActivity;
    Instant m_lastWritten;
    bool m_isReading = true;
    qint64 m_thrownAway = 0;
    QPointer<QSocketNotifier> m_heldNotifier; ///< of the socket engine; while nothing is read
    bool m_isFinishing = false;               ///< the last reply is written
    bool m_mayStillArrive = false;
    bool m_hasMetExpectation = false;
};

} // namespace console

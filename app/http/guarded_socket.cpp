// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/guarded_socket.h"

#include "core/log.h"

#include <QHostAddress>
#include <QUrl>

namespace console {

namespace {

// Beyond header and body: the size lines of chunks, and requests that wait behind the current one.
constexpr qint64 kBufferSlack = qint64(16) * 1024;
constexpr qint64 kTlsBite = qint64(8) * 1024;
constexpr qint64 kDrainBufferBytes = qint64(64) * 1024;
// Who sends on after the last answer is listened to for a moment, so that the answer arrives; not for as long as he likes.
constexpr qint64 kMostThrownAway = qint64(1024) * 1024;
// A client that asks on without reading its replies gets no more of them.
constexpr qint64 kMaxUnsentBytes = qint64(256) * 1024;

GuardedSocket::Instant rightNow()
{
    return std::chrono::steady_clock::now();
}

} // namespace

GuardedSocket::GuardedSocket(quint64 id, const ServerLimits &limits, QTcpSocket *socket)
    : QObject(socket)
    , m_socket(*socket)
    , m_tls(qobject_cast<QSslSocket *>(socket))
    , m_isShakingHands(m_tls != nullptr)
    , m_id(id)
    , m_limits(limits)
    , m_framing(limits)
    , m_requestBegan(rightNow())
    , m_lastActivity(m_requestBegan)
    , m_lastWritten(m_requestBegan)
{
    setReadBuffer(limits.headerBytes + limits.bodyBytes + kBufferSlack);
    connect(socket, &QIODevice::readyRead, this, &GuardedSocket::inspectArrival);
    connect(socket, &QIODevice::bytesWritten, this, [this] { m_lastWritten = rightNow(); });
    if (m_tls == nullptr)
        return;
    connect(m_tls, &QSslSocket::encryptedBytesWritten, this, [this] { m_lastWritten = rightNow(); });
    connect(m_tls, &QSslSocket::encrypted, this, [this] {
        m_isShakingHands = false;
        setReadBuffer(m_socket.readBufferSize()); // the socket inside was not there yet
    });
}

/// QSslSocket hands all that the socket inside it holds to OpenSSL at once: of what costs it most (new keys, 26 bytes each),
/// 280 KiB would keep everybody waiting for a tenth of a second.
void GuardedSocket::setReadBuffer(qint64 bytes)
{
    m_socket.setReadBufferSize(bytes);
    if (auto *inner = m_socket.findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        inner->setReadBufferSize(kTlsBite);
}

qint64 GuardedSocket::unsentBytes() const
{
    return m_socket.bytesToWrite() + (m_tls == nullptr ? 0 : m_tls->encryptedBytesToWrite());
}

void GuardedSocket::abort()
{
    // QSslSocket lets the socket inside it write what it has first, for which a silent client never makes room.
    if (auto *inner = m_socket.findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        inner->abort();
    m_socket.abort();
}

QString GuardedSocket::peerText() const
{
    bool isV4 = false;
    const QHostAddress v4(m_socket.peerAddress().toIPv4Address(&isV4));
    return isV4 ? v4.toString() : m_socket.peerAddress().toString();
}

void GuardedSocket::inspectArrival()
{
    if (m_isShakingHands)
        return; // not encrypted yet
    if (!m_socket
             .isOpen()) { // QtHttpServer asks again for waiting bytes with a queued readyRead, which may come too late
        stopReading();
        return;
    }
    m_lastActivity = rightNow();
    QByteArrayView fresh;
    const QByteArray waiting = m_socket.peek(m_socket.bytesAvailable());
    // Inside a transaction QtHttpServer has consumed what came before; outside of one nothing of this request.
    if (m_socket.isTransactionStarted())
        fresh = waiting;
    else if (waiting.size() > m_framing.seenBytes())
        fresh = QByteArrayView(waiting).sliced(m_framing.seenBytes());
    const qint64 consumed = m_socket.isTransactionStarted() ? m_framing.seenBytes() : 0;
    if (m_framing.state() == RequestFraming::State::Empty && !fresh.isEmpty())
        beginRequest();
    m_leftBehind = fresh.size() - m_framing.feed(fresh);
    holdBytes(consumed + waiting.size());
    if (!m_isReading)
        return;
    if (m_framing.state() == RequestFraming::State::Refused)
        refuse(m_framing.refusal());
    else if (m_framing.state() != RequestFraming::State::Complete && m_heldBytes >= m_socket.readBufferSize())
        refuse({413, RefusalCause::BodyTooLarge, "The request is too large."});
    else if (m_framing.awaitsBody() && m_framing.head().expectsContinue && !m_hasMetExpectation)
        meetExpectation();
    else if (m_framing.state() == RequestFraming::State::Complete && !m_socket.isTransactionStarted())
        shortenHead();
}

void GuardedSocket::shortenHead()
{
    const RequestHead &head = m_framing.head();
    const QByteArray shortest
        = "POST / HTTP/1.1\r\nContent-Length: " + QByteArray::number(head.contentLength) + "\r\n\r\n";
    if (head.isChunked || head.headBytes <= shortest.size()) // which it is, too, once it was shortened
        return;
    m_socket.skip(head.headBytes);
    m_framing.replaceHead(shortest.size());
    for (auto byte = shortest.crbegin(); byte != shortest.crend(); ++byte)
        m_socket.ungetChar(*byte);
}

void GuardedSocket::beginRequest()
{
    m_framing = RequestFraming(m_limits);
    m_hasMetExpectation = false;
    if (m_sequence > 0)
        m_requestBegan = m_lastActivity;
    // Never below what is buffered already: QAbstractSocket does not expect a negative room.
    setReadBuffer(std::max(m_limits.headerBytes + m_limits.bodyBytes + kBufferSlack, m_socket.bytesAvailable()));
}

std::optional<std::pair<quint64, HttpRequest>> GuardedSocket::takeRequest(const QByteArray &body)
{
    if (!m_isReading)
        return std::nullopt;
    const bool agrees = m_framing.state() == RequestFraming::State::Complete
        && m_socket.bytesAvailable() == m_leftBehind && body.size() == m_framing.bodyBytes();
    if (!agrees)
        qCWarning(lcHttp, "QtHttpServer read a request differently: refused");
    if (!agrees || m_replies.awaitedCount() >= m_limits.inFlightPerConnection || unsentBytes() > kMaxUnsentBytes) {
        refuse(agrees ? Refusal {503, RefusalCause::TooManyConnections, "Too many requests wait on this connection."}
                      : Refusal {400, RefusalCause::MalformedRequest, "The request is malformed."});
        return std::nullopt;
    }
    const RequestHead &head = m_framing.head();
    const bool staysOpen = head.keepsAlive;
    m_replies.expect(++m_sequence, {head.method == "HEAD", head.isHttp10, staysOpen});
    auto request = std::pair(m_sequence, makeRequest(body));
    m_framing = RequestFraming(m_limits);
    holdBytes(m_socket.bytesAvailable());
    if (!staysOpen)
        stopReading();
    return request;
}

HttpRequest GuardedSocket::makeRequest(const QByteArray &body) const
{
    const RequestHead &head = m_framing.head();
    HttpRequest request {.method = head.method,
                         .path = {},
                         .query = {},
                         .headers = head.headers,
                         .body = body,
                         .peerAddress = peerText()};
    QByteArray target = head.target;
    if (!target.startsWith('/') && target != "*") { // http://host/path, as a proxy would ask
        const qsizetype slash = target.indexOf('/', target.indexOf("//") + 2);
        target = slash < 0 ? QByteArrayLiteral("/") : target.sliced(slash);
    }
    const qsizetype mark = target.indexOf('?');
    request.path = QUrl::fromPercentEncoding(mark < 0 ? target : target.first(mark));
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromLatin1(target.sliced(mark + 1)));
    return request;
}

void GuardedSocket::meetExpectation()
{
    m_hasMetExpectation = true;
    // From 6.5 on QtHttpServer does it itself.
    if constexpr (QT_VERSION < QT_VERSION_CHECK(6, 5, 0)) {
        m_replies.insertInterim("HTTP/1.1 100 Continue\r\n\r\n");
        sendReady();
    }
}

void GuardedSocket::answer(quint64 sequence, const HttpReply &reply)
{
    m_replies.answer(sequence, reply);
    sendReady();
    if (m_replies.awaitedCount() == 0)
        readAgain();
}

void GuardedSocket::awaitReplies()
{
    if (m_replies.awaitedCount() == 0 || m_heldNotifier)
        return;
    const auto notifiers
        = m_socket.findChildren<QSocketNotifier *>(); // the socket's buffer size cannot stop it: it is empty
    for (QSocketNotifier *notifier : notifiers) {
        if (notifier->type() == QSocketNotifier::Read && notifier->isEnabled()) {
            m_heldNotifier = notifier;
            notifier->setEnabled(false);
        }
    }
}

void GuardedSocket::readAgain()
{
    if (m_heldNotifier)
        m_heldNotifier->setEnabled(true);
    m_heldNotifier.clear();
}

void GuardedSocket::refuse(const Refusal &refusal)
{
    if (!m_isReading)
        return;
    m_mayStillArrive = true;
    stopReading();
    // QtHttpServer lets go of what it read only when the connection is gone: where memory is short that is at once.
    if (refusal.cause == RefusalCause::OutOfMemory)
        m_mayStillArrive = false;
    m_replies.finishWith(refusalReply(refusal));
    Q_EMIT refused(refusal.cause);
    sendReady();
}

void GuardedSocket::stopReading()
{
    m_isReading = false;
    m_mayStillArrive = m_mayStillArrive || m_heldBytes > 0;
    // Also keeps QtHttpServer's slot of this very emission from running.
    QObject::disconnect(&m_socket, &QIODevice::readyRead, nullptr, nullptr);
    if (m_socket.isTransactionStarted())
        m_socket.commitTransaction();
    throwAwayArrival();
    setReadBuffer(kDrainBufferBytes);
    connect(&m_socket, &QIODevice::readyRead, this, &GuardedSocket::throwAwayArrival);
    holdBytes(0);
}

void GuardedSocket::throwAwayArrival()
{
    if (!m_socket.isOpen())
        return;
    m_thrownAway += m_socket.skip(m_socket.bytesAvailable());
    if (m_thrownAway > kMostThrownAway)
        abort();
}

void GuardedSocket::sendReady()
{
    for (const ReplyQueue::Outgoing &reply : m_replies.takeReady()) {
        if (m_isFinishing || m_socket.state() != QAbstractSocket::ConnectedState)
            return;
        m_lastActivity = rightNow();
        if (unsentBytes() == 0)
            m_lastWritten = m_lastActivity;
        m_socket.write(reply.bytes);
        if (reply.closes)
            finish();
        else
            m_socket.flush(); // now, before the end of a client that closes its side early is read
    }
}

void GuardedSocket::finish()
{
    m_isFinishing = true;
    if (m_isReading)
        stopReading();
    m_socket.flush();
    // Closing while the client still sends would reset the connection and take the answer away from it: wait a little,
    // until the sweep.
    if (!m_mayStillArrive)
        m_socket.disconnectFromHost();
}

void GuardedSocket::holdBytes(qint64 bytes)
{
    const qint64 difference = bytes - m_heldBytes;
    m_heldBytes = bytes;
    if (difference != 0)
        Q_EMIT heldBytesChanged(difference);
}

bool GuardedSocket::isIdle() const
{
    const bool hasNothingToDo
        = m_framing.state() == RequestFraming::State::Empty && m_replies.awaitedCount() == 0 && unsentBytes() == 0;
    return m_isReading && (hasNothingToDo || isShakingHands());
}

void GuardedSocket::sweep(Instant now)
{
    const bool isLateForHandshake = isShakingHands() && now - m_requestBegan > m_limits.handshake;
    // What TLS answers by itself passes no other check.
    const bool asksForTooMuch = m_tls != nullptr && m_tls->encryptedBytesToWrite() > kMaxUnsentBytes;
    if (isLateForHandshake || asksForTooMuch || (unsentBytes() > 0 && now - m_lastWritten > m_limits.wholeRequest)) {
        abort();
    } else if (m_isFinishing) {
        sweepClosing(now);
    } else if (m_isReading && m_replies.awaitedCount() == 0) {
        const bool hasBegun = m_framing.state() != RequestFraming::State::Empty;
        if ((hasBegun || m_sequence == 0) && now - m_requestBegan > m_limits.wholeRequest) {
            if (hasBegun)
                refuse({408, RefusalCause::TooSlow, "The request took too long."});
            else
                m_socket.disconnectFromHost();
        } else if (!hasBegun && now - m_lastActivity > m_limits.idle) {
            m_socket.disconnectFromHost();
        }
    }
}

void GuardedSocket::sweepClosing(Instant now)
{
    if (unsentBytes() == 0 && now - m_lastActivity > m_limits.sweep)
        m_socket.disconnectFromHost();
}

} // namespace console

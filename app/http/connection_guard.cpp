// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection_guard.h"

#include "core/log.h"
#include "http/client_hello.h"

#include <QFile>
#include <QHostAddress>
#include <QProcess>

#include <array>
#include <poll.h>
#include <unistd.h>

namespace console {

namespace {

// A burst of callbacks on new connections; above it the kernel lets a client wait a whole second.
constexpr int kBacklog = 1024;
// QTcpServer accepts for as long as somebody connects, and nothing is read meanwhile: an honest newcomer would be the
// oldest idle one before anybody saw its request.
constexpr int kAcceptsInARow = 32;

/// Qt 6.4 takes a failing accept() for a passing thing and tries again at once, for ever, without a signal. Three, as the
/// store may open its files anew meanwhile.
bool hasSpareDescriptors()
{
    std::array<QFile, 3> probes;
    return std::all_of(probes.begin(), probes.end(), [](QFile &probe) {
        probe.setFileName(QProcess::nullDevice());
        return probe.open(QIODevice::ReadOnly);
    });
}

/// Which of them has happened. Errors are told unasked.
bool hasHappened(qintptr descriptor, short events)
{
    pollfd probe {int(descriptor), events, 0};
    return ::poll(&probe, 1, 0) > 0 && (probe.revents & events) != 0;
}

/// What such a client sent can still be read, but nobody is left to answer.
bool wasReset(qintptr descriptor)
{
    return hasHappened(descriptor, POLLERR | POLLHUP);
}

/// Something has come that nobody has looked at: more are accepted in a row than there may be room for.
bool hasUnread(const GuardedSocket &connection)
{
    return hasHappened(connection.socket().socketDescriptor(), POLLIN);
}

} // namespace

ConnectionGuard::ConnectionGuard(const ServerLimits &limits, QObject *parent)
    : QTcpServer(parent)
    , m_limits(limits)
{
    setListenBacklogSize(kBacklog);
    connect(&m_sweep, &QTimer::timeout, this, &ConnectionGuard::sweep);
    m_nextTurn.setSingleShot(true); // a timer and no queued call: that would come before what is readable
    connect(&m_nextTurn, &QTimer::timeout, this, &ConnectionGuard::beginTurn);
    m_sweep.start(limits.sweep);
}

ConnectionGuard::~ConnectionGuard()
{
    abortAll();
}

int ConnectionGuard::awaitedCount() const
{
    int count = 0;
    for (const GuardedSocket *connection : m_connections)
        count += connection->awaitedCount();
    return count;
}

void ConnectionGuard::abortAll()
{
    const auto connections = std::exchange(m_connections, {});
    for (GuardedSocket *connection : connections) {
        connection->disconnect(this);
        connection->socket().disconnect(this);
        connection->abort();
    }
    m_heldBytes = 0;
}

void ConnectionGuard::incomingConnection(qintptr descriptor)
{
    takeTurns();
    if (wasReset(descriptor)) {
        ::close(int(descriptor));
        return;
    }
    const int most = m_tls ? std::min(m_limits.tlsConnections, m_limits.connections) : m_limits.connections;
    if (m_connections.size() >= most && !makeRoom()) {
        turnAway(descriptor);
        return;
    }
    auto *tlsSocket = m_tls ? new QSslSocket(this) : nullptr;
    QTcpSocket *socket = m_tls ? tlsSocket : new QTcpSocket(this);
    auto *connection = new GuardedSocket(++m_lastId, m_limits, socket);
    if (!socket->setSocketDescriptor(descriptor)) {
        socket->deleteLater();
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    watch(connection);
    if (tlsSocket != nullptr)
        shakeHands(connection, tlsSocket);
    else
        addPendingConnection(socket);
    if (!hasSpareDescriptors() && !makeRoom())
        rest();
}

void ConnectionGuard::shakeHands(GuardedSocket *connection, QSslSocket *socket)
{
    connect(socket, &QSslSocket::encrypted, this, [this, socket] { addPendingConnection(socket); });
    connect(socket, &QAbstractSocket::errorOccurred, connection, [this, connection, socket] {
        if (!connection->isShakingHands() || socket->error() == QAbstractSocket::RemoteHostClosedError)
            return;
        refuseTls(*connection, socket->errorString());
    });
    connect(socket, &QIODevice::readyRead, connection, [this, connection, socket] { hearHello(*connection, *socket); });
}

void ConnectionGuard::hearHello(GuardedSocket &connection, QSslSocket &socket)
{
    if (socket.mode() != QSslSocket::UnencryptedMode || !m_tls)
        return;
    const HelloLook look = lookAtHello(socket.peek(kHelloPeekBytes));
    if (look == HelloLook::Incomplete)
        return;
    if (look != HelloLook::Fine) {
        refuseTls(connection,
                  look == HelloLook::NotTls ? QStringLiteral("it speaks something else")
                                            : QStringLiteral("its hello is too long"));
        connection.abort();
        return;
    }
    limitHandshakes();
    socket.setSslConfiguration(m_tls->configuration());
    socket.startServerEncryption();
}

void ConnectionGuard::refuseTls(const GuardedSocket &connection, const QString &why)
{
    qCInfo(lcHttp) << "no TLS with" << connection.peerText() << why;
    Q_EMIT requestRefused(RefusalCause::NoTls, connection.peerText());
}

void ConnectionGuard::limitHandshakes()
{
    int count = 0;
    GuardedSocket *oldest = nullptr;
    for (GuardedSocket *connection : std::as_const(m_connections)) {
        if (!connection->hasSaidHello())
            continue;
        ++count;
        if (oldest == nullptr || connection->id() < oldest->id())
            oldest = connection;
    }
    if (oldest && count >= m_limits.handshakes)
        oldest->abort();
}

void ConnectionGuard::takeTurns()
{
    if (m_acceptedInARow++ == 0)
        m_nextTurn.start();
    if (m_acceptedInARow >= kAcceptsInARow)
        setMaxPendingConnections(0);
}

void ConnectionGuard::beginTurn()
{
    m_acceptedInARow = 0;
    setMaxPendingConnections(kAcceptsInARow);
    if (isListening() && !m_isResting)
        resumeAccepting();
}

void ConnectionGuard::watch(GuardedSocket *connection)
{
    const quint64 id = connection->id();
    m_connections.insert(id, connection);
    connect(&connection->socket(), &QIODevice::readyRead, this, [this, id] { m_current = id; });
    connect(&connection->socket(), &QAbstractSocket::disconnected, this, [this, id] { forget(id); });
    connect(connection, &QObject::destroyed, this, [this, id] { m_connections.remove(id); });
    connect(connection, &GuardedSocket::heldBytesChanged, this, &ConnectionGuard::addHeldBytes);
    connect(connection, &GuardedSocket::refused, this, [this, connection](RefusalCause cause) {
        qCDebug(lcHttp) << "request refused cause=" << int(cause) << "peer=" << connection->peerText();
        Q_EMIT requestRefused(cause, connection->peerText());
    });
}

void ConnectionGuard::forget(quint64 id)
{
    GuardedSocket *connection = m_connections.take(id);
    if (connection == nullptr)
        return;
    m_heldBytes -= connection->heldBytes();
    connection->disconnect(this);
    connection->socket().disconnect(this);
    if (connection->isShakingHands())
        connection->socket().deleteLater(); // QtHttpServer never heard of it
    Q_EMIT connectionEnded(id);
}

bool ConnectionGuard::makeRoom()
{
    GuardedSocket *oldest = nullptr;
    for (GuardedSocket *connection : std::as_const(m_connections)) {
        if (!connection->isIdle() || connection->id() == m_lastId)
            continue;
        const auto age = [](const GuardedSocket *one) { return std::pair(one->wasServed(), one->lastActivity()); };
        const bool isOlder = oldest == nullptr || age(connection) < age(oldest);
        if (isOlder && !hasUnread(*connection))
            oldest = connection;
    }
    if (oldest != nullptr)
        oldest->abort();
    return oldest != nullptr;
}

void ConnectionGuard::turnAway(qintptr descriptor)
{
    QTcpSocket visitor;
    if (!visitor.setSocketDescriptor(descriptor))
        return;
    const QString peer = visitor.peerAddress().toString();
    const Refusal refusal {503, RefusalCause::TooManyConnections, "Too many connections."};
    if (!m_tls) { // who waits for a handshake could not read it
        visitor.write(encodeReply(refusalReply(refusal), {.keepsAlive = false}));
        visitor.flush();
    }
    visitor.disconnectFromHost();
    Q_EMIT requestRefused(refusal.cause, peer);
}

void ConnectionGuard::addHeldBytes(qint64 difference)
{
    m_heldBytes += difference;
    const qint64 most
        = m_tls ? std::min(m_limits.tlsUnfinishedBytes, m_limits.unfinishedBytes) : m_limits.unfinishedBytes;
    if (difference <= 0 || m_heldBytes <= most)
        return;
    GuardedSocket *largest = nullptr;
    for (GuardedSocket *connection : std::as_const(m_connections)) {
        const bool isLarger = largest == nullptr || connection->heldBytes() > largest->heldBytes()
            || (connection->heldBytes() == largest->heldBytes() && connection->id() < largest->id());
        if (isLarger)
            largest = connection;
    }
    if (largest != nullptr)
        largest->refuse({503, RefusalCause::OutOfMemory, "Too much is being received at once."});
}

void ConnectionGuard::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    const auto ids = m_connections.keys();
    for (const quint64 id : ids) {
        if (GuardedSocket *connection = find(id))
            connection->sweep(now);
    }
    if (!isListening())
        return;
    if (!hasSpareDescriptors() && !makeRoom())
        rest();
    else if (std::exchange(m_isResting, false))
        resumeAccepting();
}

void ConnectionGuard::rest()
{
    pauseAccepting();
    if (!std::exchange(m_isResting, true))
        qCWarning(lcHttp, "no file descriptor is left: no connections are accepted for now");
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/guarded_socket.h"
#include "http/server_limits.h"
#include "http/tls_identity.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>

namespace console {

/// Accepts connections as GuardedSockets and keeps the bounds that all of them share: their number, their memory, time.
/// Thread: its server's.
class ConnectionGuard final : public QTcpServer
{
    Q_OBJECT

public:
    ConnectionGuard(const ServerLimits &limits, QObject *parent);
    ~ConnectionGuard() override;

    /// The connection, as long as it is open.
    GuardedSocket *find(quint64 id) const { return m_connections.value(id); }
    int connectionCount() const { return int(m_connections.size()); }
    int awaitedCount() const;
    /// The connection whose bytes are being read: QtHttpServer from 6.5 on does not tell.
    GuardedSocket *current() const { return find(m_current); }
    /// For connections that come later. None: plain HTTP.
    void setTls(std::optional<TlsIdentity> tls) { m_tls = std::move(tls); }
    void setBodyLimit(qint64 bytes) { m_limits.bodyBytes = bytes; }
    /// Ends all connections at once; nothing is signalled any more.
    void abortAll();

Q_SIGNALS:
    void requestRefused(console::RefusalCause cause, const QString &peer);
    void connectionEnded(quint64 id);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void watch(GuardedSocket *connection);
    void shakeHands(GuardedSocket *connection, QSslSocket *socket);
    /// TLS begins when a client has begun to say something that looks like it: silence costs nothing.
    void hearHello(GuardedSocket &connection, QSslSocket &socket);
    void refuseTls(const GuardedSocket &connection, const QString &why);
    /// Ends the oldest handshake where one more would be too many.
    void limitHandshakes();
    void forget(quint64 id);
    /// Ends the oldest idle connection, one that was never served before the others, never the newest one.
    /// \returns whether there was one.
    bool makeRoom();
    void takeTurns();
    void beginTurn();
    void turnAway(qintptr descriptor);
    void addHeldBytes(qint64 difference);
    void sweep();
    /// Accepts nothing until a sweep finds a spare descriptor.
    void rest();

    ServerLimits m_limits;
    std::optional<TlsIdentity> m_tls;
    QHash<quint64, GuardedSocket *> m_connections;
    QTimer m_sweep;
    QTimer m_nextTurn;
    quint64 m_lastId = 0;
    quint64 m_current = 0;
    qint64 m_heldBytes = 0;
    int m_acceptedInARow = 0;
    bool m_isResting = false;
};

} // namespace console

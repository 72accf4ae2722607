// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QSslSocket>
#include <QTest>

#include <memory>
#include <optional>

namespace console {

/// What came back for one request.
struct RawReply
{
    int status = 0;
    HeaderList headers;
    QByteArray body;
};

/// A client that sends exactly the bytes it is told to. Only for tests: it spins the event loop while it waits, so the
/// server may live in the same thread.
class RawHttpClient
{
public:
    explicit RawHttpClient(quint16 port, const QString &host = QStringLiteral("127.0.0.1"))
    {
        m_socket->connectToHost(QHostAddress(host), port);
        isOpen = QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::ConnectedState; }, kPatienceMs);
    }

    struct Tls
    {
        QSsl::SslProtocol protocol = QSsl::SecureProtocols;
    };
    /// With TLS, whatever certificate the server shows; isOpen tells whether the handshake succeeded.
    RawHttpClient(quint16 port, Tls tls)
    {
        auto secure = std::make_unique<QSslSocket>();
        QSslSocket *const socket = secure.get();
        m_socket = std::move(secure);
        socket->setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setProtocol(tls.protocol);
        socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        isOpen = QTest::qWaitFor(
                     [&] { return socket->isEncrypted() || socket->state() == QAbstractSocket::UnconnectedState; },
                     kPatienceMs)
            && socket->isEncrypted();
    }

    void send(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        m_socket->flush();
    }

    /// A well-formed request with Host and, unless the body is empty, Content-Length. More fields as "Name: value\r\n"
    /// lines.
    static QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                              const QByteArray &fields = {})
    {
        QByteArray length;
        if (!body.isEmpty())
            length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + length + fields + "\r\n" + body;
    }

    enum class Body { AsTold, HasNoBody };
    /// The next reply, interim ones (100) included; nothing when none comes in time or the connection ends before it
    /// is complete. To a HEAD request pass HasNoBody.
    std::optional<RawReply> next(Body expected = Body::AsTold)
    {
        std::optional<RawReply> reply;
        QElapsedTimer waited;
        waited.start();
        while (!(reply = takeReply(expected)) && waited.elapsed() < kPatienceMs) {
            if (m_socket->state() != QAbstractSocket::ConnectedState && m_socket->bytesAvailable() == 0)
                return takeReply(expected);
            QTest::qWait(1);
        }
        return reply;
    }

    /// Whether the server ends the connection in time.
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::UnconnectedState; }, kPatienceMs);
    }

    bool isConnected() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    /// What came after the last reply taken.
    QByteArray rest()
    {
        m_received += m_socket->readAll();
        return m_received;
    }
    void reset() { m_socket->abort(); }
    QTcpSocket &socket() { return *m_socket; }

    bool isOpen = false; ///< the connection was made

private:
    static constexpr int kPatienceMs = 5000;

    std::optional<RawReply> takeReply(Body expected)
    {
        m_received += m_socket->readAll();
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        const auto lines = m_received.first(end).split('\n');
        RawReply reply;
        reply.status = lines.first().mid(9, 3).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            reply.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
        }
        const qsizetype length
            = expected == Body::HasNoBody ? 0 : headerValue(reply.headers, "Content-Length").toLongLong();
        if (m_received.size() < end + 4 + length)
            return {};
        reply.body = m_received.sliced(end + 4, length);
        m_received.remove(0, end + 4 + length);
        return reply;
    }

    std::unique_ptr<QTcpSocket> m_socket = std::make_unique<QTcpSocket>();
    QByteArray m_received;
};

} // namespace console

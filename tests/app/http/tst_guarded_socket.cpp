// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/guarded_socket.h"

#include <QTcpServer>
#include <QTest>

using namespace console;

namespace {
constexpr char kShortest[] = "POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\n";
const QByteArray kHead = "POST /callbacks?a=1 HTTP/1.1\r\nHost: here\r\nX-Name: value\r\nContent-Length: 4\r\n\r\n";
} // namespace

/// What QtHttpServer, which is not here, would read behind the guard.
class TestGuardedSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        m_client.abort();
        m_client.connectToHost(QHostAddress::LocalHost, m_server->serverPort());
        QTRY_VERIFY(m_server->hasPendingConnections());
        QTcpSocket *const accepted = m_server->nextPendingConnection();
        m_guarded = new GuardedSocket(1, m_limits, accepted);
    }

    void aWholeRequestIsHandedOnWithTheShortestHead()
    {
        arrive(kHead + "body");
        QCOMPARE(waiting(), kShortest + QByteArray("body"));
        const auto taken = takeAsQtDoes(sizeof kShortest - 1);
        QVERIFY(taken);
        QCOMPARE(taken->second.path, QStringLiteral("/callbacks"));
        QCOMPARE(headerValue(taken->second.headers, "X-Name"), QByteArray("value"));
        QCOMPARE(taken->second.body, QByteArray("body"));
    }

    void aSecondLookChangesNothing()
    {
        arrive(kHead + "body");
        m_guarded->inspectArrival();
        QCOMPARE(waiting(), kShortest + QByteArray("body"));
        QVERIFY(takeAsQtDoes(sizeof kShortest - 1));
    }

    void whatArrivesBehindAShortenedRequestIsTheNextOne()
    {
        arrive(kHead + "body");
        arrive(kHead + "next");
        QCOMPARE(waiting(), kShortest + QByteArray("body") + kHead + "next");
        const auto first = takeAsQtDoes(sizeof kShortest - 1);
        QVERIFY(first);
        QCOMPARE(first->second.body, QByteArray("body"));
        m_guarded->inspectArrival(); // as QtHttpServer asks for what still waits
        QCOMPARE(waiting(), kShortest + QByteArray("next"));
    }

    void otherRequestsStayAsTheyCame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("one in chunks") << QByteArray(
            "POST / HTTP/1.1\r\nHost: a-long-name-of-a-host\r\nTransfer-Encoding: "
            "chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n");
        QTest::newRow("a head that is shorter") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QTest::newRow("one whose body is to come") << kHead + "bo";
    }
    void otherRequestsStayAsTheyCame()
    {
        QFETCH(QByteArray, bytes);
        arrive(bytes);
        QCOMPARE(waiting(), bytes);
    }

private:
    void arrive(const QByteArray &bytes)
    {
        const auto before = m_guarded->socket().bytesAvailable();
        m_client.write(bytes);
        QTRY_VERIFY(m_guarded->socket().bytesAvailable() > before);
    }
    QByteArray waiting() const { return m_guarded->socket().peek(m_guarded->socket().bytesAvailable()); }

    std::optional<std::pair<quint64, HttpRequest>> takeAsQtDoes(qint64 headBytes)
    {
        m_guarded->socket().skip(headBytes);
        return m_guarded->takeRequest(m_guarded->socket().read(4));
    }

    ServerLimits m_limits;
    std::unique_ptr<QTcpServer> m_server;
    QTcpSocket m_client;
    GuardedSocket *m_guarded = nullptr; ///< its socket's child, which is the server's
};

QTEST_GUILESS_MAIN(TestGuardedSocket)
#include "tst_guarded_socket.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording_server.h"
#include "support/raw_http_client.h"
#include "support/test_certificate.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace console;
using Answers = RecordingServer::Answers;
using Tls = RawHttpClient::Tls;

class TestGuardedServerTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersSeveralRequestsOnOneConnection();
    void answersPipelinedRequestsInTheirOrder();
    void answersALargeBodyAndRefusesALargerOne();
    void keepsToTheFramingRules();
    void closesPlainHttpAtOnce();
    void closesAHelloThatIsTooLongAtOnce();
    void takesAHelloInPieces();
    void refusesOlderTls();
    void cutsAHandshakeThatTakesTooLong_data();
    void cutsAHandshakeThatTakesTooLong();
    void letsNoMoreThanSoManyHandshakesWait();
    void countsConnectionsBeforeTheirHandshake_data();
    void countsConnectionsBeforeTheirHandshake();
    void cutsTheLargestUnfinishedRequest();
    void servesAnHonestClientAmongSilentOnes();
    void cutsAClientThatTakesNoReplies();
    void showsTheNewCertificateToNewConnections();
    void diesWithOpenConnections();

private:
    static TlsIdentity identity(const TestCertificate &certificate = TestCertificate());
};

TlsIdentity TestGuardedServerTls::identity(const TestCertificate &certificate)
{
    const QTemporaryDir folder;
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return TlsIdentity::load(certificate.writeTo(folder.path()), now).value();
}

void TestGuardedServerTls::answersSeveralRequestsOnOneConnection()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    RawHttpClient client(recording.port, Tls {});
    QVERIFY(client.isOpen);
    for (const QByteArray body : {"one", "two", "three"}) {
        client.send(RawHttpClient::request("POST", "/echo", body));
        const auto reply = client.next();
        QVERIFY(reply);
        QCOMPARE(reply->body, "POST /echo " + body);
    }
    QCOMPARE(recording.requests.constFirst().peerAddress, QStringLiteral("127.0.0.1"));
    QCOMPARE(recording.server.connectionCount(), 1);
}

void TestGuardedServerTls::answersPipelinedRequestsInTheirOrder()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    RawHttpClient client(recording.port, Tls {});
    client.send(RawHttpClient::request("POST", "/0", "zero") + RawHttpClient::request("GET", "/1")
                + RawHttpClient::request("POST", "/2", "two"));
    for (const QByteArray expected : {"POST /0 zero", "GET /1 ", "POST /2 two"}) {
        const auto reply = client.next();
        QVERIFY(reply);
        QCOMPARE(reply->body, expected);
    }
}

void TestGuardedServerTls::answersALargeBodyAndRefusesALargerOne()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    const QByteArray body(int(ServerLimits().bodyBytes), 'x');
    RawHttpClient client(recording.port, Tls {});
    client.send(RawHttpClient::request("POST", "/", body));
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->body.size(), body.size() + 7);
    client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 100; ++i)
        client.send("1000\r\n" + QByteArray(0x1000, 'y') + "\r\n");
    const auto refusal = client.next();
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 413);
    QVERIFY(client.waitForEnd());
    QCOMPARE(recording.requests.size(), 1);
}

void TestGuardedServerTls::keepsToTheFramingRules()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    RawHttpClient client(recording.port, Tls {});
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 400);
    QVERIFY(client.waitForEnd());
    QVERIFY(recording.requests.isEmpty());
}

void TestGuardedServerTls::closesPlainHttpAtOnce()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    QSignalSpy refused(&recording.server, &GuardedServer::requestRefused);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("POST", "/", "plain"));
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.rest().contains("HTTP/"));
    QVERIFY(recording.requests.isEmpty());
    QCOMPARE(recording.server.connectionCount(), 0);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.constFirst().constFirst().value<RefusalCause>(), RefusalCause::NoTls);
}

void TestGuardedServerTls::closesAHelloThatIsTooLongAtOnce()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    QSignalSpy refused(&recording.server, &GuardedServer::requestRefused);
    RawHttpClient client(recording.port);
    client.send(QByteArray::fromHex("16030100200101ffff0303"));
    QVERIFY(client.waitForEnd());
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.constFirst().constFirst().value<RefusalCause>(), RefusalCause::NoTls);
}

void TestGuardedServerTls::takesAHelloInPieces()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    QTcpServer middle; // lets the first bytes through one by one
    QVERIFY(middle.listen(QHostAddress::LocalHost));
    QTcpSocket beyond;
    beyond.connectToHost(QHostAddress(QHostAddress::LocalHost), recording.port);
    beyond.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(&middle, &QTcpServer::newConnection, &beyond, [&] {
        QTcpSocket *const near = middle.nextPendingConnection();
        connect(near, &QIODevice::readyRead, &beyond, [&beyond, near] {
            for (const char byte : near->read(20)) {
                beyond.write(&byte, 1);
                beyond.flush();
                QTest::qWait(1);
            }
            beyond.write(near->readAll());
        });
        connect(&beyond, &QIODevice::readyRead, near, [&beyond, near] { near->write(beyond.readAll()); });
    });
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), middle.serverPort());
    QTRY_VERIFY(client.isEncrypted());
    client.write(RawHttpClient::request("GET", "/"));
    QTRY_COMPARE(recording.requests.size(), 1);
}

void TestGuardedServerTls::refusesOlderTls()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    const Tls old {QSsl::TlsV1_1};
    QT_WARNING_POP
    QVERIFY(!RawHttpClient(recording.port, old).isOpen);
    QVERIFY(RawHttpClient(recording.port, Tls {QSsl::TlsV1_2}).isOpen);
    QVERIFY(RawHttpClient(recording.port, Tls {QSsl::TlsV1_3}).isOpen);
}

void TestGuardedServerTls::cutsAHandshakeThatTakesTooLong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing comes") << QByteArray();
    QTest::newRow("half a record comes") << QByteArray::fromHex("160301020001000100");
    QTest::newRow("the longest hello that is taken is announced") << QByteArray::fromHex("160301002001004000"
                                                                                         "0303")
            + QByteArray(26, 'r');
}

void TestGuardedServerTls::cutsAHandshakeThatTakesTooLong()
{
    QFETCH(QByteArray, bytes);
    ServerLimits limits;
    limits.handshake = std::chrono::milliseconds(60);
    limits.sweep = std::chrono::milliseconds(20);
    RecordingServer recording(limits, Answers::AtOnce, identity());
    RawHttpClient client(recording.port);
    client.send(bytes);
    QTRY_COMPARE(recording.server.connectionCount(), 1);
    QVERIFY(client.waitForEnd());
    QTRY_COMPARE(recording.server.connectionCount(), 0);
}

void TestGuardedServerTls::letsNoMoreThanSoManyHandshakesWait()
{
    ServerLimits limits;
    limits.handshakes = 3;
    RecordingServer recording(limits, Answers::AtOnce, identity());
    std::vector<std::unique_ptr<RawHttpClient>> silent;
    for (int i = 0; i < 5; ++i)
        silent.push_back(std::make_unique<RawHttpClient>(recording.port));
    QTRY_COMPARE(recording.server.connectionCount(), 5); // silence is no handshake yet
    for (const auto &client : silent) {
        client->send(QByteArray::fromHex("160301020001000100")); // the beginning of one
        QTest::qWait(0);
    }
    QVERIFY(silent.at(0)->waitForEnd());
    QVERIFY(silent.at(1)->waitForEnd());
    QTRY_COMPARE(recording.server.connectionCount(), 3);
    QVERIFY(silent.at(4)->isConnected());
    QVERIFY(RawHttpClient(recording.port, Tls {}).isOpen);
}

void TestGuardedServerTls::countsConnectionsBeforeTheirHandshake_data()
{
    QTest::addColumn<int>("connections");
    QTest::addColumn<int>("tlsConnections");
    QTest::newRow("the limit of all servers") << 4 << 8;
    QTest::newRow("the limit with TLS") << 8 << 4;
}

void TestGuardedServerTls::countsConnectionsBeforeTheirHandshake()
{
    QFETCH(int, connections);
    QFETCH(int, tlsConnections);
    ServerLimits limits;
    limits.connections = connections;
    limits.tlsConnections = tlsConnections;
    RecordingServer recording(limits, Answers::AtOnce, identity());
    std::vector<std::unique_ptr<RawHttpClient>> silent;
    for (int i = 0; i < 8; ++i)
        silent.push_back(std::make_unique<RawHttpClient>(recording.port));
    QTRY_COMPARE(recording.server.connectionCount(), 4);
    QVERIFY(silent.at(0)->waitForEnd());
}

void TestGuardedServerTls::cutsTheLargestUnfinishedRequest()
{
    ServerLimits limits;
    limits.tlsUnfinishedBytes = 130 * 1024;
    RecordingServer recording(limits, Answers::AtOnce, identity());
    QSignalSpy refusals(&recording.server, &GuardedServer::requestRefused);
    const QByteArray head("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
    RawHttpClient large(recording.port, Tls {});
    large.send(head + QByteArray(90'000, 'a'));
    RawHttpClient small(recording.port, Tls {});
    small.send(head + QByteArray(50'000, 'a'));
    const auto reply = large.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 503);
    QCOMPARE(refusals.size(), 1);
    QVERIFY(refusals.first().first().value<RefusalCause>() == RefusalCause::OutOfMemory);
    small.send(QByteArray(50'000, 'a'));
    const auto finished = small.next();
    QVERIFY(finished);
    QCOMPARE(finished->status, 200);
}

void TestGuardedServerTls::servesAnHonestClientAmongSilentOnes()
{
    RecordingServer recording({}, Answers::AtOnce, identity());
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 300; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), recording.port);
    }
    RawHttpClient client(recording.port, Tls {});
    QVERIFY(client.isOpen);
    client.send(RawHttpClient::request("GET", "/honest"));
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
}

void TestGuardedServerTls::cutsAClientThatTakesNoReplies()
{
    ServerLimits limits;
    limits.wholeRequest = std::chrono::milliseconds(150);
    limits.sweep = std::chrono::milliseconds(20);
    RecordingServer recording(limits, Answers::WhenTold, identity());
    RawHttpClient client(recording.port, Tls {});
    QVERIFY(client.isOpen);
    client.send(RawHttpClient::request("GET", "/much"));
    QTRY_COMPARE(recording.tokens.size(), 1);
    client.socket().setReadBufferSize(1); // from now on it takes no more than the kernel does
    recording.server.reply(recording.tokens.constFirst(), {.body = QByteArray(16 * 1024 * 1024, 'z')});
    QTRY_COMPARE(recording.server.connectionCount(), 0);
}

void TestGuardedServerTls::showsTheNewCertificateToNewConnections()
{
    RecordingServer recording({}, Answers::AtOnce, identity(TestCertificate("first.example")));
    RawHttpClient before(recording.port, Tls {});
    recording.server.setTls(identity(TestCertificate("second.example")));
    RawHttpClient after(recording.port, Tls {});
    const auto nameSeenBy = [](RawHttpClient &client) {
        const auto certificate = qobject_cast<QSslSocket *>(&client.socket())->peerCertificate();
        return certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    };
    QCOMPARE(nameSeenBy(before), QStringLiteral("first.example"));
    QCOMPARE(nameSeenBy(after), QStringLiteral("second.example"));
    before.send(RawHttpClient::request("GET", "/still"));
    QVERIFY(before.next());
}

void TestGuardedServerTls::diesWithOpenConnections()
{
    auto recording = std::make_unique<RecordingServer>(ServerLimits {}, Answers::WhenTold, identity());
    RawHttpClient waiting(recording->port, Tls {});
    waiting.send(RawHttpClient::request("GET", "/"));
    RawHttpClient silent(recording->port);
    QTRY_COMPARE(recording->tokens.size(), 1);
    QTRY_COMPARE(recording->server.connectionCount(), 2);
    recording.reset();
    QVERIFY(waiting.waitForEnd());
    QVERIFY(silent.waitForEnd());
}

QTEST_GUILESS_MAIN(TestGuardedServerTls)
#include "tst_guarded_server_tls.moc"

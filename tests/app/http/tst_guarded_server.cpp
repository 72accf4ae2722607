// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording_server.h"
#include "support/raw_http_client.h"
#include "support/result_macros.h"

#include <QTcpServer>
#include <QTest>

#include <sys/socket.h>

using namespace console;
using Answers = RecordingServer::Answers;

class TestGuardedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersSeveralRequestsOnOneConnection();
    void handsOverWhatWasSent();
    void answersLaterByToken();
    void answersPipelinedRequestsInTheirOrder();
    void readsARequestThatComesByteByByte_data();
    void readsARequestThatComesByteByByte();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void closesAfterAnErrorAndReadsNoFurther();
    void answersHeadWithoutBody();
    void answersExpectationsWith100();
    void forgetsAClientThatLeavesBeforeItsReply();
    void answersAClientThatClosesItsSideWhileItWaits();
    void answersAClientThatClosesItsSideAtOnce();
    void refusesNewRequestsButAnswersWaitingOnes();
    void stopsListening();
    void diesWithOpenConnections();
    void tellsWhyItCannotListen();
};

void TestGuardedServer::answersSeveralRequestsOnOneConnection()
{
    RecordingServer recording;
    RawHttpClient client(recording.port);
    for (const QByteArray body : {"one", "two", "three"}) {
        client.send(RawHttpClient::request("POST", "/echo", body));
        const auto reply = client.next();
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, "POST /echo " + body);
        QCOMPARE(headerValue(reply->headers, "Content-Type"), QByteArray("application/json"));
        QVERIFY(headerValue(reply->headers, "Date").endsWith(" GMT"));
    }
    QCOMPARE(recording.server.connectionCount(), 1);
}

void TestGuardedServer::handsOverWhatWasSent()
{
    RecordingServer recording;
    RawHttpClient client(recording.port);
    const QByteArray body("\0\r\n\xff{}", 6);
    client.send(RawHttpClient::request("PUT", "/a%20b/c?x=1&y=%C3%A4", body, "X-B: 1\r\nx-a: two words \r\n"));
    QVERIFY(client.next());
    QCOMPARE(recording.requests.size(), 1);
    const HttpRequest &request = recording.requests.first();
    QCOMPARE(request.method, QByteArray("PUT"));
    QCOMPARE(request.path, QStringLiteral("/a b/c"));
    QCOMPARE(request.query.queryItemValue(QStringLiteral("y"), QUrl::FullyDecoded), QString::fromUtf8("ä"));
    QCOMPARE(request.body, body);
    QCOMPARE(request.peerAddress, QStringLiteral("127.0.0.1"));
    const HeaderList expected {{"Host", "localhost"}, {"Content-Length", "6"}, {"X-B", "1"}, {"x-a", "two words"}};
    QCOMPARE(request.headers, expected);
}

void TestGuardedServer::answersLaterByToken()
{
    RecordingServer recording({}, Answers::WhenTold);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/later"));
    QTRY_COMPARE(recording.tokens.size(), 1);
    QCOMPARE(recording.server.inFlightCount(), 1);
    recording.server.reply(recording.tokens.first(), {.status = 202, .body = "{}"});
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 202);
    QCOMPARE(recording.server.inFlightCount(), 0);
}

void TestGuardedServer::answersPipelinedRequestsInTheirOrder()
{
    RecordingServer recording({}, Answers::WhenTold);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("POST", "/0", "zero") + RawHttpClient::request("GET", "/1")
                + RawHttpClient::request("POST", "/2", "two"));
    // From QtHttpServer 6.5 on the next request of a connection is read only after the reply to the one before.
    for (int answered = 0; answered < 3;) {
        QTRY_VERIFY(recording.tokens.size() > answered);
        QTest::qWait(20);
        const auto batch = recording.tokens.mid(answered);
        for (qsizetype i = batch.size() - 1; i >= 0; --i)
            recording.server.reply(batch.at(i), {.body = recording.requests.at(answered + i).path.toUtf8()});
        answered += int(batch.size());
    }
    for (const QByteArray path : {"/0", "/1", "/2"}) {
        const auto reply = client.next();
        QVERIFY(reply);
        QCOMPARE(reply->body, path);
    }
    QCOMPARE(recording.requests.at(2).body, QByteArray("two"));
}

void TestGuardedServer::readsARequestThatComesByteByByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray chunkedHead("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("with a length") << RawHttpClient::request("POST", "/", "0123456789abc");
    QTest::newRow("in chunks") << chunkedHead + "5\r\n01234\r\n8;x=y\r\n56789abc\r\n0\r\n\r\n";
    QTest::newRow("in chunks of one byte") << chunkedHead + "01\r\n0\r\nc\r\n123456789abc\r\n0\r\n\r\n";
}

void TestGuardedServer::readsARequestThatComesByteByByte()
{
    QFETCH(QByteArray, bytes);
    RecordingServer recording;
    for (const qsizetype piece : {1, 2, 3, 7}) {
        RawHttpClient client(recording.port);
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            client.send(bytes.mid(at, piece));
            QCoreApplication::processEvents();
        }
        const auto reply = client.next();
        QVERIFY(reply);
        QCOMPARE(reply->body, QByteArray("POST / 0123456789abc"));
        client.send(RawHttpClient::request("GET", "/after"));
        const auto after = client.next();
        QVERIFY(after);
        QCOMPARE(after->body, QByteArray("GET /after "));
    }
}

void TestGuardedServer::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("Connection: close") << RawHttpClient::request("GET", "/", {}, "Connection: close\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
}

void TestGuardedServer::closesWhenAsked()
{
    QFETCH(QByteArray, request);
    RecordingServer recording;
    RawHttpClient client(recording.port);
    client.send(request + RawHttpClient::request("GET", "/ignored"));
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(headerValue(reply->headers, "Connection"), QByteArray("close"));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.rest(), QByteArray());
    QCOMPARE(recording.requests.size(), 1);
    QTRY_COMPARE(recording.server.connectionCount(), 0);
}

void TestGuardedServer::closesAfterAnErrorAndReadsNoFurther()
{
    RecordingServer recording({}, Answers::WhenTold);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/1"));
    QTRY_COMPARE(recording.tokens.size(), 1);
    recording.server.reply(recording.tokens.first(), {.status = 401, .body = "{}"});
    client.send(RawHttpClient::request("GET", "/2"));
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 401);
    QVERIFY(client.waitForEnd());
    QCOMPARE(recording.requests.size(), 1);
}

void TestGuardedServer::answersHeadWithoutBody()
{
    RecordingServer recording;
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("HEAD", "/x"));
    const auto reply = client.next(RawHttpClient::Body::HasNoBody);
    QVERIFY(reply);
    QCOMPARE(headerValue(reply->headers, "Content-Length"), QByteArray("8"));
    client.send(RawHttpClient::request("GET", "/y"));
    const auto second = client.next();
    QVERIFY(second);
    QCOMPARE(second->body, QByteArray("GET /y "));
}

void TestGuardedServer::answersExpectationsWith100()
{
    RecordingServer recording;
    RawHttpClient client(recording.port);
    client.send("POST /e HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    const auto interim = client.next();
    QVERIFY(interim);
    QCOMPARE(interim->status, 100);
    QCOMPARE(recording.requests.size(), 0);
    client.send("body");
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("POST /e body"));
}

void TestGuardedServer::forgetsAClientThatLeavesBeforeItsReply()
{
    RecordingServer recording({}, Answers::WhenTold);
    {
        RawHttpClient client(recording.port);
        client.send(RawHttpClient::request("GET", "/"));
        QTRY_COMPARE(recording.tokens.size(), 1);
    }
    recording.server.reply(recording.tokens.first(), {});
    QTRY_COMPARE(recording.server.connectionCount(), 0);
    QCOMPARE(recording.server.inFlightCount(), 0);
    RawHttpClient next(recording.port);
    next.send(RawHttpClient::request("GET", "/next"));
    QTRY_COMPARE(recording.tokens.size(), 2);
    QVERIFY(recording.tokens.at(0) != recording.tokens.at(1));
    recording.server.reply(recording.tokens.first(), {.body = "stray"});
    recording.server.reply(recording.tokens.last(), {.body = "mine"});
    const auto reply = next.next();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("mine"));
}

void TestGuardedServer::answersAClientThatClosesItsSideWhileItWaits()
{
    RecordingServer recording({}, Answers::WhenTold);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/once"));
    ::shutdown(int(client.socket().socketDescriptor()), SHUT_WR);
    QTRY_COMPARE(recording.tokens.size(), 1);
    RawHttpClient other(recording.port);
    other.send(RawHttpClient::request("GET", "/other"));
    QTRY_COMPARE(recording.tokens.size(), 2); // whatever came of the first one's end was handled by now
    recording.server.reply(recording.tokens.first(), {.body = "late"});
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("late"));
    QTRY_COMPARE(recording.server.connectionCount(), 1);
}

void TestGuardedServer::answersAClientThatClosesItsSideAtOnce()
{
    RecordingServer recording;
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/once"));
    ::shutdown(int(client.socket().socketDescriptor()), SHUT_WR);
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("GET /once "));
    QTRY_COMPARE(recording.server.connectionCount(), 0);
}

void TestGuardedServer::refusesNewRequestsButAnswersWaitingOnes()
{
    RecordingServer recording({}, Answers::WhenTold);
    RawHttpClient waiting(recording.port);
    waiting.send(RawHttpClient::request("GET", "/waiting"));
    QTRY_COMPARE(recording.tokens.size(), 1);
    RawHttpClient idle(recording.port);
    recording.server.refuseNewRequests();
    RawHttpClient newcomer(recording.port);
    for (RawHttpClient *client : {&idle, &newcomer}) {
        client->send(RawHttpClient::request("GET", "/new"));
        const auto refused = client->next();
        QVERIFY(refused);
        QCOMPARE(refused->status, 503);
        QVERIFY(client->waitForEnd());
    }
    recording.server.reply(recording.tokens.first(), {.body = "done"});
    const auto reply = waiting.next();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("done"));
    QCOMPARE(recording.requests.size(), 1);
}

void TestGuardedServer::stopsListening()
{
    RecordingServer recording;
    RawHttpClient before(recording.port);
    before.send(RawHttpClient::request("GET", "/1"));
    QVERIFY(before.next());
    recording.server.stopListening();
    before.send(RawHttpClient::request("GET", "/2"));
    QVERIFY(before.next());
    QTcpServer successor;
    QVERIFY(successor.listen(QHostAddress::LocalHost, recording.port));
}

void TestGuardedServer::diesWithOpenConnections()
{
    std::optional<RecordingServer> recording;
    recording.emplace(ServerLimits {}, Answers::WhenTold);
    RawHttpClient idle(recording->port);
    RawHttpClient partial(recording->port);
    partial.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Le");
    RawHttpClient waiting(recording->port);
    waiting.send(RawHttpClient::request("GET", "/"));
    QTRY_COMPARE(recording->tokens.size(), 1);
    recording.reset();
    QVERIFY(idle.waitForEnd());
    QVERIFY(partial.waitForEnd());
    QVERIFY(waiting.waitForEnd());
}

void TestGuardedServer::tellsWhyItCannotListen()
{
    RecordingServer first;
    GuardedServer second({}, [](const HttpRequest &, ReplyToken) {});
    COMPARE_ERROR(second.listen({QStringLiteral("127.0.0.1"), first.port}), Error::Kind::Busy);
    COMPARE_ERROR(second.listen({QStringLiteral("no.such.address"), 0}), Error::Kind::Config);
    COMPARE_ERROR(second.listen({QStringLiteral("192.0.2.1"), 0}), Error::Kind::Config);
    const auto address = second.listen({});
    VERIFY_OK(address);
    QVERIFY(address->port > 0);
}

QTEST_GUILESS_MAIN(TestGuardedServer)
#include "tst_guarded_server.moc"

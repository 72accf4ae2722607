// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording_server.h"
#include "support/raw_http_client.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace console;
using Answers = RecordingServer::Answers;

namespace {

// A short sweep, because it also ends the time in which a refused client may still read its answer.
const ServerLimits kBrisk {.sweep = std::chrono::milliseconds(20)};
const QByteArray kChunkedHead("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");

} // namespace

class TestGuardedServerRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAtOnceAndCloses_data();
    void refusesAtOnceAndCloses();
    void refusesTheSecondRequestAfterAnsweringTheFirst();
    void letsTheClientReadTheAnswerWhileItStillSends();
    void appliesANewBodyLimitToTheNextRequest();
    void survivesMutatedRequests();
};

void TestGuardedServerRefusals::refusesAtOnceAndCloses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<RefusalCause>("cause");
    const auto post = [](const QByteArray &fields) { return "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n"; };
    const QByteArray get("GET / HTTP/1.1\r\nHost: x\r\n");
    const QByteArray smuggled = RawHttpClient::request("GET", "/smuggled");
    const auto malformed = RefusalCause::MalformedRequest;
    QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01") << 400 << malformed;
    QTest::newRow("a bare LF") << QByteArray("GET / HTTP/1.1\nHost: x\n\n") << 400 << malformed;
    QTest::newRow("a NUL") << QByteArray("GET /\0 HTTP/1.1\r\n", 17) << 400 << malformed;
    QTest::newRow("a folded line") << post("A: b\r\n c\r\n") << 400 << malformed;
    QTest::newRow("a bad header block before a body")
        << post("no colon\r\nContent-Length: 40\r\n") + smuggled << 400 << malformed;
    QTest::newRow("two lengths") << post("Content-Length: 0\r\nContent-Length: 40\r\n") + smuggled << 400 << malformed;
    QTest::newRow("length and chunks") << post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") << 400
                                       << malformed;
    QTest::newRow("a negative length") << post("Content-Length: -1\r\n") << 400 << malformed;
    QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400 << malformed;
    QTest::newRow("two Hosts") << post("Host: y\r\n") << 400 << malformed;
    QTest::newRow("a WebSocket") << post("Connection: Upgrade\r\nUpgrade: websocket\r\n") << 400 << malformed;
    QTest::newRow("a bad chunk size") << kChunkedHead + "zz\r\n" << 400 << malformed;
    QTest::newRow("a bad chunk size after a good chunk") << kChunkedHead + "1\r\na\r\n-5\r\n" << 400 << malformed;
    QTest::newRow("a chunk longer than it says") << kChunkedHead + "1\r\nabc" << 400 << malformed;
    QTest::newRow("a trailer") << kChunkedHead + "1\r\na\r\n0\r\nGET /smuggled HTTP/1.1\r\n\r\n" << 400 << malformed;
    const auto headers = RefusalCause::HeadersTooLarge;
    const QByteArray field = "A: " + QByteArray(200, 'a') + "\r\n";
    QTest::newRow("a header section without end") << get + field.repeated(90) << 431 << headers;
    QTest::newRow("one line without end") << QByteArray(17 * 1024, 'G') << 431 << headers;
    const auto large = RefusalCause::BodyTooLarge;
    const QByteArray tooLong("Content-Length: 262145\r\n");
    const QByteArray chunk = "1000\r\n" + QByteArray(4096, 'a') + "\r\n";
    QTest::newRow("a length over the limit") << post(tooLong) << 413 << large;
    QTest::newRow("a length over the limit that waits for 100")
        << post(tooLong + "Expect: 100-continue\r\n") << 413 << large;
    QTest::newRow("a chunk over the limit") << kChunkedHead + "40001\r\n" << 413 << large;
    QTest::newRow("many chunks over the limit") << kChunkedHead + chunk.repeated(65) << 413 << large;
    QTest::newRow("tiny chunks over the buffer")
        << kChunkedHead + QByteArray("1\r\na\r\n").repeated(60'000) << 413 << large;
}

void TestGuardedServerRefusals::refusesAtOnceAndCloses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(RefusalCause, cause);
    RecordingServer recording(kBrisk);
    QSignalSpy refusals(&recording.server, &GuardedServer::requestRefused);
    RawHttpClient client(recording.port);
    client.send(bytes);
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(headerValue(reply->headers, "Connection"), QByteArray("close"));
    const auto error = QJsonDocument::fromJson(reply->body).object().value(QStringLiteral("error")).toObject();
    QCOMPARE(error.value(QStringLiteral("code")).toInt(), status);
    QVERIFY(!error.value(QStringLiteral("message")).toString().isEmpty());
    QVERIFY(!error.value(QStringLiteral("status")).toString().isEmpty());
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.rest(), QByteArray());
    QCOMPARE(recording.requests.size(), 0);
    QCOMPARE(refusals.size(), 1);
    QVERIFY(refusals.first().at(0).value<RefusalCause>() == cause);
    QCOMPARE(refusals.first().at(1).toString(), QStringLiteral("127.0.0.1"));
    QTRY_COMPARE(recording.server.connectionCount(), 0);
}

void TestGuardedServerRefusals::refusesTheSecondRequestAfterAnsweringTheFirst()
{
    RecordingServer recording(kBrisk, Answers::WhenTold);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/good") + "GET / HTTP/1.1\r\nno colon\r\n\r\n"
                + RawHttpClient::request("GET", "/never"));
    QTRY_COMPARE(recording.tokens.size(), 1);
    recording.server.reply(recording.tokens.first(), {.body = "good"});
    const auto first = client.next();
    QVERIFY(first);
    QCOMPARE(first->body, QByteArray("good"));
    const auto second = client.next();
    QVERIFY(second);
    QCOMPARE(second->status, 400);
    QVERIFY(client.waitForEnd());
    QCOMPARE(recording.requests.size(), 1);
}

void TestGuardedServerRefusals::letsTheClientReadTheAnswerWhileItStillSends()
{
    RecordingServer recording;
    RawHttpClient client(recording.port);
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n" + QByteArray(4'000'000, 'a'));
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 413);
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    QVERIFY(client.waitForEnd());
}

void TestGuardedServerRefusals::appliesANewBodyLimitToTheNextRequest()
{
    RecordingServer recording(kBrisk);
    RawHttpClient client(recording.port);
    const QByteArray large(300 * 1024, 'a');
    recording.server.setBodyLimit(1024 * 1024);
    client.send(RawHttpClient::request("POST", "/", large));
    const auto accepted = client.next();
    QVERIFY(accepted);
    QCOMPARE(accepted->body.size(), large.size() + 7);
    recording.server.setBodyLimit(64);
    client.send(RawHttpClient::request("POST", "/", large));
    const auto refused = client.next();
    QVERIFY(refused);
    QCOMPARE(refused->status, 413);
}

void TestGuardedServerRefusals::survivesMutatedRequests()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("read a request differently")));
    // A fixed generator: a failure can be repeated.
    QRandomGenerator random(20'240'601);
    const QByteArray original
        = RawHttpClient::request("POST", "/x", "0123456789") + kChunkedHead + "3\r\nabc\r\n0\r\n\r\n";
    RecordingServer recording(kBrisk);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = original;
        for (int change = 0; change < 3; ++change) {
            const auto at = random.bounded(int(bytes.size()));
            switch (random.bounded(3)) {
            case 0:
                bytes[at] = char(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, 1 + random.bounded(3));
                break;
            case 2:
                bytes.insert(at, random.bounded(2) != 0 ? "\r\n" : "0");
                break;
            }
        }
        RawHttpClient client(recording.port);
        const auto cut = random.bounded(int(bytes.size()));
        client.send(bytes.first(cut));
        QCoreApplication::processEvents();
        client.send(bytes.sliced(cut));
        QCoreApplication::processEvents();
        client.reset();
    }
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/alive"));
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("GET /alive "));
    for (const HttpRequest &request : std::as_const(recording.requests))
        QVERIFY(request.body.size() <= original.size() && !request.path.isEmpty());
    QTRY_COMPARE(recording.server.connectionCount(), 1);
}

QTEST_GUILESS_MAIN(TestGuardedServerRefusals)
#include "tst_guarded_server_refusals.moc"

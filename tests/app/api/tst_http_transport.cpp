// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http_transport.h"
#include "support/await.h"
#include "support/result_macros.h"
#include "support/scripted_server.h"

using namespace console;
using namespace std::chrono_literals;

namespace {
constexpr qsizetype kMiB = 1024 * 1024;
}

class TestHttpTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesStatusHeadersAndBody();
    void givesTheBodyOfEveryStatus_data();
    void givesTheBodyOfEveryStatus();
    void readsEightMebibytes();
    void cutsOffLongerAnswers_data();
    void cutsOffLongerAnswers();
    void followsNoRedirect();
    void keepsNoCookies();
    void endsAfterTheTimeLimit_data();
    void endsAfterTheTimeLimit();
    void tellsOfBrokenConnections_data();
    void tellsOfBrokenConnections();
    void sendsABodyOnceAndWhole_data();
    void sendsABodyOnceAndWhole();
    void endsCancelledWhenTheManagerGoes();
};

void TestHttpTransport::givesStatusHeadersAndBody()
{
    ScriptedServer server([](const SeenRequest &) {
        return ScriptedAnswer {200, "body", {{"X-Order", "1"}, {"Retry-After", "7"}}};
    });
    QNetworkAccessManager network;
    const auto answer = await(sendHttp(network, {"GET", server.url(QStringLiteral("/a?b=c"))}));
    VERIFY_OK(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, QByteArray("body"));
    QCOMPARE(headerValue(answer->headers, "retry-after"), QByteArray("7"));
    QCOMPARE(server.requests.first().target, QByteArray("/a?b=c"));
}

void TestHttpTransport::givesTheBodyOfEveryStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {201, 301, 307, 400, 401, 403, 404, 407, 410, 418, 429, 500, 501, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status;
}

void TestHttpTransport::givesTheBodyOfEveryStatus()
{
    QFETCH(int, status);
    ScriptedServer server([&](const SeenRequest &) {
        return ScriptedAnswer {status, "{\"why\":1}", {{"WWW-Authenticate", "Basic realm=\"R\""}}};
    });
    QNetworkAccessManager network;
    const auto answer = await(sendHttp(network, {"POST", server.url(QStringLiteral("/")), {}, "{}"}));
    VERIFY_OK(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, QByteArray("{\"why\":1}"));
    QCOMPARE(server.requests.size(), 1);
}

void TestHttpTransport::readsEightMebibytes()
{
    ScriptedServer server([](const SeenRequest &) { return ScriptedAnswer {200, QByteArray(8 * kMiB, 'x')}; });
    QNetworkAccessManager network;
    const auto answer = await(sendHttp(network, {"GET", server.url(QStringLiteral("/"))}));
    VERIFY_OK(answer);
    QCOMPARE(answer->body.size(), 8 * kMiB);
}

void TestHttpTransport::cutsOffLongerAnswers_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("isChunked");
    QTest::newRow("one byte more") << 8 * kMiB + 1 << false;
    QTest::newRow("twice as long") << 16 * kMiB << false;
    QTest::newRow("of unknown length") << 16 * kMiB << true;
}

void TestHttpTransport::cutsOffLongerAnswers()
{
    QFETCH(qsizetype, size);
    QFETCH(bool, isChunked);
    const QByteArray chunk = QByteArray::number(size, 16) + "\r\n" + QByteArray(size, 'x') + "\r\n0\r\n\r\n";
    ScriptedServer server([&](const SeenRequest &) {
        return isChunked ? ScriptedAnswer {200, chunk, {{"Transfer-Encoding", "chunked"}}}
                         : ScriptedAnswer {200, QByteArray(size, 'x')};
    });
    QNetworkAccessManager network;
    COMPARE_ERROR(await(sendHttp(network, {"GET", server.url(QStringLiteral("/"))})), Error::Kind::Malformed);
}

void TestHttpTransport::followsNoRedirect()
{
    ScriptedServer server([](const SeenRequest &) { return ScriptedAnswer {302, {}, {{"Location", "/elsewhere"}}}; });
    QNetworkAccessManager network;
    const auto answer = await(sendHttp(network, {"GET", server.url(QStringLiteral("/"))}));
    VERIFY_OK(answer);
    QCOMPARE(answer->status, 302);
    QCOMPARE(server.requests.size(), 1);
}

void TestHttpTransport::keepsNoCookies()
{
    ScriptedServer server([](const SeenRequest &) { return ScriptedAnswer {200, {}, {{"Set-Cookie", "a=b"}}}; });
    QNetworkAccessManager network;
    for (int i = 0; i < 2; ++i)
        VERIFY_OK(await(sendHttp(network, {"GET", server.url(QStringLiteral("/"))})));
    QVERIFY(headerValues(server.requests.at(1).headers, "Cookie").isEmpty());
}

void TestHttpTransport::endsAfterTheTimeLimit_data()
{
    QTest::addColumn<bool>("mustNotRepeat");
    QTest::newRow("a call that may be repeated") << false;
    QTest::newRow("a call that must not") << true;
}

void TestHttpTransport::endsAfterTheTimeLimit()
{
    QFETCH(bool, mustNotRepeat);
    ScriptedServer server([](const SeenRequest &) { return ScriptedAnswer {.way = ScriptedAnswer::Way::Hold}; });
    QNetworkAccessManager network;
    HttpCall call {"POST", server.url(QStringLiteral("/")), {}, "{}", "application/json", 100ms, mustNotRepeat};
    const auto answer = await(sendHttp(network, call));
    COMPARE_ERROR(answer, Error::Kind::Timeout);
    QVERIFY(answer.error().detail.contains(QLatin1String("127.0.0.1")));
}

void TestHttpTransport::tellsOfBrokenConnections_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("no answer") << int(ScriptedAnswer::Way::Close);
    QTest::newRow("half an answer") << int(ScriptedAnswer::Way::CutShort);
}

void TestHttpTransport::tellsOfBrokenConnections()
{
    QFETCH(int, way);
    ScriptedServer server(
        [&](const SeenRequest &) { return ScriptedAnswer {.body = "0123456789", .way = ScriptedAnswer::Way(way)}; });
    QNetworkAccessManager network;
    HttpCall call {"POST", server.url(QStringLiteral("/")), {}, "{}"};
    call.mustNotRepeat = true;
    COMPARE_ERROR(await(sendHttp(network, call)), Error::Kind::Network);
    QCOMPARE(server.requests.size(), 1);
}

void TestHttpTransport::sendsABodyOnceAndWhole_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {1, 16'384, 1'000'000})
        QTest::addRow("%lld bytes", qlonglong(size)) << size;
}

void TestHttpTransport::sendsABodyOnceAndWhole()
{
    QFETCH(qsizetype, size);
    ScriptedServer server([](const SeenRequest &) { return ScriptedAnswer {}; });
    QNetworkAccessManager network;
    HttpCall call {"POST", server.url(QStringLiteral("/")), {}, QByteArray(size, 'x')};
    call.mustNotRepeat = true;
    VERIFY_OK(await(sendHttp(network, call)));
    QCOMPARE(server.requests.size(), 1);
    QCOMPARE(server.requests.first().body, call.body);
}

void TestHttpTransport::endsCancelledWhenTheManagerGoes()
{
    ScriptedServer server([](const SeenRequest &) { return ScriptedAnswer {.way = ScriptedAnswer::Way::Hold}; });
    auto network = std::make_unique<QNetworkAccessManager>();
    const auto answer = sendHttp(*network, {"GET", server.url(QStringLiteral("/"))});
    QTRY_COMPARE(server.held(), 1);
    network.reset();
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.isCanceled() || !answer.result());
}

QTEST_GUILESS_MAIN(TestHttpTransport)
#include "tst_http_transport.moc"

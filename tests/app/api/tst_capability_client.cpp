// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apps_client.h"
#include "api/capability_client.h"
#include "api_fixture.h"
#include "support/fixture.h"

#include <QLibraryInfo>
#include <QVersionNumber>

using namespace console;
using namespace std::chrono_literals;

namespace {

using Registered = Expected<Registration, UnrepeatedFailure>;

CapabilityQuery queryAbout(int identities = 1)
{
    QList<ChannelIdentity> addresses;
    for (int i = 0; i < identities; ++i)
        addresses.append(*ChannelIdentity::make(QStringLiteral("RCS"), QString::number(46'700'000'000 + i)));
    return *CapabilityQuery::make(*RequestId::parse(QStringLiteral("R1")), *AppId::parse(QStringLiteral("A1")),
                                  addresses);
}

/// Whatever the API does, the POST arrives once.
class Asker : public ApiFixture
{
public:
    using ApiFixture::ApiFixture;
    Registered ask(int identities = 1) { return await(CapabilityClient(*session).query(queryAbout(identities))); }
    int posts() const { return server.count("POST", "/capability:query"); }
    /// Whatever would still be sent has been sent before this came back.
    void settle() { await(AppsClient(*session).list()); }
};

bool isQuery(const SeenRequest &request)
{
    return request.target.endsWith("/capability:query");
}

} // namespace

class TestCapabilityClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheQuery();
    void readsTheRegistration();
    void registersWhateverA200Says_data();
    void registersWhateverA200Says();
    void sendsOnceWhateverTheStatus_data();
    void sendsOnceWhateverTheStatus();
    void sendsAgainOnceAfterAnExpiredToken();
    void takesTheSecondExpiryAsFinal();
    void sendsNothingWithoutToken();
    void sendsNothingMoreWhenTheTokenCannotBeRenewed();
    void sendsOnceWhenTheConnectionEndsUnanswered();
    void sendsOnceWhenAReusedConnectionEndsUnanswered();
    void sendsOnceWhenTheConnectionEndsHalfway();
    void sendsOnceWhenTheAnswerIsCutShort();
    void sendsOnceWhenNobodyAnswers();
    void sendsAtMostOnceIntoAConnectionThatHasEnded();
    void sendsNothingWhenNobodyListens();
};

void TestCapabilityClient::sendsTheQuery()
{
    Asker api([](const SeenRequest &) { return ScriptedAnswer {200, "{}"}; });
    QVERIFY(api.ask());
    const auto request = api.apiRequest(0);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/v1/projects/P1/capability:query"));
    QCOMPARE(
        request.body,
        QByteArray(
            R"({"app_id":"A1","recipient":{"identified_by":{"channel_identities":[{"channel":"RCS","identity":"46700000000"}]}},"request_id":"R1"})"));
    QCOMPARE(headerValue(request.headers, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(headerValue(request.headers, "Content-Length").toLongLong(), request.body.size());
    QVERIFY(headerValues(request.headers, "Transfer-Encoding").isEmpty());
}

void TestCapabilityClient::readsTheRegistration()
{
    Asker api([](const SeenRequest &) { return ScriptedAnswer {200, fixture("api/capability-response.json")}; });
    const auto registered = api.ask();
    QVERIFY(registered);
    QCOMPARE(textOf(registered->requestId), QStringLiteral("01EQBF91XWP9PW1J8EWRYZ1GK2"));
}

void TestCapabilityClient::registersWhateverA200Says_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"{}", "not JSON", "[]", "{\"request_id\":5}", R"({"error":{"code":400}})"})
        QTest::newRow(body) << QByteArray(body);
    QTest::newRow("nothing") << QByteArray();
}

void TestCapabilityClient::registersWhateverA200Says()
{
    QFETCH(QByteArray, body);
    Asker api([&](const SeenRequest &) { return ScriptedAnswer {200, body}; });
    const auto registered = api.ask();
    QVERIFY(registered);
    QVERIFY(!registered->requestId);
    QCOMPARE(api.posts(), 1);
}

void TestCapabilityClient::sendsOnceWhateverTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    const auto row = [](int status, Error::Kind kind) { QTest::addRow("%d", status) << status << int(kind); };
    for (const int status : {201, 202, 302, 307, 400, 403, 501})
        row(status, Error::Kind::Rejected);
    row(401, Error::Kind::Unauthorized);
    row(404, Error::Kind::NotFound);
    row(429, Error::Kind::RateLimited);
    row(500, Error::Kind::ServerFault);
    row(503, Error::Kind::ServerFault);
}

void TestCapabilityClient::sendsOnceWhateverTheStatus()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    Asker api([&](const SeenRequest &request) {
        return isQuery(request)
            ? ScriptedAnswer {status, "words", {{"Retry-After", "0"}, {"Location", "/capability:query"}}}
            : ScriptedAnswer {};
    });
    const auto registered = api.ask();
    QVERIFY(!registered);
    QVERIFY(registered.error().wasSent);
    QCOMPARE(registered.error().error.kind, Error::Kind(kind));
    QCOMPARE(registered.error().error.httpStatus, std::optional(status));
    QCOMPARE(registered.error().error.vendorWords, QStringLiteral("words"));
    api.settle();
    QCOMPARE(api.posts(), 1);
}

void TestCapabilityClient::sendsAgainOnceAfterAnExpiredToken()
{
    Asker api([&](const SeenRequest &request) {
        return headerValue(request.headers, "Authorization") == "Bearer token-1" ? expired()
                                                                                 : ScriptedAnswer {200, "{}"};
    });
    QVERIFY(api.ask());
    QCOMPARE(api.posts(), 2);
    QCOMPARE(api.tokens(), 2);
    QCOMPARE(api.apiRequest(1).body, api.apiRequest(0).body);
}

void TestCapabilityClient::takesTheSecondExpiryAsFinal()
{
    Asker api([](const SeenRequest &) { return expired(); });
    const auto registered = api.ask();
    QVERIFY(!registered);
    QCOMPARE(registered.error().error.httpStatus, std::optional(401));
    QCOMPARE(api.posts(), 2);
    QCOMPARE(api.tokens(), 2);
}

void TestCapabilityClient::sendsNothingWithoutToken()
{
    Asker api([](const SeenRequest &) { return ScriptedAnswer {}; });
    api.tokenTrouble = ScriptedAnswer {401, R"({"error":"invalid_client"})"};
    const auto registered = api.ask();
    QVERIFY(!registered);
    QVERIFY(!registered.error().wasSent);
    QCOMPARE(registered.error().error.kind, Error::Kind::Unauthorized);
    QCOMPARE(api.apiRequests(), 0);
}

void TestCapabilityClient::sendsNothingMoreWhenTheTokenCannotBeRenewed()
{
    Asker api([&](const SeenRequest &) {
        api.tokenTrouble = ScriptedAnswer {401, "{}"};
        return expired();
    });
    const auto registered = api.ask();
    QVERIFY(!registered);
    QVERIFY(!registered.error().wasSent); // what was sent was refused unread
    QCOMPARE(api.posts(), 1);
}

void TestCapabilityClient::sendsOnceWhenTheConnectionEndsUnanswered()
{
    Asker api([](const SeenRequest &request) {
        return ScriptedAnswer {.way = isQuery(request) ? ScriptedAnswer::Way::Close : ScriptedAnswer::Way::Whole};
    });
    const auto registered = api.ask();
    QVERIFY(!registered);
    QVERIFY(registered.error().wasSent);
    QVERIFY(!registered.error().error.httpStatus);
    QCOMPARE(registered.error().error.kind, Error::Kind::Network);
    api.settle();
    QCOMPARE(api.posts(), 1);
}

void TestCapabilityClient::sendsOnceWhenAReusedConnectionEndsUnanswered()
{
    Asker api([](const SeenRequest &request) {
        return ScriptedAnswer {.way = isQuery(request) ? ScriptedAnswer::Way::Close : ScriptedAnswer::Way::Whole};
    });
    api.settle();
    const int connections = api.server.connections;
    const auto registered = api.ask();
    QVERIFY(!registered);
    QVERIFY(registered.error().wasSent);
    QVERIFY(!registered.error().error.httpStatus);
    const bool isReused = api.server.connections == connections;
    api.settle();
    QCOMPARE(api.posts(), 1);
    if (QLibraryInfo::version() < QVersionNumber(6, 5)) // later versions may open a connection for it
        QVERIFY(isReused);
}

void TestCapabilityClient::sendsOnceWhenTheConnectionEndsHalfway()
{
    Asker api([](const SeenRequest &) { return ScriptedAnswer {}; });
    api.settle();
    api.server.endAfterBytes = 64 * 1024;
    const auto registered = api.ask(20'000); // about one megabyte
    QVERIFY(!registered);
    QVERIFY(registered.error().wasSent);
    QVERIFY(!registered.error().error.httpStatus);
    api.server.endAfterBytes = -1;
    api.settle();
    QCOMPARE(api.server.ended, 1);
    QCOMPARE(api.posts(), 0);
}

void TestCapabilityClient::sendsOnceWhenTheAnswerIsCutShort()
{
    Asker api([](const SeenRequest &request) {
        return isQuery(request) ? ScriptedAnswer {.body = QByteArray(1000, ' '), .way = ScriptedAnswer::Way::CutShort}
                                : ScriptedAnswer {};
    });
    const auto registered = api.ask();
    QVERIFY(!registered);
    QVERIFY(registered.error().wasSent);
    QVERIFY(!registered.error().error.httpStatus);
    api.settle();
    QCOMPARE(api.posts(), 1);
}

void TestCapabilityClient::sendsOnceWhenNobodyAnswers()
{
    Asker api(
        [](const SeenRequest &request) {
            return ScriptedAnswer {.way = isQuery(request) ? ScriptedAnswer::Way::Hold : ScriptedAnswer::Way::Whole};
        },
        [](ApiSettings &settings) { settings.timeLimit = 200ms; });
    const auto registered = api.ask();
    QVERIFY(!registered);
    QVERIFY(registered.error().wasSent);
    QCOMPARE(registered.error().error.kind, Error::Kind::Timeout);
    QVERIFY(!registered.error().error.httpStatus);
    api.settle();
    QCOMPARE(api.posts(), 1);
}

void TestCapabilityClient::sendsAtMostOnceIntoAConnectionThatHasEnded()
{
    Asker api([](const SeenRequest &) { return ScriptedAnswer {200, "{}"}; });
    api.settle();
    for (auto *socket : api.server.findChildren<QTcpSocket *>())
        socket->abort(); // the client does not know yet
    const auto registered = api.ask();
    api.settle();
    QVERIFY(api.posts() <= 1);
    QCOMPARE(registered.has_value(), api.posts() == 1);
}

void TestCapabilityClient::sendsNothingWhenNobodyListens()
{
    Asker api([](const SeenRequest &) { return ScriptedAnswer {200, "{}"}; });
    api.settle();
    api.server.close();
    for (auto *socket : api.server.findChildren<QTcpSocket *>())
        socket->abort();
    const auto registered = api.ask();
    QVERIFY(!registered);
    QCOMPARE(registered.error().error.kind, Error::Kind::Network);
    QVERIFY(!registered.error().error.httpStatus);
    QCOMPARE(api.posts(), 0);
}

QTEST_GUILESS_MAIN(TestCapabilityClient)
#include "tst_capability_client.moc"

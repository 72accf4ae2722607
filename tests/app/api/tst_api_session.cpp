// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_fixture.h"

using namespace console;
using namespace std::chrono_literals;

namespace {
const ApiCall kList {"GET", QStringLiteral("/apps")};

ScriptedAnswer good()
{
    return {200, R"({"apps":[]})"};
}
} // namespace

/// Authentication and retries of idempotent calls.
class TestApiSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheToken();
    void oneTokenServesManyCalls();
    void sendsKeyAndSecretWithBasic();
    void renewsAnExpiredTokenAndRepeatsOnce_data();
    void renewsAnExpiredTokenAndRepeatsOnce();
    void takesASecondRefusalAsFinal();
    void takesOtherRefusalsAsFinal_data();
    void takesOtherRefusalsAsFinal();
    void neverRenewsWithBasic();
    void keepsAFreshTokenWhenALateRefusalComes();
    void triesAgain_data();
    void triesAgain();
    void triesNeverAgain_data();
    void triesNeverAgain();
    void givesUpAfterThreeRetries();
    void triesAgainAfterABrokenConnection_data();
    void triesAgainAfterABrokenConnection();
    void tellsWhenNoAnswerComes();
    void doesNotRepeatWhatTheTokenEndpointRefused();
    void endsCancelledWhenTheSessionGoes();
    void logsNoSecret();
};

void TestApiSession::sendsTheToken()
{
    ApiFixture api([](const SeenRequest &) { return good(); });
    const auto body = await(api.session->send(kList));
    VERIFY_OK(body);
    QCOMPARE(*body, QByteArray(R"({"apps":[]})"));
    QCOMPARE(api.server.requests.size(), 2);
    QCOMPARE(api.authorization(1), QByteArray("Bearer token-1"));
}

void TestApiSession::oneTokenServesManyCalls()
{
    ApiFixture api([](const SeenRequest &) { return good(); });
    QList<QFuture<Result<QByteArray>>> calls;
    for (int i = 0; i < 50; ++i)
        calls.append(api.session->send(kList));
    for (const auto &call : calls)
        VERIFY_OK(await(call));
    QCOMPARE(api.tokens(), 1);
    QCOMPARE(api.apiRequests(), 50);
}

void TestApiSession::sendsKeyAndSecretWithBasic()
{
    ApiFixture api([](const SeenRequest &) { return good(); },
                   [](ApiSettings &settings) { settings.authentication = ApiSettings::Authentication::Basic; });
    VERIFY_OK(await(api.session->send(kList)));
    QCOMPARE(api.server.requests.size(), 1);
    QCOMPARE(api.authorization(0), "Basic " + QByteArray("the-key-id:the-key-secret").toBase64());
}

void TestApiSession::renewsAnExpiredTokenAndRepeatsOnce_data()
{
    QTest::addColumn<QByteArray>("challenge");
    for (const char *challenge : {"Bearer error=\"expired\"", "token invalid: expired", "Bearer error=\"Expired\"",
                                  "Basic realm=\"Realm\", Bearer error=\"expired\""})
        QTest::newRow(challenge) << QByteArray(challenge);
}

void TestApiSession::renewsAnExpiredTokenAndRepeatsOnce()
{
    QFETCH(QByteArray, challenge);
    ApiFixture api([&](const SeenRequest &request) {
        const bool isOld = headerValue(request.headers, "Authorization") == "Bearer token-1";
        return isOld ? ScriptedAnswer {401, "{}", {{"www-authenticate", challenge}}} : good();
    });
    VERIFY_OK(await(api.session->send(kList)));
    QCOMPARE(api.tokens(), 2);
    QCOMPARE(api.apiRequests(), 2);
    QCOMPARE(headerValue(api.apiRequest(1).headers, "Authorization"), QByteArray("Bearer token-2"));
}

void TestApiSession::takesASecondRefusalAsFinal()
{
    ApiFixture api([](const SeenRequest &) { return expired(); });
    const auto body = await(api.session->send(kList));
    COMPARE_ERROR(body, Error::Kind::Unauthorized);
    QCOMPARE(body.error().httpStatus, std::optional(401));
    QCOMPARE(body.error().vendorWords, QStringLiteral("no (UNAUTHENTICATED)"));
    QCOMPARE(api.tokens(), 2);
    QCOMPARE(api.apiRequests(), 2);
}

void TestApiSession::takesOtherRefusalsAsFinal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no challenge") << 401 << QByteArray() << QByteArray("{}");
    QTest::newRow("an empty body") << 401 << QByteArray() << QByteArray();
    QTest::newRow("a made-up token") << 401 << QByteArray("Bearer error=\"invalid_token\"") << QByteArray("{}");
    QTest::newRow("a Basic challenge") << 401 << QByteArray("Basic realm=\"Realm\"") << QByteArray("{}");
    QTest::newRow("the word in the body only")
        << 401 << QByteArray("Bearer realm=\"x\"") << QByteArray(R"({"title":"Token expired"})");
    QTest::newRow("the word with another status") << 403 << QByteArray("Bearer error=\"expired\"") << QByteArray("{}");
}

void TestApiSession::takesOtherRefusalsAsFinal()
{
    QFETCH(int, status);
    QFETCH(QByteArray, challenge);
    QFETCH(QByteArray, body);
    ApiFixture api([&](const SeenRequest &) {
        return ScriptedAnswer {status, body,
                               challenge.isEmpty() ? HeaderList {} : HeaderList {{"WWW-Authenticate", challenge}}};
    });
    const auto answer = await(api.session->send(kList));
    COMPARE_ERROR(answer, status == 401 ? Error::Kind::Unauthorized : Error::Kind::Rejected);
    QCOMPARE(answer.error().httpStatus, std::optional(status));
    QCOMPARE(api.tokens(), 1);
    QCOMPARE(api.apiRequests(), 1);
}

void TestApiSession::neverRenewsWithBasic()
{
    ApiFixture api([](const SeenRequest &) { return expired(); },
                   [](ApiSettings &settings) { settings.authentication = ApiSettings::Authentication::Basic; });
    COMPARE_ERROR(await(api.session->send(kList)), Error::Kind::Unauthorized);
    QCOMPARE(api.server.requests.size(), 1);
}

void TestApiSession::keepsAFreshTokenWhenALateRefusalComes()
{
    ApiFixture api([](const SeenRequest &request) {
        const bool isOld = headerValue(request.headers, "Authorization") == "Bearer token-1";
        return isOld ? ScriptedAnswer {.way = ScriptedAnswer::Way::Hold} : good();
    });
    const auto early = api.session->send(kList);
    const auto late = api.session->send(kList);
    QTRY_COMPARE(api.server.held(), 2);
    api.server.answerHeld(expired());
    VERIFY_OK(await(early));
    QCOMPARE(api.tokens(), 2);
    api.server.answerHeld(expired());
    VERIFY_OK(await(late));
    QCOMPARE(api.tokens(), 2);
    QCOMPARE(headerValue(api.apiRequest(3).headers, "Authorization"), QByteArray("Bearer token-2"));
}

void TestApiSession::triesAgain_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestApiSession::triesAgain()
{
    QFETCH(int, status);
    ApiFixture api(
        [&](const SeenRequest &) {
            return api.apiRequests() <= 3 ? ScriptedAnswer {status, "{}", {{"Retry-After", "0"}}} : good();
        },
        [](ApiSettings &settings) { settings.backOffBase = 1h; }); // Retry-After goes before it
    VERIFY_OK(await(api.session->send(kList)));
    QCOMPARE(api.apiRequests(), 4);
    QCOMPARE(api.tokens(), 1);
}

void TestApiSession::triesNeverAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    for (const int status : {301, 302, 307, 400, 403, 405, 409, 501})
        QTest::addRow("%d", status) << status << int(Error::Kind::Rejected);
    QTest::newRow("404") << 404 << int(Error::Kind::NotFound);
    QTest::newRow("505") << 505 << int(Error::Kind::ServerFault);
}

void TestApiSession::triesNeverAgain()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    ApiFixture api([&](const SeenRequest &) {
        return ScriptedAnswer {status, "{}", {{"Retry-After", "0"}, {"Location", "/elsewhere"}}};
    });
    const auto answer = await(api.session->send(kList));
    COMPARE_ERROR(answer, Error::Kind(kind));
    QCOMPARE(answer.error().httpStatus, std::optional(status));
    QCOMPARE(api.apiRequests(), 1);
}

void TestApiSession::givesUpAfterThreeRetries()
{
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {503, "down", {{"Retry-After", "0"}}}; });
    const auto answer = await(api.session->send(kList));
    COMPARE_ERROR(answer, Error::Kind::ServerFault);
    QCOMPARE(answer.error().vendorWords, QStringLiteral("down"));
    QCOMPARE(answer.error().retryAfter, std::optional(0s));
    QCOMPARE(api.apiRequests(), 4);
}

void TestApiSession::triesAgainAfterABrokenConnection_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("half an answer") << int(ScriptedAnswer::Way::CutShort);
    QTest::newRow("no answer") << int(ScriptedAnswer::Way::Close);
}

void TestApiSession::triesAgainAfterABrokenConnection()
{
    QFETCH(int, way);
    ApiFixture api([&](const SeenRequest &) {
        return api.apiRequests() == 1 ? ScriptedAnswer {.body = R"({"apps":[]})", .way = ScriptedAnswer::Way(way)}
                                      : good();
    });
    VERIFY_OK(await(api.session->send(kList)));
    QCOMPARE(api.apiRequests(), 2);
}

void TestApiSession::tellsWhenNoAnswerComes()
{
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {.way = ScriptedAnswer::Way::Hold}; },
                   [](ApiSettings &settings) { settings.timeLimit = 50ms; });
    const auto answer = await(api.session->send(kList));
    COMPARE_ERROR(answer, Error::Kind::Timeout);
    QVERIFY(!answer.error().httpStatus);
    QCOMPARE(api.apiRequests(), 4);
}

void TestApiSession::doesNotRepeatWhatTheTokenEndpointRefused()
{
    ApiFixture api([](const SeenRequest &) { return good(); });
    api.tokenTrouble = ScriptedAnswer {503, "down"};
    COMPARE_ERROR(await(api.session->send(kList)), Error::Kind::ServerFault);
    QCOMPARE(api.tokens(), 4);
    QCOMPARE(api.apiRequests(), 0);
}

void TestApiSession::endsCancelledWhenTheSessionGoes()
{
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {.way = ScriptedAnswer::Way::Hold}; });
    const auto call = api.session->send(kList);
    QTRY_COMPARE(api.server.held(), 1);
    api.session.reset();
    QTRY_VERIFY(call.isFinished());
    QVERIFY(call.isCanceled());
}

void TestApiSession::logsNoSecret()
{
    ApiFixture api([](const SeenRequest &request) {
        return request.target.endsWith("/apps") ? expired() : ScriptedAnswer {403, "no"};
    });
    COMPARE_ERROR(await(api.session->send(kList)), Error::Kind::Unauthorized);
    COMPARE_ERROR(
        await(api.session->send({"POST", QStringLiteral("/webhooks"), {}, "{\"secret\":\"the-webhook-secret\"}"})),
        Error::Kind::Rejected);
    QVERIFY(api.log.text().contains(QLatin1String("/v1/projects/P1/webhooks")));
    for (const char *secret : {"the-key-secret", "token-1", "token-2", "the-webhook-secret", "Bearer", "Basic"})
        QVERIFY2(!api.log.text().contains(QLatin1String(secret)), qPrintable(api.log.text()));
}

QTEST_GUILESS_MAIN(TestApiSession)
#include "tst_api_session.moc"

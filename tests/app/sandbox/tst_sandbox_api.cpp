// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_client.h"
#include "support/result_macros.h"

using namespace console;
using namespace std::chrono_literals;

class TestSandboxApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuesATokenThatOpensTheApi();
    void refusesTokenRequests_data();
    void refusesTokenRequests();
    void tellsAnExpiredTokenFromAMadeUpOne();
    void acceptsTheAccessKeyItself();
    void refusesCallers_data();
    void refusesCallers();
    void answersUnknownPathsInTheVendorsEnvelope_data();
    void answersUnknownPathsInTheVendorsEnvelope();
    void answersAnotherProjectWith403();
    void answersMethodsThatAPathLacksWith501_data();
    void answersMethodsThatAPathLacksWith501();
    void listsAppsWithTheFirstOnThreeActiveChannels();
    void sendsChannelTokensAsTheVendorDoes();
    void getsOneApp();
    void hasNoRateLimitsUnlessTold();
    void limitsTheTokenEndpointToABurstOfThirty();
    void limitsTheProjectTo800Requests();
    void keepsGivenCredentials();
    void refusesAPortThatIsTaken();
};

void TestSandboxApi::issuesATokenThatOpensTheApi()
{
    SandboxClient client({.tokenLifetime = 1234s});
    const auto token = client.fetchToken();
    QCOMPARE(token.status, 200);
    QCOMPARE(token.json.value(QStringLiteral("expires_in")).toInt(), 1234);
    QCOMPARE(token.text("token_type").toLower(), QStringLiteral("bearer"));
    QCOMPARE(token.json.value(QStringLiteral("scope")), QJsonValue(QString()));
    QCOMPARE(token.text("access_token").split(QLatin1Char('.')).size(), 3);
    client.authorization = "Bearer " + token.text("access_token").toLatin1();
    QCOMPARE(client.get(QStringLiteral("apps")).status, 200);
    client.authorization = "bearer " + token.text("access_token").toLatin1();
    QCOMPARE(client.get(QStringLiteral("apps")).status, 200);
}

void TestSandboxApi::refusesTokenRequests_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const QByteArray good = "grant_type=client_credentials";
    const QByteArray type = "application/x-www-form-urlencoded";
    QTest::newRow("wrong secret") << QByteArray("wrong") << good << type << 401 << QStringLiteral("invalid_client");
    QTest::newRow("another grant") << QByteArray() << QByteArray("grant_type=password") << type << 400
                                   << QStringLiteral("unsupported_grant_type");
    QTest::newRow("no grant") << QByteArray() << QByteArray("a=b") << type << 400 << QStringLiteral("invalid_request");
    QTest::newRow("JSON") << QByteArray() << QByteArray("{}") << QByteArray("application/json") << 400
                          << QStringLiteral("invalid_request");
}

void TestSandboxApi::refusesTokenRequests()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, form);
    QFETCH(QByteArray, contentType);
    SandboxClient client;
    if (!secret.isEmpty())
        client.authorization = SandboxClient::basic(client.ready.keyId, QString::fromLatin1(secret));
    const auto answer = client.fetchToken(form, contentType);
    QTEST(answer.status, "status");
    QTEST(answer.text("error"), "error");
}

void TestSandboxApi::tellsAnExpiredTokenFromAMadeUpOne()
{
    SandboxClient client({.tokenLifetime = 60s});
    client.authorization = "Bearer " + client.fetchToken().text("access_token").toLatin1();
    client.clock.advance(59'999ms);
    QCOMPARE(client.get(QStringLiteral("apps")).status, 200);
    client.clock.advance(1ms);
    const auto expired = client.get(QStringLiteral("apps"));
    QCOMPARE(expired.status, 401);
    QVERIFY(expired.header("WWW-Authenticate").contains("expired"));
    QCOMPARE(expired.errorStatus(), QStringLiteral("UNAUTHENTICATED"));

    client.authorization.chop(3);
    client.authorization.append("abc");
    const auto madeUp = client.get(QStringLiteral("apps"));
    QCOMPARE(madeUp.status, 401);
    QVERIFY(!madeUp.header("WWW-Authenticate").contains("expired"));
}

void TestSandboxApi::acceptsTheAccessKeyItself()
{
    SandboxClient client;
    QVERIFY(client.authorization.startsWith("Basic "));
    QCOMPARE(client.get(QStringLiteral("apps")).status, 200);
}

void TestSandboxApi::refusesCallers_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("nobody") << QByteArray();
    QTest::newRow("a made-up token") << QByteArray("Bearer abc");
    QTest::newRow("a made-up JWT") << QByteArray("Bearer eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln");
    QTest::newRow("a wrong key") << SandboxClient::basic(QStringLiteral("id"), QStringLiteral("secret"));
    QTest::newRow("another scheme") << QByteArray("Digest abc");
}

void TestSandboxApi::refusesCallers()
{
    QFETCH(QByteArray, authorization);
    SandboxClient client;
    client.authorization = authorization;
    const auto answer = client.get(QStringLiteral("apps"));
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.json.value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toInt(), 401);
    QVERIFY(!answer.header("WWW-Authenticate").isEmpty());
    QVERIFY(!answer.header("WWW-Authenticate").contains("expired"));
}

void TestSandboxApi::answersUnknownPathsInTheVendorsEnvelope_data()
{
    QTest::addColumn<QString>("path");
    for (const auto *path : {"/", "/v1", "/v1/projects", "/v2/projects/p/apps", "messages:send", "apps/",
                             "contacts/a/b", "capability:ask", "apps/a/b/c"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestSandboxApi::answersUnknownPathsInTheVendorsEnvelope()
{
    QFETCH(QString, path);
    SandboxClient client;
    const auto answer = client.get(path);
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.errorStatus(), QStringLiteral("NOT_FOUND"));
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
}

void TestSandboxApi::answersAnotherProjectWith403()
{
    SandboxClient client;
    const auto answer = client.get(QStringLiteral("/v1/projects/11111111-2222-4333-8444-555555555555/apps"));
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.errorStatus(), QStringLiteral("UNAUTHORIZED"));
}

void TestSandboxApi::answersMethodsThatAPathLacksWith501_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::newRow("a webhook made below its app") << QByteArray("POST") << QStringLiteral("apps/%1/webhooks");
    QTest::newRow("apps cannot be made") << QByteArray("POST") << QStringLiteral("apps");
    QTest::newRow("webhooks of the project") << QByteArray("GET") << QStringLiteral("webhooks");
    QTest::newRow("a lookup cannot be read") << QByteArray("GET") << QStringLiteral("capability:query");
}

void TestSandboxApi::answersMethodsThatAPathLacksWith501()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    SandboxClient client;
    const auto full = path.contains(QLatin1String("%1")) ? path.arg(client.firstApp()) : path;
    const auto answer = client.call(method.constData(), full, method == "POST" ? QByteArray("{}") : QByteArray());
    QCOMPARE(answer.status, 501);
    QCOMPARE(answer.errorStatus(), QStringLiteral("UNIMPLEMENTED"));
}

void TestSandboxApi::listsAppsWithTheFirstOnThreeActiveChannels()
{
    SandboxClient client;
    const auto apps = client.get(QStringLiteral("apps")).list("apps");
    QVERIFY(apps.size() > 1);
    QStringList channels;
    for (const auto &entry : apps[0].toObject().value(QStringLiteral("channel_credentials")).toArray()) {
        channels += entry.toObject().value(QStringLiteral("channel")).toString();
        const auto state = entry.toObject().value(QStringLiteral("state")).toObject();
        QCOMPARE(state.value(QStringLiteral("status")).toString(), QStringLiteral("ACTIVE"));
    }
    QCOMPARE(channels, QStringList({QStringLiteral("RCS"), QStringLiteral("SMS"), QStringLiteral("WHATSAPP")}));
    QCOMPARE(apps[0].toObject().value(QStringLiteral("id")).toString(), client.firstApp());
}

void TestSandboxApi::sendsChannelTokensAsTheVendorDoes()
{
    SandboxClient client;
    const auto bytes = client.get(QStringLiteral("apps")).bytes;
    QVERIFY(bytes.contains("\"static_bearer\":{\"claimed_identity\":\""));
    QVERIFY(bytes.contains("\"callback_secret\":\""));
    QVERIFY(bytes.contains("\"status\":\"PENDING\""));
    QVERIFY(bytes.contains("\"status\":\"FAILING\""));
}

void TestSandboxApi::getsOneApp()
{
    SandboxClient client;
    const auto answer = client.get(QStringLiteral("apps/") + client.firstApp());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text("display_name"), client.ready.apps.constFirst().displayName);
    QCOMPARE(client.get(QStringLiteral("apps/01EB37KMH2M6SV18ASNS3G135H")).status, 404);
}

void TestSandboxApi::hasNoRateLimitsUnlessTold()
{
    SandboxClient client;
    for (int i = 0; i < 40; ++i)
        QCOMPARE(client.fetchToken().status, 200);
}

void TestSandboxApi::limitsTheTokenEndpointToABurstOfThirty()
{
    SandboxClient client({.rateLimits = true});
    for (int i = 0; i < 30; ++i)
        QCOMPARE(client.fetchToken().status, 200);
    const auto limited = client.fetchToken();
    QCOMPARE(limited.status, 429);
    QVERIFY(limited.header("Retry-After").isEmpty());
    client.clock.advance(100ms);
    QCOMPARE(client.fetchToken().status, 200);
    QCOMPARE(client.fetchToken().status, 429);
}

void TestSandboxApi::limitsTheProjectTo800Requests()
{
    SandboxClient client({.contacts = 1, .rateLimits = true});
    const auto path = QStringLiteral("webhooks/x");
    for (int i = 0; i < 800; ++i)
        QCOMPARE(client.get(path).status, 404);
    const auto limited = client.get(path);
    QCOMPARE(limited.status, 429);
    QCOMPARE(limited.errorStatus(), QStringLiteral("RESOURCE_EXHAUSTED"));
}

void TestSandboxApi::keepsGivenCredentials()
{
    SandboxClient client({.projectId = QStringLiteral("project-7"),
                          .keyId = QStringLiteral("key-7"),
                          .keySecret = Secret(QStringLiteral("secret-7"))});
    QCOMPARE(client.ready.projectId, QStringLiteral("project-7"));
    client.authorization = SandboxClient::basic(QStringLiteral("key-7"), QStringLiteral("secret-7"));
    QCOMPARE(client.get(QStringLiteral("/v1/projects/project-7/apps")).status, 200);
}

void TestSandboxApi::refusesAPortThatIsTaken()
{
    SandboxClient client;
    const auto port = quint16(QUrl(client.ready.apiBase).port());
    SandboxServer second({.listen = {.port = port}}, client.clock);
    COMPARE_ERROR(second.start(), Error::Kind::Busy);
}

QTEST_GUILESS_MAIN(TestSandboxApi)
#include "tst_sandbox_api.moc"

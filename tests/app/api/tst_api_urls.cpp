// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apps_client.h"
#include "api/contacts_client.h"
#include "api/webhooks_client.h"
#include "api_fixture.h"
#include "support/fixture.h"

using namespace console;

/// What each operation puts on the wire.
class TestApiUrls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheRegions();
    void aKeyGoesOnlyWhereTheBaseUrlPoints_data();
    void aKeyGoesOnlyWhereTheBaseUrlPoints();
    void encodesProjectIds_data();
    void encodesProjectIds();
    void keepsThePathOfTheBaseUrl_data();
    void keepsThePathOfTheBaseUrl();
    void asksForOneApp();
    void asksForPagesOfTwenty();
    void encodesIdentitiesInTheFilter_data();
    void encodesIdentitiesInTheFilter();
    void asksByExternalIdOnlyWithoutIdentity();
    void encodesIdsInPaths_data();
    void encodesIdsInPaths();
    void sendsJsonOnlyWithABody();
    void managesWebhooks();
    void readsAnAbsentWebhookAsNotFound();
};

void TestApiUrls::knowsTheRegions()
{
    QCOMPARE(regionBaseUrl(QStringLiteral("eu")), QUrl(QStringLiteral("https://eu.conversation.api.sinch.com")));
    QCOMPARE(globalTokenUrl(), QUrl(QStringLiteral("https://auth.sinch.com/oauth2/token")));
}

void TestApiUrls::aKeyGoesOnlyWhereTheBaseUrlPoints_data()
{
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("tokenUrl");
    const QString global = QStringLiteral("https://auth.sinch.com/oauth2/token");
    QTest::newRow("a region of the vendor") << QStringLiteral("https://us.conversation.api.sinch.com") << global;
    QTest::newRow("a sandbox") << QStringLiteral("http://127.0.0.1:4000")
                               << QStringLiteral("http://127.0.0.1:4000/oauth2/token");
    QTest::newRow("a proxy with a path") << QStringLiteral("https://proxy.test/sinch/")
                                         << QStringLiteral("https://proxy.test/sinch/oauth2/token");
    QTest::newRow("a host that only ends like the vendor's")
        << QStringLiteral("https://notsinch.com") << QStringLiteral("https://notsinch.com/oauth2/token");
    QTest::newRow("a host that only begins like the vendor's")
        << QStringLiteral("https://sinch.com.test") << QStringLiteral("https://sinch.com.test/oauth2/token");
}

void TestApiUrls::aKeyGoesOnlyWhereTheBaseUrlPoints()
{
    QFETCH(QString, baseUrl);
    QFETCH(QString, tokenUrl);
    QCOMPARE(tokenUrlBeside(QUrl(baseUrl)).toString(), tokenUrl);
}

void TestApiUrls::encodesProjectIds_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<QByteArray>("segment");
    QTest::newRow("a UUID") << QStringLiteral("11111111-2222-4333-8444-555555555555")
                            << QByteArray("11111111-2222-4333-8444-555555555555");
    QTest::newRow("a slash") << QStringLiteral("a/b") << QByteArray("a%2Fb");
    QTest::newRow("a space") << QStringLiteral("a b") << QByteArray("a%20b");
    QTest::newRow("a question mark") << QStringLiteral("a?b#c") << QByteArray("a%3Fb%23c");
    QTest::newRow("a per cent sign") << QStringLiteral("50%25") << QByteArray("50%2525");
    QTest::newRow("a letter with a ring") << QStringLiteral("å") << QByteArray("%C3%A5");
    QTest::newRow("a line end") << QStringLiteral("a\r\nb") << QByteArray("a%0D%0Ab");
}

void TestApiUrls::encodesProjectIds()
{
    QFETCH(QString, project);
    QFETCH(QByteArray, segment);
    ApiFixture api(
        [](const SeenRequest &) {
            return ScriptedAnswer {200, "{}"};
        },
        [&](ApiSettings &settings) { settings.projectId = *ProjectId::parse(project); });
    VERIFY_OK(await(AppsClient(*api.session).list()));
    QCOMPARE(api.apiRequest(0).target, "/v1/projects/" + segment + "/apps");
}

void TestApiUrls::keepsThePathOfTheBaseUrl_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("none") << QString() << QByteArray("/v1/projects/P1/apps");
    QTest::newRow("a slash") << QStringLiteral("/") << QByteArray("/v1/projects/P1/apps");
    QTest::newRow("a prefix") << QStringLiteral("/proxy") << QByteArray("/proxy/v1/projects/P1/apps");
    QTest::newRow("a prefix with a slash") << QStringLiteral("/proxy/") << QByteArray("/proxy/v1/projects/P1/apps");
    QTest::newRow("an encoded prefix") << QStringLiteral("/a%2Fb") << QByteArray("/a%2Fb/v1/projects/P1/apps");
}

void TestApiUrls::keepsThePathOfTheBaseUrl()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    ApiFixture api(
        [](const SeenRequest &) {
            return ScriptedAnswer {200, "{}"};
        },
        [&](ApiSettings &settings) { settings.baseUrl = QUrl(settings.baseUrl.toString() + path); });
    VERIFY_OK(await(AppsClient(*api.session).list()));
    QCOMPARE(api.apiRequest(0).target, target);
}

void TestApiUrls::asksForOneApp()
{
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {200, R"({"id":"A1"})"}; });
    const auto app = await(AppsClient(*api.session).get(*AppId::parse(QStringLiteral("A1"))));
    VERIFY_OK(app);
    QCOMPARE(api.apiRequest(0).target, QByteArray("/v1/projects/P1/apps/A1"));
}

void TestApiUrls::asksForPagesOfTwenty()
{
    ApiFixture api([](const SeenRequest &) {
        return ScriptedAnswer {200, R"({"contacts":[{"id":"C1"}],"next_page_token":"a+b/c="})"};
    });
    ContactsClient contacts(*api.session);
    const auto page = await(contacts.list({}, {}));
    VERIFY_OK(page);
    QCOMPARE(page->nextPageToken, QStringLiteral("a+b/c="));
    VERIFY_OK(await(contacts.list({}, page->nextPageToken)));
    QCOMPARE(api.apiRequest(0).target, QByteArray("/v1/projects/P1/contacts?page_size=20"));
    QCOMPARE(api.apiRequest(1).target, QByteArray("/v1/projects/P1/contacts?page_size=20&page_token=a%2Bb%2Fc%3D"));
}

void TestApiUrls::encodesIdentitiesInTheFilter_data()
{
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("+46701") << QStringLiteral("+46701") << QByteArray("%2B46701");
    QTest::newRow("base64") << QStringLiteral("9KC0p+pi4zPGDO99ACDxoQ==")
                            << QByteArray("9KC0p%2Bpi4zPGDO99ACDxoQ%3D%3D");
    QTest::newRow("separators") << QStringLiteral("a&b=c;d") << QByteArray("a%26b%3Dc%3Bd");
    QTest::newRow("per cent") << QStringLiteral("50%2B") << QByteArray("50%252B");
    QTest::newRow("a space and a hash") << QStringLiteral("a b#c") << QByteArray("a%20b%23c");
    QTest::newRow("a letter with a ring") << QStringLiteral("å") << QByteArray("%C3%A5");
}

void TestApiUrls::encodesIdentitiesInTheFilter()
{
    QFETCH(QString, identity);
    QFETCH(QByteArray, encoded);
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {200, "{}"}; });
    const ContactFilter filter {*ChannelIdentity::make(QStringLiteral("SMS"), identity), QStringLiteral("is left out")};
    VERIFY_OK(await(ContactsClient(*api.session).list(filter, {})));
    QCOMPARE(api.apiRequest(0).target, "/v1/projects/P1/contacts?page_size=20&channel=SMS&identity=" + encoded);
}

void TestApiUrls::asksByExternalIdOnlyWithoutIdentity()
{
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {200, "{}"}; });
    VERIFY_OK(await(ContactsClient(*api.session).list({{}, QStringLiteral("crm+1")}, {})));
    QCOMPARE(api.apiRequest(0).target, QByteArray("/v1/projects/P1/contacts?page_size=20&external_id=crm%2B1"));
}

void TestApiUrls::encodesIdsInPaths_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("segment");
    QTest::newRow("a ULID") << QStringLiteral("01EKA07N79THJ20ZSN6AS30TMW") << QByteArray("01EKA07N79THJ20ZSN6AS30TMW");
    QTest::newRow("a path of its own") << QStringLiteral("../apps?x=1") << QByteArray("..%2Fapps%3Fx%3D1");
    QTest::newRow("another method") << QStringLiteral("C1:merge") << QByteArray("C1%3Amerge");
}

void TestApiUrls::encodesIdsInPaths()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, segment);
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {200, fixture("api/contact.json")}; });
    VERIFY_OK(await(ContactsClient(*api.session).get(*ContactId::parse(id))));
    QCOMPARE(api.apiRequest(0).target, "/v1/projects/P1/contacts/" + segment);
}

void TestApiUrls::sendsJsonOnlyWithABody()
{
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {200, "{}"}; });
    VERIFY_OK(await(api.session->send({"GET", QStringLiteral("/apps")})));
    VERIFY_OK(await(api.session->send({"PATCH", QStringLiteral("/webhooks/W1"), {}, "{}"})));
    QVERIFY(headerValues(api.apiRequest(0).headers, "Content-Type").isEmpty());
    QCOMPARE(headerValues(api.apiRequest(1).headers, "Content-Type"), QList<QByteArray>({"application/json"}));
    QCOMPARE(headerValue(api.apiRequest(0).headers, "Accept"), QByteArray("application/json"));
    QVERIFY(headerValue(api.apiRequest(0).headers, "User-Agent").startsWith("capability-console/"));
}

void TestApiUrls::managesWebhooks()
{
    ApiFixture api([](const SeenRequest &request) {
        return ScriptedAnswer {200,
                               request.method == "DELETE" ? QByteArray("{}") : fixture("api/webhook-response.json")};
    });
    WebhooksClient webhooks(*api.session);
    const auto app = *AppId::parse(QStringLiteral("A1"));
    const auto id = *WebhookId::parse(QStringLiteral("W1"));
    VERIFY_OK(await(webhooks.list(app)));
    VERIFY_OK(await(webhooks.create(
        {app, QStringLiteral("https://a.test"), {QStringLiteral("CAPABILITY")}, Secret(QStringLiteral("s"))})));
    VERIFY_OK(
        await(webhooks.update(id, {{}, QStringList {QStringLiteral("CAPABILITY")}, Secret(QStringLiteral("s"))})));
    VERIFY_OK(await(webhooks.remove(id)));
    const auto line = [&](int n) { return api.apiRequest(n).method + ' ' + api.apiRequest(n).target; };
    QCOMPARE(line(0), QByteArray("GET /v1/projects/P1/apps/A1/webhooks"));
    QCOMPARE(line(1), QByteArray("POST /v1/projects/P1/webhooks"));
    QCOMPARE(line(2), QByteArray("PATCH /v1/projects/P1/webhooks/W1?update_mask=secret,triggers"));
    QCOMPARE(line(3), QByteArray("DELETE /v1/projects/P1/webhooks/W1"));
    QVERIFY(!api.log.text().contains(QLatin1String("placeholder-secret")));
}

void TestApiUrls::readsAnAbsentWebhookAsNotFound()
{
    ApiFixture api([](const SeenRequest &) { return ScriptedAnswer {404, fixture("api/error-404.json")}; });
    COMPARE_ERROR(await(WebhooksClient(*api.session).remove(*WebhookId::parse(QStringLiteral("W1")))),
                  Error::Kind::NotFound);
}

QTEST_GUILESS_MAIN(TestApiUrls)
#include "tst_api_urls.moc"

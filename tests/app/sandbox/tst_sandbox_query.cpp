// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_client.h"

using namespace console;

namespace {
const QString kQuery = QStringLiteral("capability:query");
}

class TestSandboxQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void echoesTheRegistration();
    void makesARequestIdWhenNoneIsSent();
    void takesAContactId();
    void takesAProjectIdThatIsEqual();
    void takesAnyIdentityOnAnyChannel_data();
    void takesAnyIdentityOnAnyChannel();
    void refusesQueries_data();
    void refusesQueries();
    void refusesAnotherContentType();
    void wantsAContactWhenTold();
    void answersByTheFirstSpecialEnding_data();
    void answersByTheFirstSpecialEnding();
    void doesNotTakeTheSameRequestIdAsTheSameQuery();
};

void TestSandboxQuery::echoesTheRegistration()
{
    SandboxClient client;
    auto body = client.queryBody({{QStringLiteral("WHATSAPP"), QStringLiteral("+46700000001")},
                                  {QStringLiteral("RCS"), QStringLiteral("46700000001")}});
    body.insert(QStringLiteral("request_id"), QStringLiteral("01EQBF91XWP9PW1J8EWRYZ1GK2"));
    const auto answer = client.post(kQuery, body);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json, body);
}

void TestSandboxQuery::makesARequestIdWhenNoneIsSent()
{
    SandboxClient client;
    const auto body = client.queryBody({{QStringLiteral("SMS"), QStringLiteral("46700000001")}});
    const auto first = client.post(kQuery, body).text("request_id");
    QCOMPARE(first.size(), 26);
    QVERIFY(client.post(kQuery, body).text("request_id") != first);
}

void TestSandboxQuery::takesAContactId()
{
    SandboxClient client;
    const auto contacts = client.get(QStringLiteral("contacts?page_size=1")).list("contacts");
    const QJsonObject recipient {{QStringLiteral("contact_id"), contacts[0].toObject().value(QStringLiteral("id"))}};
    const auto answer = client.post(
        kQuery, {{QStringLiteral("app_id"), client.firstApp()}, {QStringLiteral("recipient"), recipient}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json.value(QStringLiteral("recipient")).toObject(), recipient);
}

void TestSandboxQuery::takesAProjectIdThatIsEqual()
{
    SandboxClient client;
    auto body = client.queryBody({{QStringLiteral("SMS"), QStringLiteral("46700000001")}});
    body.insert(QStringLiteral("project_id"), client.ready.projectId);
    QCOMPARE(client.post(kQuery, body).status, 200);
    body.insert(QStringLiteral("project_id"), QStringLiteral("another"));
    QCOMPARE(client.post(kQuery, body).status, 400);
}

void TestSandboxQuery::takesAnyIdentityOnAnyChannel_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("identity");
    QTest::newRow("a phone number") << QStringLiteral("SMS") << QStringLiteral("46700000001");
    QTest::newRow("a channel that the app lacks") << QStringLiteral("APPLEBC") << QStringLiteral("urn:x:1");
    QTest::newRow("an opaque identity") << QStringLiteral("VIBER") << QStringLiteral("9KC0p+pi4zPGDO99ACDxoQ==");
    QTest::newRow("one character") << QStringLiteral("LINE") << QStringLiteral("7");
    QTest::newRow("no number at all") << QStringLiteral("RCS") << QStringLiteral("läsbar");
}

void TestSandboxQuery::takesAnyIdentityOnAnyChannel()
{
    QFETCH(QString, channel);
    QFETCH(QString, identity);
    SandboxClient client;
    QCOMPARE(client.query(channel, identity).status, 200);
}

void TestSandboxQuery::refusesQueries_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray sms = R"({"channel":"SMS","identity":"46700000001"})";
    const auto query = [](const QByteArray &recipient) { return R"({"app_id":"APP","recipient":)" + recipient + "}"; };
    const auto identities
        = [&](const QByteArray &list) { return query(R"({"identified_by":{"channel_identities":)" + list + "}}"); };
    const QByteArray known = "{\"identified_by\":{\"channel_identities\":[" + sms + "]}}";
    QTest::newRow("no app") << R"({"recipient":)" + known + "}" << 400;
    QTest::newRow("an app id that is no ULID") << R"({"app_id":"app","recipient":)" + known + "}" << 400;
    QTest::newRow("an app id that is no text") << R"({"app_id":7,"recipient":)" + known + "}" << 400;
    QTest::newRow("an unknown app") << R"({"app_id":"01EB37KMH2M6SV18ASNS3G135H","recipient":)" + known + "}" << 404;
    QTest::newRow("no recipient") << QByteArray(R"({"app_id":"APP"})") << 400;
    QTest::newRow("an empty recipient") << query("{}") << 400;
    QTest::newRow("a recipient that is a text") << query("\"46700000001\"") << 400;
    QTest::newRow("both recipients") << query("{\"contact_id\":\"x\",\"identified_by\":{\"channel_identities\":[" + sms
                                              + "]}}")
                                     << 400;
    QTest::newRow("an empty contact id") << query(R"({"contact_id":""})") << 400;
    QTest::newRow("an unknown contact") << query(R"({"contact_id":"01EKA07N79THJ20ZSN6AS30TMW"})") << 404;
    QTest::newRow("an empty list") << identities("[]") << 400;
    QTest::newRow("no list") << query(R"({"identified_by":{}})") << 400;
    QTest::newRow("a list of texts") << identities("[\"46700000001\"]") << 400;
    QTest::newRow("no channel") << identities(R"([{"identity":"46700000001"}])") << 400;
    QTest::newRow("no identity") << identities(R"([{"channel":"SMS"}])") << 400;
    QTest::newRow("an unknown channel") << identities(R"([{"channel":"PIGEON","identity":"1"}])") << 400;
    QTest::newRow("only a plus sign") << identities(R"([{"channel":"SMS","identity":"+"}])") << 400;
    QTest::newRow("a request id that is no text")
        << R"({"app_id":"APP","request_id":1,"recipient":)" + known + "}" << 400;
    QTest::newRow("not JSON") << QByteArray("app_id=APP") << 400;
    QTest::newRow("invalid UTF-8") << QByteArray("{\"app_id\":\"\xff\xfe\"}") << 400;
}

void TestSandboxQuery::refusesQueries()
{
    QFETCH(QByteArray, body);
    SandboxClient client;
    body.replace("APP", client.firstApp().toLatin1());
    const auto answer = client.call("POST", kQuery, body);
    QTEST(answer.status, "status");
    QVERIFY(!answer.errorStatus().isEmpty());
}

void TestSandboxQuery::refusesAnotherContentType()
{
    SandboxClient client;
    const auto body
        = QJsonDocument(client.queryBody({{QStringLiteral("SMS"), QStringLiteral("46700000001")}})).toJson();
    QCOMPARE(client.call("POST", kQuery, body, "text/plain").status, 400);
    QCOMPARE(client.call("POST", kQuery, body, "").status, 400);
    QCOMPARE(client.call("POST", kQuery, body, "Application/JSON; charset=utf-8").status, 200);
}

void TestSandboxQuery::wantsAContactWhenTold()
{
    SandboxClient client({.requireContact = true});
    const auto contacts = client.get(QStringLiteral("contacts?page_size=1")).list("contacts");
    const auto identities = contacts[0].toObject().value(QStringLiteral("channel_identities")).toArray();
    const auto known = identities[0].toObject().value(QStringLiteral("identity")).toString();
    QCOMPARE(client.query(QStringLiteral("RCS"), known).status, 200);
    QCOMPARE(client.query(QStringLiteral("RCS"), QStringLiteral("46700000099")).status, 404);
    QCOMPARE(client.query(QStringLiteral("LINE"), known).status, 404);
}

void TestSandboxQuery::answersByTheFirstSpecialEnding_data()
{
    QTest::addColumn<QStringList>("identities");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QStringList &identities, int status) {
        QTest::newRow(name) << identities << status;
    };
    row("58 is too many requests", {QStringLiteral("46700000058")}, 429);
    row("59 is a server fault", {QStringLiteral("46700000059")}, 500);
    row("an ordinary one before", {QStringLiteral("46700000001"), QStringLiteral("46700000058")}, 429);
    row("59 before 58", {QStringLiteral("46700000059"), QStringLiteral("46700000058")}, 500);
    row("68 before 58", {QStringLiteral("46700000068"), QStringLiteral("46700000058")}, 200);
}

void TestSandboxQuery::answersByTheFirstSpecialEnding()
{
    QFETCH(QStringList, identities);
    SandboxClient client;
    QList<QPair<QString, QString>> list;
    for (const auto &identity : identities)
        list.append({QStringLiteral("SMS"), identity});
    QTEST(client.post(kQuery, client.queryBody(list)).status, "status");
}

void TestSandboxQuery::doesNotTakeTheSameRequestIdAsTheSameQuery()
{
    SandboxClient client;
    auto body = client.queryBody({{QStringLiteral("SMS"), QStringLiteral("46700000001")}});
    body.insert(QStringLiteral("request_id"), QStringLiteral("mine"));
    QCOMPARE(client.post(kQuery, body).status, 200);
    QCOMPARE(client.post(kQuery, body).status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxQuery)
#include "tst_sandbox_query.moc"

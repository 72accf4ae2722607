// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_client.h"

using namespace console;

namespace {
QJsonObject parsed(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

QString identityOf(const QJsonValue &contact, int index = 0)
{
    const auto identities = contact.toObject().value(QStringLiteral("channel_identities")).toArray();
    return identities[index].toObject().value(QStringLiteral("identity")).toString();
}
} // namespace

class TestSandboxContacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesPagesOfTheAskedSize_data();
    void givesPagesOfTheAskedSize();
    void walksAllPagesWithoutLossOrRepetition();
    void keepsAPageTokenRightWhileContactsGo();
    void refusesListArguments_data();
    void refusesListArguments();
    void findsByIdentityAndByExternalId();
    void createsAContactWithDefaults();
    void refusesContacts_data();
    void refusesContacts();
    void changesWhatTheMaskNames();
    void changesWhatTheBodyNamesWithoutAMask();
    void refusesAMaskWithAnUnknownField();
    void deletesOnce();
    void mergesAContactIntoAnother();
    void refusesMerges_data();
    void refusesMerges();
    void listsIdentitiesThatTwoContactsHave();
    void namesTheProfileOnAMessenger();
};

void TestSandboxContacts::givesPagesOfTheAskedSize_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("size");
    QTest::newRow("ten by default") << QString() << 10;
    QTest::newRow("nought means the default") << QStringLiteral("?page_size=0") << 10;
    QTest::newRow("as asked") << QStringLiteral("?page_size=7") << 7;
    QTest::newRow("twenty at most") << QStringLiteral("?page_size=500") << 20;
    QTest::newRow("an empty token is the beginning") << QStringLiteral("?page_token=") << 10;
}

void TestSandboxContacts::givesPagesOfTheAskedSize()
{
    QFETCH(QString, arguments);
    SandboxClient client;
    const auto answer = client.get(QStringLiteral("contacts") + arguments);
    QCOMPARE(answer.status, 200);
    QTEST(int(answer.list("contacts").size()), "size");
    QVERIFY(!answer.text("next_page_token").isEmpty());
}

void TestSandboxContacts::walksAllPagesWithoutLossOrRepetition()
{
    SandboxClient client({.contacts = 45});
    QStringList ids;
    QString token;
    int pages = 0;
    do {
        const auto answer = client.get(QStringLiteral("contacts?page_size=20&page_token=") + token);
        for (const auto &contact : answer.list("contacts"))
            ids += contact.toObject().value(QStringLiteral("id")).toString();
        QVERIFY(answer.json.contains(QStringLiteral("next_page_token")));
        token = answer.text("next_page_token");
        QVERIFY(QRegularExpression(QStringLiteral("\\A[A-Za-z0-9_-]*\\z")).match(token).hasMatch());
        ++pages;
    } while (!token.isEmpty());
    QCOMPARE(pages, 3);
    QCOMPARE(ids.size(), 45);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 45);
}

void TestSandboxContacts::keepsAPageTokenRightWhileContactsGo()
{
    SandboxClient client;
    const auto first = client.get(QStringLiteral("contacts?page_size=5"));
    const auto path = QStringLiteral("contacts?page_size=1&page_token=") + first.text("next_page_token");
    const auto sixth = client.get(path).list("contacts");
    const auto lastOfFirst = first.list("contacts")[4].toObject().value(QStringLiteral("id")).toString();
    QCOMPARE(client.call("DELETE", QStringLiteral("contacts/") + lastOfFirst).status, 200);
    QCOMPARE(client.get(path).list("contacts"), sixth);
}

void TestSandboxContacts::refusesListArguments_data()
{
    QTest::addColumn<QString>("arguments");
    for (const auto *arguments : {"page_token=abc", "page_token=%20", "page_token=AAAAAAAAAAAAAAAAAAAA", "page_size=-1",
                                  "page_size=ten", "page_size=99999999999", "channel=SMS", "identity=46700000001",
                                  "channel=PIGEON&identity=1", "external_id=a&channel=SMS&identity=46700000001"})
        QTest::newRow(arguments) << QString::fromLatin1(arguments);
}

void TestSandboxContacts::refusesListArguments()
{
    QFETCH(QString, arguments);
    SandboxClient client;
    const auto answer = client.get(QStringLiteral("contacts?") + arguments);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorStatus(), QStringLiteral("INVALID_ARGUMENT"));
}

void TestSandboxContacts::findsByIdentityAndByExternalId()
{
    SandboxClient client;
    const QJsonValue first = client.get(QStringLiteral("contacts?page_size=1")).list("contacts")[0];
    const auto number = identityOf(first);
    for (const auto &filter :
         {QStringLiteral("channel=SMS&identity=") + number, QStringLiteral("channel=SMS&identity=%2B") + number,
          QStringLiteral("external_id=crm-0001")}) {
        const auto answer = client.get(QStringLiteral("contacts?") + filter);
        QCOMPARE(answer.list("contacts"), QJsonArray({first}));
        QCOMPARE(answer.text("next_page_token"), QString());
    }
    QVERIFY(client.get(QStringLiteral("contacts?channel=SMS&identity=1")).list("contacts").isEmpty());
    QVERIFY(client.get(QStringLiteral("contacts?channel=LINE&identity=") + number).list("contacts").isEmpty());
}

void TestSandboxContacts::createsAContactWithDefaults()
{
    SandboxClient client;
    const auto created = client.post(QStringLiteral("contacts"), parsed(R"({"channel_identities":
        [{"channel":"SMS","identity":"+46700000099"}],"language":"SV"})"));
    QCOMPARE(created.status, 200);
    QCOMPARE(created.text("display_name"), QStringLiteral("Unknown"));
    QCOMPARE(identityOf(created.json), QStringLiteral("46700000099"));
    QCOMPARE(created.text("id").size(), 26);
    QCOMPARE(client.get(QStringLiteral("contacts/") + created.text("id")).json, created.json);
    QCOMPARE(client.get(QStringLiteral("contacts?channel=SMS&identity=46700000099")).list("contacts").size(), 1);
}

void TestSandboxContacts::refusesContacts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    const auto row = [](const char *name, const char *body, const char *type = "application/json") {
        QTest::newRow(name) << QByteArray(body) << QByteArray(type);
    };
    row("no identities", R"({"language":"SV"})");
    row("an empty list", R"({"channel_identities":[],"language":"SV"})");
    row("no language", R"({"channel_identities":[{"channel":"SMS","identity":"1"}]})");
    row("no such language", R"({"channel_identities":[{"channel":"SMS","identity":"1"}],"language":"XX"})");
    row("no such channel", R"({"channel_identities":[{"channel":"PIGEON","identity":"1"}],"language":"SV"})");
    row("an empty identity", R"({"channel_identities":[{"channel":"SMS","identity":""}],"language":"SV"})");
    row("an app-scoped identity without app",
        R"({"channel_identities":[{"channel":"LINE","identity":"U1"}],"language":"SV"})");
    row("a number as name",
        R"({"channel_identities":[{"channel":"SMS","identity":"1"}],"language":"SV","display_name":7})");
    row("not JSON", "{");
    row("a list", "[]");
    row("another content type", R"({"channel_identities":[{"channel":"SMS","identity":"1"}],"language":"SV"})",
        "text/plain");
    row("no content type", R"({"channel_identities":[{"channel":"SMS","identity":"1"}],"language":"SV"})", "");
}

void TestSandboxContacts::refusesContacts()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    SandboxClient client;
    const auto answer = client.call("POST", QStringLiteral("contacts"), body, contentType);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorStatus(), QStringLiteral("INVALID_ARGUMENT"));
}

void TestSandboxContacts::changesWhatTheMaskNames()
{
    SandboxClient client;
    const auto before = client.get(QStringLiteral("contacts?page_size=1")).list("contacts")[0].toObject();
    const auto path = QStringLiteral("contacts/") + before.value(QStringLiteral("id")).toString();
    const auto changed = client.call("PATCH", path + QStringLiteral("?update_mask=display_name,external_id"),
                                     parsed(R"({"display_name":"Renamed","language":"DE"})"));
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.text("display_name"), QStringLiteral("Renamed"));
    QCOMPARE(changed.text("external_id"), QString()); // masked, but not in the body: cleared
    QCOMPARE(changed.text("language"), before.value(QStringLiteral("language")).toString());
    QCOMPARE(client.get(path).json, changed.json);
}

void TestSandboxContacts::changesWhatTheBodyNamesWithoutAMask()
{
    SandboxClient client;
    const auto before = client.get(QStringLiteral("contacts?page_size=1")).list("contacts")[0].toObject();
    const auto path = QStringLiteral("contacts/") + before.value(QStringLiteral("id")).toString();
    auto expected = before;
    expected.insert(QStringLiteral("email"), QStringLiteral("a@example.org"));
    const auto changed = client.call("PATCH", path, parsed(R"({"id":"other","email":"a@example.org"})"));
    QCOMPARE(changed.json, expected);
    QCOMPARE(client.call("PATCH", path, parsed(R"({"channel_identities":[]})")).status, 400);
    QCOMPARE(client.call("PATCH", QStringLiteral("contacts/none"), parsed("{}")).status, 404);
}

void TestSandboxContacts::refusesAMaskWithAnUnknownField()
{
    SandboxClient client;
    const auto first = client.get(QStringLiteral("contacts?page_size=1")).list("contacts")[0].toObject();
    const auto path = QStringLiteral("contacts/") + first.value(QStringLiteral("id")).toString();
    QCOMPARE(client.call("PATCH", path + QStringLiteral("?update_mask=id"), parsed("{}")).status, 400);
}

void TestSandboxContacts::deletesOnce()
{
    SandboxClient client;
    const auto first = client.get(QStringLiteral("contacts?page_size=1")).list("contacts")[0].toObject();
    const auto path = QStringLiteral("contacts/") + first.value(QStringLiteral("id")).toString();
    const auto deleted = client.call("DELETE", path);
    QCOMPARE(deleted.status, 200);
    QCOMPARE(deleted.bytes, QByteArray("{}"));
    QCOMPARE(client.call("DELETE", path).status, 404);
    QCOMPARE(client.get(path).status, 404);
}

void TestSandboxContacts::mergesAContactIntoAnother()
{
    SandboxClient client;
    const auto two = client.get(QStringLiteral("contacts?page_size=2")).list("contacts");
    const auto kept = two[0].toObject();
    const auto source = two[1].toObject();
    const auto sourceId = source.value(QStringLiteral("id")).toString();
    const auto merged
        = client.post(QStringLiteral("contacts/%1:merge").arg(kept.value(QStringLiteral("id")).toString()),
                      {{QStringLiteral("source_id"), sourceId}, {QStringLiteral("strategy"), QStringLiteral("MERGE")}});
    QCOMPARE(merged.status, 200);
    QCOMPARE(merged.text("display_name"), kept.value(QStringLiteral("display_name")).toString());
    const auto count = [](const QJsonObject &contact) {
        return contact.value(QStringLiteral("channel_identities")).toArray().size();
    };
    QCOMPARE(count(merged.json), count(kept) + count(source));
    QCOMPARE(client.get(QStringLiteral("contacts/") + sourceId).status, 404);
}

void TestSandboxContacts::refusesMerges_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no source") << QByteArray("{}") << 400;
    QTest::newRow("into itself") << QByteArray(R"({"source_id":"ITSELF"})") << 400;
    QTest::newRow("another strategy") << QByteArray(R"({"source_id":"x","strategy":"REPLACE"})") << 400;
    QTest::newRow("an unknown source") << QByteArray(R"({"source_id":"x"})") << 404;
}

void TestSandboxContacts::refusesMerges()
{
    QFETCH(QByteArray, body);
    SandboxClient client;
    const auto first = client.get(QStringLiteral("contacts?page_size=1")).list("contacts")[0].toObject();
    const auto id = first.value(QStringLiteral("id")).toString();
    body.replace("ITSELF", id.toLatin1());
    QTEST(client.call("POST", QStringLiteral("contacts/%1:merge").arg(id), body).status, "status");
}

void TestSandboxContacts::listsIdentitiesThatTwoContactsHave()
{
    SandboxClient client;
    const auto path = QStringLiteral("contacts:identityConflicts");
    QVERIFY(client.get(path).list("conflicts").isEmpty());
    const auto contact
        = parsed(R"({"channel_identities":[{"channel":"SMS","identity":"46700000099"}],"language":"SV"})");
    const auto a = client.post(QStringLiteral("contacts"), contact).text("id");
    const auto b = client.post(QStringLiteral("contacts"), contact).text("id");
    const auto conflicts = client.get(path).list("conflicts");
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts[0].toObject().value(QStringLiteral("contact_ids")).toArray(), QJsonArray({a, b}));
}

void TestSandboxContacts::namesTheProfileOnAMessenger()
{
    SandboxClient client;
    const auto created
        = client.post(QStringLiteral("contacts"),
                      QJsonDocument::fromJson(
                          QStringLiteral(R"({"channel_identities":[{"channel":"LINE","identity":"U1","app_id":"%1"}],
            "language":"JA","display_name":"Sato Yui"})")
                              .arg(client.firstApp())
                              .toUtf8())
                          .object());
    const auto ask = [&](const QString &channel) {
        return client.post(
            QStringLiteral("contacts:getChannelProfile"),
            {{QStringLiteral("app_id"), client.firstApp()},
             {QStringLiteral("channel"), channel},
             {QStringLiteral("recipient"), QJsonObject {{QStringLiteral("contact_id"), created.text("id")}}}});
    };
    QCOMPARE(ask(QStringLiteral("LINE")).text("profile_name"), QStringLiteral("Sato Yui"));
    QCOMPARE(ask(QStringLiteral("VIBER")).status, 404);
    QCOMPARE(ask(QStringLiteral("SMS")).status, 400);
}

QTEST_GUILESS_MAIN(TestSandboxContacts)
#include "tst_sandbox_contacts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "support/result_macros.h"
#include "support/text_rows.h"
#include "wire/webhook_codec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace console;

namespace {

WebhookDraft draft()
{
    return {*AppId::parse(QStringLiteral("01EB37KMH2M6SV18ASNS3G135H")),
            QStringLiteral("https://callbacks.example.test/sinch/capability"),
            {QStringLiteral("CAPABILITY")},
            Secret(QStringLiteral("placeholder-secret-0001"))};
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestWebhookCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAsTheVendorShowsIt();
    void sendsNoSecretWhenThereIsNone();
    void sendsTheClientThatTokensAreGotWith_data();
    void sendsTheClientThatTokensAreGotWith();
    void changesOnlyWhatItNames_data();
    void changesOnlyWhatItNames();
    void readsTheVendorsWebhookWithoutItsSecret();
    void knowsWebhooksWithoutSecret_data();
    void knowsWebhooksWithoutSecret();
    void readsAList();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
};

void TestWebhookCodec::createsAsTheVendorShowsIt()
{
    QCOMPARE(object(encodeWebhookDraft(draft())), object(fixture("api/webhook-create-request.json")));
}

void TestWebhookCodec::sendsNoSecretWhenThereIsNone()
{
    WebhookDraft unsigned_ = draft();
    unsigned_.secret = Secret();
    const auto sent = object(encodeWebhookDraft(unsigned_));
    QVERIFY(!sent.contains(QLatin1String("secret")));
    QCOMPARE(sent.value(QLatin1String("target_type")).toString(), QStringLiteral("HTTP"));
}

void TestWebhookCodec::sendsTheClientThatTokensAreGotWith_data()
{
    QTest::addColumn<CallbackClient::Credentials>("credentials");
    QTest::addColumn<QString>("type");
    QTest::newRow("in the header") << CallbackClient::Credentials::InHeader << QStringLiteral("BASIC");
    QTest::newRow("in the form") << CallbackClient::Credentials::InForm << QStringLiteral("FORM");
}

void TestWebhookCodec::sendsTheClientThatTokensAreGotWith()
{
    QFETCH(CallbackClient::Credentials, credentials);
    QFETCH(QString, type);
    WebhookDraft protectedOne = draft();
    const CallbackClient client {QStringLiteral("id"), Secret(QStringLiteral("HUSH")), credentials};
    protectedOne.client = client;
    const QJsonObject expected {
        {QStringLiteral("client_id"), QStringLiteral("id")},
        {QStringLiteral("client_secret"), QStringLiteral("HUSH")},
        {QStringLiteral("endpoint"), QStringLiteral("https://callbacks.example.test/sinch/capability/token")},
        {QStringLiteral("token_request_type"), type}};
    QCOMPARE(object(encodeWebhookDraft(protectedOne)).value(QLatin1String("client_credentials")).toObject(), expected);

    WebhookChange change;
    change.credentials = WebhookChange::Credentials {client, QStringLiteral("https://x/token")};
    QVERIFY(updateMask(change).contains(QLatin1String("client_credentials")));
    change.credentials = std::optional<WebhookChange::Credentials>();
    QCOMPARE(encodeWebhookChange(change), QByteArray(R"({"client_credentials":null})"));
    QVERIFY(!object(encodeWebhookDraft(draft())).contains(QLatin1String("client_credentials")));
}

void TestWebhookCodec::changesOnlyWhatItNames_data()
{
    QTest::addColumn<WebhookChange>("change");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("mask");
    const QStringList triggers {QStringLiteral("CAPABILITY")};
    QTest::newRow("nothing") << WebhookChange {} << QByteArray("{}") << QString();
    QTest::newRow("a target") << WebhookChange {QStringLiteral("https://a.test"), {}, {}}
                              << QByteArray(R"({"target":"https://a.test"})") << QStringLiteral("target");
    QTest::newRow("a secret") << WebhookChange {{}, {}, Secret(QStringLiteral("s"))} << QByteArray(R"({"secret":"s"})")
                              << QStringLiteral("secret");
    QTest::newRow("no secret any more") << WebhookChange {{}, {}, Secret()} << QByteArray(R"({"secret":""})")
                                        << QStringLiteral("secret");
    QTest::newRow("all") << WebhookChange {QStringLiteral("t"), triggers, Secret(QStringLiteral("s"))}
                         << QByteArray(R"({"secret":"s","target":"t","triggers":["CAPABILITY"]})")
                         << QStringLiteral("secret,target,triggers");
}

void TestWebhookCodec::changesOnlyWhatItNames()
{
    QFETCH(WebhookChange, change);
    QFETCH(QByteArray, body);
    QFETCH(QString, mask);
    QCOMPARE(encodeWebhookChange(change), body);
    QCOMPARE(updateMask(change).join(QLatin1Char(',')), mask);
}

void TestWebhookCodec::readsTheVendorsWebhookWithoutItsSecret()
{
    const auto webhook = decodeWebhook(fixture("api/webhook-response.json"));
    VERIFY_OK(webhook);
    const Webhook expected {*WebhookId::parse(QStringLiteral("01W4FFL35P4NC4K35WEBHOOK004")),
                            draft().appId,
                            draft().target,
                            QStringLiteral("HTTP"),
                            draft().triggers,
                            true};
    QCOMPARE(*webhook, expected);
}

void TestWebhookCodec::knowsWebhooksWithoutSecret_data()
{
    textRows({R"({"id":"W"})", R"({"id":"W","secret":""})", R"({"id":"W","secret":null})"});
}

void TestWebhookCodec::knowsWebhooksWithoutSecret()
{
    QFETCH(QByteArray, text);
    const auto webhook = decodeWebhook(text);
    VERIFY_OK(webhook);
    QVERIFY(!webhook->hasSecret);
    QVERIFY(!webhook->appId);
}

void TestWebhookCodec::readsAList()
{
    const auto webhooks
        = decodeWebhooks(R"({"webhooks":[null,{"target":"no id"},)" + fixture("api/webhook-response.json") + "]}");
    VERIFY_OK(webhooks);
    QCOMPARE(webhooks->size(), 1);
    const auto none = decodeWebhooks("{}");
    VERIFY_OK(none);
    QVERIFY(none->isEmpty());
}

void TestWebhookCodec::refusesWhatItCannotRead_data()
{
    textRows({"", "null", "[]", "<html></html>", R"({"webhooks":5})"});
}

void TestWebhookCodec::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, text);
    COMPARE_ERROR(decodeWebhooks(text), Error::Kind::Malformed);
    COMPARE_ERROR(decodeWebhook(text), Error::Kind::Malformed);
}

QTEST_GUILESS_MAIN(TestWebhookCodec)
#include "tst_webhook_codec.moc"

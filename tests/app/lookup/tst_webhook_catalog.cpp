// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/webhook_catalog.h"
#include "sandbox_connection.h"
#include "support/result_macros.h"

using namespace console;

namespace {

Webhook at(const char *id, const char *target)
{
    return {*WebhookId::parse(QLatin1String(id)), {},  QLatin1String(target), QStringLiteral("HTTP"),
            {QStringLiteral("CAPABILITY")},       true};
}

const OwnReceiver kOwn {QStringLiteral("https://now.test/callbacks/abc"),
                        QStringLiteral("/callbacks/abc"),
                        {{*WebhookId::parse(QStringLiteral("w9")), {}, {}, {}, {}}}};

} // namespace

class TestWebhookCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoseAWebhookIs_data();
    void tellsWhoseAWebhookIs();
    void putsOursFirstAndCountsWhatIsFree();
    void aConsoleWithoutAnAddressOwnsNothing();
    void readsThemFromTheApi();
    void tellsWhatTheApiSays();
    void onlyHttpWithTheTriggerBringsAnswers();
};

void TestWebhookCatalog::tellsWhoseAWebhookIs_data()
{
    using Owner = OwnedWebhook::Owner;
    QTest::addColumn<Webhook>("webhook");
    QTest::addColumn<Owner>("owner");
    QTest::newRow("our address") << at("w1", "https://now.test/callbacks/abc") << Owner::Ours;
    QTest::newRow("our path behind an earlier tunnel")
        << at("w2", "https://before.test/callbacks/abc") << Owner::OursElsewhere;
    QTest::newRow("our path behind a proxy's") << at("w3", "https://x.test/in/callbacks/abc") << Owner::OursElsewhere;
    QTest::newRow("an id that we remember") << at("w9", "https://x.test/hook") << Owner::OursElsewhere;
    QTest::newRow("our host with another path")
        << at("w4", "https://now.test/callbacks/abcd") << Owner::AnotherReceiver;
    QTest::newRow("our path as an argument") << at("w5", "https://x.test/?a=/callbacks/abc") << Owner::AnotherReceiver;
    QTest::newRow("no address at all") << at("w6", "") << Owner::AnotherReceiver;
}

void TestWebhookCatalog::tellsWhoseAWebhookIs()
{
    QFETCH(const Webhook, webhook);
    QFETCH(const OwnedWebhook::Owner, owner);
    QCOMPARE(sortedByOwner({webhook}, kOwn).webhooks.constFirst().owner, owner);
}

void TestWebhookCatalog::putsOursFirstAndCountsWhatIsFree()
{
    const auto sorted = sortedByOwner(
        {at("w1", "https://b.test"), at("w2", "https://a.test"), at("w3", "https://now.test/callbacks/abc")}, kOwn);
    QStringList ids;
    for (const auto &one : sorted.webhooks)
        ids += one.webhook.id.toString();
    QCOMPARE(ids, QStringList({QStringLiteral("w3"), QStringLiteral("w2"), QStringLiteral("w1")}));
    QCOMPARE(sorted.freePlaces(), 2);
    AppWebhooks crowded;
    crowded.webhooks.fill(sorted.webhooks.constFirst(), kWebhooksPerApp + 1);
    QCOMPARE(crowded.freePlaces(), 0);
}

void TestWebhookCatalog::aConsoleWithoutAnAddressOwnsNothing()
{
    QVERIFY(!sortedByOwner({at("w1", "")}, {}).webhooks.constFirst().isOurs());
    QVERIFY(!sortedByOwner({at("w1", "https://x.test/")}, {}).webhooks.constFirst().isOurs());
}

void TestWebhookCatalog::readsThemFromTheApi()
{
    SandboxConnection sandbox;
    for (const auto *target : {"https://now.test/callbacks/abc", "https://other.test/"}) {
        VERIFY_OK(await(sandbox.connection->webhooks().create(
            {sandbox.firstApp(), QLatin1String(target), {QStringLiteral("CAPABILITY")}, Secret(QStringLiteral("s"))})));
    }
    WebhookCatalog catalog;
    const auto listed = await(catalog.list(*sandbox.connection, sandbox.firstApp(), kOwn));
    VERIFY_OK(listed);
    QCOMPARE(listed->webhooks.size(), 2);
    QCOMPARE(listed->webhooks.at(0).owner, OwnedWebhook::Owner::Ours);
    QVERIFY(listed->webhooks.at(0).bringsAnswers());
    QVERIFY(!listed->webhooks.at(1).isOurs());
    QCOMPARE(listed->freePlaces(), 3);
}

void TestWebhookCatalog::tellsWhatTheApiSays()
{
    SandboxConnection sandbox;
    WebhookCatalog catalog;
    const auto unknown = *AppId::parse(QStringLiteral("another"));
    COMPARE_ERROR(await(catalog.list(*sandbox.connection, unknown, kOwn)), Error::Kind::NotFound);
}

void TestWebhookCatalog::onlyHttpWithTheTriggerBringsAnswers()
{
    OwnedWebhook one {at("w1", "https://x.test")};
    QVERIFY(one.bringsAnswers());
    one.webhook.targetType = QStringLiteral("DISMISS");
    QVERIFY(!one.bringsAnswers());
    one = {at("w1", "https://x.test")};
    one.webhook.triggers = {QStringLiteral("MESSAGE_INBOUND")};
    QVERIFY(!one.bringsAnswers());
}

QTEST_GUILESS_MAIN(TestWebhookCatalog)
#include "tst_webhook_catalog.moc"

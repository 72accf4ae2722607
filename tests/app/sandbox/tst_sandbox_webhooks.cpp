// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox_client.h"

using namespace console;

namespace {
QJsonObject webhook(const QString &appId, const QString &target = QStringLiteral("https://example.com/callbacks"))
{
    return {{QStringLiteral("app_id"), appId},
            {QStringLiteral("target"), target},
            {QStringLiteral("target_type"), QStringLiteral("HTTP")},
            {QStringLiteral("secret"), QStringLiteral("s3cret")},
            {QStringLiteral("triggers"), QJsonArray {QStringLiteral("CAPABILITY")}}};
}
const QString kWebhooks = QStringLiteral("webhooks");
} // namespace

class TestSandboxWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndReturnsTheSecret();
    void dismissesByDefault();
    void refusesWebhooks_data();
    void refusesWebhooks();
    void takesTargetsOf742Characters();
    void allowsATargetOnceAnApp();
    void allowsFiveWebhooksAnApp();
    void changesWhatTheBodyNamesWithoutAMask();
    void changesWhatTheMaskNames();
    void checksChangesLikeNewOnes();
    void keepsMembersThatItDoesNotUse();
    void deletesOnce();
};

void TestSandboxWebhooks::createsAndReturnsTheSecret()
{
    SandboxClient client;
    const auto created = client.post(kWebhooks, webhook(client.firstApp()));
    QCOMPARE(created.status, 200);
    QCOMPARE(created.text("secret"), QStringLiteral("s3cret"));
    QCOMPARE(created.text("id").size(), 26);
    QVERIFY(created.json.value(QStringLiteral("client_credentials")).isNull());
    QCOMPARE(client.get(QStringLiteral("webhooks/") + created.text("id")).json, created.json);
    const auto listed = client.get(QStringLiteral("apps/%1/webhooks").arg(client.firstApp()));
    QCOMPARE(listed.list("webhooks"), QJsonArray({created.json}));
    QVERIFY(client.get(QStringLiteral("apps/%1/webhooks").arg(client.ready.apps[1].id)).list("webhooks").isEmpty());
    QCOMPARE(client.get(QStringLiteral("apps/none/webhooks")).status, 404);
}

void TestSandboxWebhooks::dismissesByDefault()
{
    SandboxClient client;
    auto body = webhook(client.firstApp());
    body.remove(QStringLiteral("target_type"));
    QCOMPARE(client.post(kWebhooks, body).text("target_type"), QStringLiteral("DISMISS"));
}

void TestSandboxWebhooks::refusesWebhooks_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const char *member, const QJsonValue &value, int status = 400) {
        QTest::newRow(name) << QString::fromLatin1(member) << value << status;
    };
    row("no app", "app_id", QJsonValue(QJsonValue::Null));
    row("an app id that is no ULID", "app_id", QStringLiteral("app"));
    row("an unknown app", "app_id", QStringLiteral("01EB37KMH2M6SV18ASNS3G135H"), 404);
    row("no target", "target", QString());
    row("a target that is no URL", "target", QStringLiteral("callbacks"));
    row("a target with another scheme", "target", QStringLiteral("ftp://example.com/a"));
    row("a target without host", "target", QStringLiteral("http:///a"));
    row("a target with a space", "target", QStringLiteral("http://example.com/a b"));
    row("a target of 743 characters", "target",
        QStringLiteral("https://example.com/") + QString(723, QLatin1Char('a')));
    row("the API itself as target", "target", QStringLiteral("https://conversation-api.prod.sinch.com/x"));
    row("another target type", "target_type", QStringLiteral("GRPC"));
    row("a trigger twice", "triggers", QJsonArray {QStringLiteral("CAPABILITY"), QStringLiteral("CAPABILITY")});
    row("the unspecified trigger", "triggers", QJsonArray {QStringLiteral("UNSPECIFIED_TRIGGER")});
    row("an unknown trigger", "triggers", QJsonArray {QStringLiteral("WEATHER")});
    row("triggers that are no list", "triggers", QStringLiteral("CAPABILITY"));
    row("a secret that is no text", "secret", 7);
    row("credentials without endpoint", "client_credentials",
        QJsonObject {{QStringLiteral("client_id"), QStringLiteral("a")},
                     {QStringLiteral("client_secret"), QStringLiteral("b")}});
}

void TestSandboxWebhooks::refusesWebhooks()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    SandboxClient client;
    auto body = webhook(client.firstApp());
    body.insert(member, value);
    QTEST(client.post(kWebhooks, body).status, "status");
    QVERIFY(client.get(QStringLiteral("apps/%1/webhooks").arg(client.firstApp())).list("webhooks").isEmpty());
}

void TestSandboxWebhooks::takesTargetsOf742Characters()
{
    SandboxClient client;
    const auto target = QStringLiteral("https://example.com/") + QString(722, QLatin1Char('a'));
    QCOMPARE(client.post(kWebhooks, webhook(client.firstApp(), target)).text("target"), target);
}

void TestSandboxWebhooks::allowsATargetOnceAnApp()
{
    SandboxClient client;
    QCOMPARE(client.post(kWebhooks, webhook(client.firstApp())).status, 200);
    QCOMPARE(client.post(kWebhooks, webhook(client.firstApp())).status, 400);
    QCOMPARE(client.post(kWebhooks, webhook(client.ready.apps[1].id)).status, 200);
}

void TestSandboxWebhooks::allowsFiveWebhooksAnApp()
{
    SandboxClient client;
    const auto target = QStringLiteral("https://example.com/%1");
    for (int i = 0; i < 5; ++i)
        QCOMPARE(client.post(kWebhooks, webhook(client.firstApp(), target.arg(i))).status, 200);
    QCOMPARE(client.post(kWebhooks, webhook(client.firstApp(), target.arg(5))).status, 400);
    QCOMPARE(client.post(kWebhooks, webhook(client.ready.apps[1].id, target.arg(5))).status, 200);
}

void TestSandboxWebhooks::changesWhatTheBodyNamesWithoutAMask()
{
    SandboxClient client;
    const auto created = client.post(kWebhooks, webhook(client.firstApp()));
    auto expected = created.json;
    expected.insert(QStringLiteral("target"), QStringLiteral("https://example.com/new"));
    const auto changed
        = client.call("PATCH", QStringLiteral("webhooks/") + created.text("id"),
                      QJsonObject {{QStringLiteral("target"), QStringLiteral("https://example.com/new")}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json, expected);
}

void TestSandboxWebhooks::changesWhatTheMaskNames()
{
    SandboxClient client;
    const auto created = client.post(kWebhooks, webhook(client.firstApp()));
    const auto changed = client.call("PATCH", QStringLiteral("webhooks/%1?update_mask=secret").arg(created.text("id")),
                                     QJsonObject {{QStringLiteral("target"), QStringLiteral("https://example.com/new")},
                                                  {QStringLiteral("secret"), QStringLiteral("rotated")}});
    QCOMPARE(changed.text("secret"), QStringLiteral("rotated"));
    QCOMPARE(changed.text("target"), created.text("target"));
}

void TestSandboxWebhooks::checksChangesLikeNewOnes()
{
    SandboxClient client;
    QCOMPARE(client.post(kWebhooks, webhook(client.firstApp())).status, 200);
    const auto second = client.post(kWebhooks, webhook(client.firstApp(), QStringLiteral("https://example.com/2")));
    const auto path = QStringLiteral("webhooks/") + second.text("id");
    const auto patch = [&](const QJsonObject &body) { return client.call("PATCH", path, body).status; };
    QCOMPARE(patch({{QStringLiteral("target"), QStringLiteral("https://example.com/callbacks")}}), 400);
    QCOMPARE(patch({{QStringLiteral("target"), QStringLiteral("https://example.com/2")}}), 200);
    QCOMPARE(patch({{QStringLiteral("target"), QString()}}), 400);
    QCOMPARE(client.call("PATCH", QStringLiteral("webhooks/none"), QJsonObject()).status, 404);
}

void TestSandboxWebhooks::keepsMembersThatItDoesNotUse()
{
    SandboxClient client;
    auto body = webhook(client.firstApp());
    const QJsonObject routing {{QStringLiteral("fallback_behavior"), QStringLiteral("DEFAULT")}};
    const QJsonObject credentials {{QStringLiteral("client_id"), QStringLiteral("a")},
                                   {QStringLiteral("client_secret"), QStringLiteral("b")},
                                   {QStringLiteral("endpoint"), QStringLiteral("https://example.com/token")}};
    body.insert(QStringLiteral("routing_configuration"), routing);
    body.insert(QStringLiteral("client_credentials"), credentials);
    const auto created = client.post(kWebhooks, body);
    QCOMPARE(created.json.value(QStringLiteral("routing_configuration")).toObject(), routing);
    QCOMPARE(created.json.value(QStringLiteral("client_credentials")).toObject(), credentials);
}

void TestSandboxWebhooks::deletesOnce()
{
    SandboxClient client;
    const auto path = QStringLiteral("webhooks/") + client.post(kWebhooks, webhook(client.firstApp())).text("id");
    const auto deleted = client.call("DELETE", path);
    QCOMPARE(deleted.status, 200);
    QCOMPARE(deleted.bytes, QByteArray("{}"));
    QCOMPARE(client.call("DELETE", path).status, 404);
}

QTEST_GUILESS_MAIN(TestSandboxWebhooks)
#include "tst_sandbox_webhooks.moc"

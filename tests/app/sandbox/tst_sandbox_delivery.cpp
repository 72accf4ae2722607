// SPDX-License-Identifier: GPL-3.0-or-later
#include "callback_receiver.h"

#include <QElapsedTimer>
#include <QTcpServer>

using namespace console;

namespace {
constexpr double kFast = 2000; // 5 s become 2.5 ms
const QString kFull = QStringLiteral("46700000050");
const QString kLate = QStringLiteral("46700000063"); // the slowest answer: what came before it is there
const QString kSms = QStringLiteral("SMS");

/// A token endpoint of the owner of a webhook: t1, t2 …, each for a minute.
struct TokenSource
{
    TokenSource()
        : server({}, [this](const HttpRequest &request, ReplyToken token) {
            requests.append(request);
            const auto number = QByteArray::number(requests.size());
            if (failures-- > 0)
                server.reply(token, {.status = 503});
            else
                server.reply(token, {.body = R"({"access_token":"t)" + number + R"(","expires_in":60})"});
        })
    {
        if (const auto address = server.listen({}))
            url = QStringLiteral("http://%1/token").arg(address->toString());
    }
    void protect(SandboxClient &client, const CallbackReceiver &receiver, const QString &requestType)
    {
        const QJsonObject credentials {{QStringLiteral("client_id"), QStringLiteral("id")},
                                       {QStringLiteral("client_secret"), QStringLiteral("secret")},
                                       {QStringLiteral("endpoint"), url},
                                       {QStringLiteral("scope"), QStringLiteral("a b")},
                                       {QStringLiteral("token_request_type"), requestType}};
        const auto answer = client.call("PATCH", QStringLiteral("webhooks/") + receiver.webhookId,
                                        QJsonObject {{QStringLiteral("client_credentials"), credentials}});
        QCOMPARE(answer.status, 200);
    }

    QList<HttpRequest> requests;
    int failures = 0;
    GuardedServer server;
    QString url;
};
} // namespace

class TestSandboxDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retriesWhileTheReceiverFails();
    void retriesWhenNobodyListens();
    void doesNotRetryWhatIsRefused_data();
    void doesNotRetryWhatIsRefused();
    void signsARetryAnew();
    void sendsWithoutSignatureWhereThereIsNoSecret();
    void sendsToEveryWebhookOfTheAppThatWantsIt();
    void stopsRetryingForADeletedWebhook();
    void usesTheSecretOfTheHour();
    void survivesAReceiverThatHangs();
    void keepsTheRateOfCallbacksWhenTold();
    void getsATokenForAWebhookWithClientCredentials_data();
    void getsATokenForAWebhookWithClientCredentials();
    void waitsWhileTheTokenEndpointFails();
};

void TestSandboxDelivery::retriesWhileTheReceiverFails()
{
    SandboxClient client({.speed = kFast});
    CallbackReceiver receiver;
    receiver.statuses = {503, 429, 500, 502};
    receiver.registerAt(client, client.firstApp());
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 5);
    for (const auto &callback : std::as_const(receiver.callbacks))
        QCOMPARE(callback.request.body, receiver.callbacks.constFirst().request.body);
}

void TestSandboxDelivery::retriesWhenNobodyListens()
{
    SandboxClient client({.speed = 100});
    const auto address = [] {
        QTcpServer probe; // finds a port where nobody listens
        probe.listen(QHostAddress::LocalHost);
        return ListenAddress {.port = probe.serverPort()};
    }();
    client.post(QStringLiteral("webhooks"),
                {{QStringLiteral("app_id"), client.firstApp()},
                 {QStringLiteral("target"), QStringLiteral("http://%1/late").arg(address.toString())},
                 {QStringLiteral("target_type"), QStringLiteral("HTTP")},
                 {QStringLiteral("triggers"), QJsonArray {QStringLiteral("CAPABILITY")}}});
    CallbackReceiver witness;
    witness.registerAt(client, client.firstApp());
    client.query(kSms, kFull);
    QTRY_COMPARE(int(witness.callbacks.size()), 1); // so the first attempt at the other one has been made, too

    int late = 0;
    GuardedServer lateServer({}, [&](const HttpRequest &, ReplyToken token) {
        ++late;
        lateServer.reply(token, {});
    });
    QVERIFY(lateServer.listen(address).has_value());
    QTRY_COMPARE(late, 1);
}

void TestSandboxDelivery::doesNotRetryWhatIsRefused_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 204, 302, 400, 401, 404, 410})
        QTest::newRow(QByteArray::number(status).constData()) << status;
}

void TestSandboxDelivery::doesNotRetryWhatIsRefused()
{
    QFETCH(int, status);
    SandboxClient client({.speed = kFast});
    CallbackReceiver receiver;
    receiver.statuses = {status};
    receiver.registerAt(client, client.firstApp());
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 1);
    client.query(kSms, kLate);
    QTRY_COMPARE(int(receiver.callbacks.size()), 2);
    QCOMPARE(receiver.callbacks[1].member("identity"), kLate);
}

void TestSandboxDelivery::signsARetryAnew()
{
    SandboxClient client({.speed = kFast});
    CallbackReceiver receiver;
    receiver.statuses = {503};
    receiver.onCallback = [&] { client.clock.advance(std::chrono::seconds(5)); };
    receiver.registerAt(client, client.firstApp());
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 2);
    QCOMPARE(receiver.callbacks[1].timestamp(), receiver.callbacks[0].timestamp() + 5);
    QVERIFY(receiver.callbacks[1].nonce() != receiver.callbacks[0].nonce());
    QVERIFY(receiver.callbacks[1].isSignedWith(CallbackReceiver::kSecret));
}

void TestSandboxDelivery::sendsWithoutSignatureWhereThereIsNoSecret()
{
    SandboxClient client({.speed = kFast});
    CallbackReceiver receiver;
    receiver.registerAt(client, client.firstApp(), QString());
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 1);
    QVERIFY(receiver.callbacks[0].header("x-sinch-webhook-signature").isEmpty());
    QVERIFY(receiver.callbacks[0].nonce().isEmpty());
}

void TestSandboxDelivery::sendsToEveryWebhookOfTheAppThatWantsIt()
{
    SandboxClient client({.speed = kFast});
    CallbackReceiver first, second, ofAnotherApp, dismissed, otherTrigger;
    first.registerAt(client, client.firstApp());
    second.registerAt(client, client.firstApp());
    ofAnotherApp.registerAt(client, client.ready.apps[1].id);
    const auto patch = [&](const QString &id, const QJsonObject &body) {
        QCOMPARE(client.call("PATCH", QStringLiteral("webhooks/") + id, body).status, 200);
    };
    patch(dismissed.registerAt(client, client.firstApp()),
          {{QStringLiteral("target_type"), QStringLiteral("DISMISS")}});
    patch(otherTrigger.registerAt(client, client.firstApp()),
          {{QStringLiteral("triggers"), QJsonArray {QStringLiteral("OPT_IN")}}});
    client.query(kSms, kFull);
    client.query(kSms, kLate);
    QTRY_COMPARE(int(first.callbacks.size()), 2);
    QTRY_COMPARE(int(second.callbacks.size()), 2);
    QCOMPARE(int(ofAnotherApp.callbacks.size() + dismissed.callbacks.size() + otherTrigger.callbacks.size()), 0);
}

void TestSandboxDelivery::stopsRetryingForADeletedWebhook()
{
    SandboxClient client({.speed = 100}); // the first retry after 50 ms
    CallbackReceiver receiver;
    receiver.statuses = {503, 503, 503, 503, 503, 503};
    const auto id = receiver.registerAt(client, client.firstApp());
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 1);
    QCOMPARE(client.call("DELETE", QStringLiteral("webhooks/") + id).status, 200);
    CallbackReceiver other;
    other.registerAt(client, client.firstApp());
    client.query(kSms, kLate); // 450 ms
    QTRY_COMPARE(int(other.callbacks.size()), 1);
    QCOMPARE(int(receiver.callbacks.size()), 1);
}

void TestSandboxDelivery::usesTheSecretOfTheHour()
{
    SandboxClient client({.speed = 100});
    CallbackReceiver receiver;
    receiver.statuses = {503};
    const auto id = receiver.registerAt(client, client.firstApp());
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 1);
    client.call("PATCH", QStringLiteral("webhooks/") + id,
                QJsonObject {{QStringLiteral("secret"), QStringLiteral("new")}});
    QTRY_COMPARE(int(receiver.callbacks.size()), 2);
    QVERIFY(receiver.callbacks[1].isSignedWith("new"));
}

void TestSandboxDelivery::survivesAReceiverThatHangs()
{
    SandboxClient client({.speed = kFast});
    CallbackReceiver receiver;
    GuardedServer silent({}, [](const HttpRequest &, ReplyToken) {});
    const auto address = silent.listen({});
    QVERIFY(address.has_value());
    const auto url = QStringLiteral("http://") + address->toString() + QStringLiteral("/a");
    client.post(QStringLiteral("webhooks"),
                {{QStringLiteral("app_id"), client.firstApp()},
                 {QStringLiteral("target"), url},
                 {QStringLiteral("target_type"), QStringLiteral("HTTP")},
                 {QStringLiteral("triggers"), QJsonArray {QStringLiteral("CAPABILITY")}}});
    receiver.registerAt(client, client.firstApp());
    for (int i = 0; i < 20; ++i)
        client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 20);
    QTRY_COMPARE(silent.inFlightCount(), 6);
}

void TestSandboxDelivery::keepsTheRateOfCallbacksWhenTold()
{
    SandboxClient client({.speed = kFast, .rateLimits = true});
    CallbackReceiver receiver;
    receiver.registerAt(client, client.firstApp());
    QList<QPair<QString, QString>> identities;
    for (int i = 0; i < 6; ++i)
        identities.append({kSms, QStringLiteral("4670000%1050").arg(i)});
    QElapsedTimer timer;
    timer.start();
    client.post(QStringLiteral("capability:query"), client.queryBody(identities));
    QTRY_COMPARE(int(receiver.callbacks.size()), 6);
    QVERIFY(timer.elapsed() >= 190); // five gaps of 40 ms
}

void TestSandboxDelivery::getsATokenForAWebhookWithClientCredentials_data()
{
    QTest::addColumn<QString>("requestType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("in the header by default")
        << QString() << QByteArray("grant_type=client_credentials&scope=a%20b") << QByteArray("Basic aWQ6c2VjcmV0");
    QTest::newRow("in the form") << QStringLiteral(
        "FORM") << QByteArray("grant_type=client_credentials&scope=a%20b&client_id=id&client_secret=secret")
                                 << QByteArray();
}

void TestSandboxDelivery::getsATokenForAWebhookWithClientCredentials()
{
    QFETCH(QString, requestType);
    SandboxClient client({.speed = kFast});
    CallbackReceiver receiver;
    TokenSource tokens;
    receiver.registerAt(client, client.firstApp());
    tokens.protect(client, receiver, requestType);
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 1);
    QCOMPARE(receiver.callbacks[0].header("Authorization"), QByteArray("Bearer t1"));
    QTEST(tokens.requests[0].body, "body");
    QTEST(headerValue(tokens.requests[0].headers, "Authorization"), "authorization");

    client.query(kSms, kFull); // the token is kept …
    QTRY_COMPARE(int(receiver.callbacks.size()), 2);
    QCOMPARE(int(tokens.requests.size()), 1);
    client.clock.advance(std::chrono::seconds(60)); // … for as long as it lives
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 3);
    QCOMPARE(receiver.callbacks[2].header("Authorization"), QByteArray("Bearer t2"));
}

void TestSandboxDelivery::waitsWhileTheTokenEndpointFails()
{
    SandboxClient client({.speed = kFast});
    CallbackReceiver receiver;
    TokenSource tokens;
    tokens.failures = 2;
    receiver.registerAt(client, client.firstApp());
    tokens.protect(client, receiver, {});
    client.query(kSms, kFull);
    QTRY_COMPARE(int(receiver.callbacks.size()), 1);
    QCOMPARE(int(tokens.requests.size()), 3);
}

QTEST_GUILESS_MAIN(TestSandboxDelivery)
#include "tst_sandbox_delivery.moc"

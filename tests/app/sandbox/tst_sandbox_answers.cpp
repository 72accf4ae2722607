// SPDX-License-Identifier: GPL-3.0-or-later
#include "callback_receiver.h"

#include <QElapsedTimer>

using namespace console;
using namespace std::chrono_literals;

namespace {
/// A sandbox whose waits are thousandths, and a receiver that is registered at its first app.
struct Bench
{
    explicit Bench(SandboxOptions options = {})
        : client([&] {
            if (options.speed == 1)
                options.speed = 1000;
            return options;
        }())
    {
        receiver.registerAt(client, client.firstApp());
    }
    /// Asks about one identity and waits for so many callbacks, then a little longer for one too many.
    HttpAnswer ask(const QString &identity, int expected, const QString &channel = QStringLiteral("RCS"))
    {
        const auto answer = client.query(channel, identity);
        [this, expected] { QTRY_COMPARE_WITH_TIMEOUT(int(receiver.callbacks.size()), expected, 5000); }();
        return answer;
    }
    SeenCallback only() const { return receiver.callbacks.value(0); }

    SandboxClient client;
    CallbackReceiver receiver;
};
} // namespace

class TestSandboxAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheEnvelopeOfTheContract();
    void signsWithAllFourHeaders();
    void answersByEnding_data();
    void answersByEnding();
    void answersPartialWithCapabilities();
    void neverAnswersSixty();
    void answersSixtyOneTwiceWithTheSameBytes();
    void contradictsItselfAtSixtyTwo();
    void answersSixtyThreeLate();
    void signsSixtyFourWrongly();
    void signsSixtyFiveWithAStaleTimestamp();
    void answersSixtySixInTheShapeOf2020();
    void answersSixtySevenWithUnknownValues();
    void answersSixtyEightBeforeTheRegistration();
    void sendsSixtyNineAsSomethingThatIsNotJson();
    void answersNothingAfterARefusedQuery();
    void answersTheSameForASeed();
    void answersAContactOnceAChannel();
    void namesTheContactOfATypedIdentity();
    void answersOnAChannelThatTheAppLacks();
};

void TestSandboxAnswers::sendsTheEnvelopeOfTheContract()
{
    Bench bench;
    const auto registration = bench.ask(QStringLiteral("+46700000050"), 1, QStringLiteral("WHATSAPP"));
    const auto json = bench.only().json();
    QCOMPARE(json.value(QStringLiteral("app_id")).toString(), bench.client.firstApp());
    QCOMPARE(json.value(QStringLiteral("project_id")).toString(), bench.client.ready.projectId);
    QCOMPARE(json.value(QStringLiteral("message_metadata")), QJsonValue(QString()));
    QCOMPARE(json.value(QStringLiteral("correlation_id")), QJsonValue(QString()));
    const QRegularExpression time(QStringLiteral("\\A2026-09-21T[0-9:]{8}\\.([0-9]{3}){1,3}Z\\z"));
    QVERIFY(time.match(json.value(QStringLiteral("accepted_time")).toString()).hasMatch());
    QCOMPARE(bench.only().member("request_id"), registration.text("request_id"));
    QCOMPARE(bench.only().member("channel"), QStringLiteral("WHATSAPP"));
    QCOMPARE(bench.only().member("identity"), QStringLiteral("46700000050"));
    QCOMPARE(bench.only().member("capability_status"), QStringLiteral("CAPABILITY_FULL"));
    QCOMPARE(bench.only().request.method, QByteArray("POST"));
    QVERIFY(bench.only().header("Content-Type").startsWith("application/json"));
}

void TestSandboxAnswers::signsWithAllFourHeaders()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000050"), 1);
    QVERIFY(bench.only().isSignedWith(CallbackReceiver::kSecret));
    QCOMPARE(bench.only().timestamp(), toMilliseconds(bench.client.clock.now()) / 1000);
    QVERIFY(QRegularExpression(QStringLiteral("\\A[0-9A-HJKMNP-TV-Z]{26}\\z"))
                .match(QString::fromLatin1(bench.only().nonce()))
                .hasMatch());
}

void TestSandboxAnswers::answersByEnding_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *ending, const char *status, const char *reason = "") {
        QTest::newRow(ending) << QString::fromLatin1(ending) << QString::fromLatin1(status)
                              << QString::fromLatin1(reason);
    };
    row("50", "CAPABILITY_FULL");
    row("51", "CAPABILITY_PARTIAL");
    row("52", "NO_CAPABILITY", "RECIPIENT_NOT_REACHABLE");
    row("53", "CAPABILITY_UNKNOWN");
    row("54", "CAPABILITY_UNKNOWN", "CHANNEL_FAILURE");
    row("55", "NO_CAPABILITY", "CHANNEL_CONFIGURATION_MISSING");
    row("56", "CAPABILITY_UNKNOWN", "RATE_LIMITED");
    row("57", "NO_CAPABILITY", "RECIPIENT_NOT_OPTED_IN");
}

void TestSandboxAnswers::answersByEnding()
{
    QFETCH(QString, ending);
    Bench bench;
    bench.ask(QStringLiteral("467000000") + ending, 1);
    QTEST(bench.only().member("capability_status"), "status");
    QTEST(bench.only().reasonCode(), "reason");
}

void TestSandboxAnswers::answersPartialWithCapabilities()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000051"), 1);
    QVERIFY(bench.only()
                .notification()
                .value(QStringLiteral("channel_capabilities"))
                .toArray()
                .contains(QStringLiteral("RICHCARD_STANDALONE")));
}

void TestSandboxAnswers::neverAnswersSixty()
{
    Bench bench;
    bench.client.query(QStringLiteral("RCS"), QStringLiteral("46700000060"));
    bench.ask(QStringLiteral("46700000063"), 1); // the slowest of all: what comes before it would be here
    QCOMPARE(bench.only().member("identity"), QStringLiteral("46700000063"));
}

void TestSandboxAnswers::answersSixtyOneTwiceWithTheSameBytes()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000061"), 2);
    QCOMPARE(bench.receiver.callbacks[0].request.body, bench.receiver.callbacks[1].request.body);
    QVERIFY(bench.receiver.callbacks[0].nonce() != bench.receiver.callbacks[1].nonce());
    QVERIFY(bench.receiver.callbacks[1].isSignedWith(CallbackReceiver::kSecret));
}

void TestSandboxAnswers::contradictsItselfAtSixtyTwo()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000062"), 2);
    QCOMPARE(bench.receiver.callbacks[0].member("request_id"), bench.receiver.callbacks[1].member("request_id"));
    QVERIFY(bench.receiver.callbacks[0].member("capability_status")
            != bench.receiver.callbacks[1].member("capability_status"));
}

void TestSandboxAnswers::answersSixtyThreeLate()
{
    Bench bench({.speed = 500});
    QElapsedTimer timer;
    timer.start();
    bench.ask(QStringLiteral("46700000063"), 1);
    QVERIFY(timer.elapsed() >= 85); // 45 s ÷ 500, and what a coarse timer may be early
}

void TestSandboxAnswers::signsSixtyFourWrongly()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000064"), 1);
    QVERIFY(!bench.only().isSignedWith(CallbackReceiver::kSecret));
    QCOMPARE(QByteArray::fromBase64(bench.only().header("x-sinch-webhook-signature")).size(), 32);
    QCOMPARE(bench.only().timestamp(), toMilliseconds(bench.client.clock.now()) / 1000);
}

void TestSandboxAnswers::signsSixtyFiveWithAStaleTimestamp()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000065"), 1);
    QVERIFY(bench.only().isSignedWith(CallbackReceiver::kSecret));
    QVERIFY(bench.only().timestamp() < toMilliseconds(bench.client.clock.now()) / 1000 - 600);
}

void TestSandboxAnswers::answersSixtySixInTheShapeOf2020()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000066"), 1);
    const auto json = bench.only().json();
    QVERIFY(!json.contains(QStringLiteral("capability_notification")));
    QVERIFY(!json.contains(QStringLiteral("request_id")));
    QCOMPARE(json.value(QStringLiteral("identity")).toString(), QStringLiteral("46700000066"));
    QVERIFY(json.contains(QStringLiteral("capability_status")));
    QVERIFY(bench.only().isSignedWith(CallbackReceiver::kSecret));
}

void TestSandboxAnswers::answersSixtySevenWithUnknownValues()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000067"), 1);
    QCOMPARE(bench.only().member("capability_status"), QStringLiteral("CAPABILITY_EXPERIMENTAL"));
    QVERIFY(bench.only().notification().contains(QStringLiteral("device")));
    QVERIFY(bench.only().json().contains(QStringLiteral("delivery_hints")));
    QVERIFY(bench.only().notification().value(QStringLiteral("channel_capabilities")).toArray().size() > 0);
}

void TestSandboxAnswers::answersSixtyEightBeforeTheRegistration()
{
    Bench bench;
    bool isRegistered = false;
    bool wasRegisteredBefore = true;
    bench.receiver.onCallback = [&] { wasRegisteredBefore = isRegistered; };
    const auto body = QJsonDocument(bench.client.queryBody({{QStringLiteral("RCS"), QStringLiteral("46700000068")}}));
    auto *reply = bench.client.send("POST", QStringLiteral("capability:query"), body.toJson());
    connect(reply, &QNetworkReply::readyRead, this, [&] { isRegistered = true; });
    QCOMPARE(SandboxClient::answerOf(reply).status, 200);
    QCOMPARE(bench.receiver.callbacks.size(), 1);
    QVERIFY(!wasRegisteredBefore);
}

void TestSandboxAnswers::sendsSixtyNineAsSomethingThatIsNotJson()
{
    Bench bench;
    bench.ask(QStringLiteral("46700000069"), 1);
    QVERIFY(QJsonDocument::fromJson(bench.only().request.body).isNull());
    QVERIFY(bench.only().isSignedWith(CallbackReceiver::kSecret));
}

void TestSandboxAnswers::answersNothingAfterARefusedQuery()
{
    Bench bench;
    QCOMPARE(bench.client.query(QStringLiteral("RCS"), QStringLiteral("46700000058")).status, 429);
    QCOMPARE(bench.client.query(QStringLiteral("RCS"), QStringLiteral("46700000059")).status, 500);
    bench.ask(QStringLiteral("46700000063"), 1);
    QCOMPARE(bench.only().member("identity"), QStringLiteral("46700000063"));
}

void TestSandboxAnswers::answersTheSameForASeed()
{
    const auto answersOf = [](quint64 seed) {
        Bench bench({.seed = seed});
        QList<QPair<QString, QString>> identities;
        for (int i = 10; i < 40; ++i)
            identities.append({QStringLiteral("RCS"), QStringLiteral("467000000%1").arg(i)});
        bench.client.post(QStringLiteral("capability:query"), bench.client.queryBody(identities));
        [&] { QTRY_COMPARE(int(bench.receiver.callbacks.size()), 30); }();
        QMap<QString, QString> answers;
        for (const auto &callback : std::as_const(bench.receiver.callbacks))
            answers.insert(callback.member("identity"), callback.member("capability_status"));
        return answers;
    };
    const auto first = answersOf(7);
    QCOMPARE(answersOf(7), first);
    QVERIFY(answersOf(8) != first);
    const auto values = first.values();
    QVERIFY(QSet<QString>(values.begin(), values.end()).size() > 2); // a mixture
}

void TestSandboxAnswers::answersAContactOnceAChannel()
{
    Bench bench;
    const auto contacts = bench.client.get(QStringLiteral("contacts?page_size=1")).list("contacts");
    const auto id = contacts[0].toObject().value(QStringLiteral("id")).toString();
    bench.client.post(QStringLiteral("capability:query"),
                      {{QStringLiteral("app_id"), bench.client.firstApp()},
                       {QStringLiteral("recipient"), QJsonObject {{QStringLiteral("contact_id"), id}}}});
    QTRY_COMPARE(int(bench.receiver.callbacks.size()), 3);
    QStringList channels;
    for (const auto &callback : std::as_const(bench.receiver.callbacks)) {
        QCOMPARE(callback.member("contact_id"), id);
        channels += callback.member("channel");
    }
    channels.sort();
    QCOMPARE(channels, QStringList({QStringLiteral("RCS"), QStringLiteral("SMS"), QStringLiteral("WHATSAPP")}));
}

void TestSandboxAnswers::namesTheContactOfATypedIdentity()
{
    Bench bench;
    const auto contacts = bench.client.get(QStringLiteral("contacts?page_size=1")).list("contacts");
    const auto identities = contacts[0].toObject().value(QStringLiteral("channel_identities")).toArray();
    bench.ask(identities[0].toObject().value(QStringLiteral("identity")).toString(), 1);
    QCOMPARE(bench.only().member("contact_id"), contacts[0].toObject().value(QStringLiteral("id")).toString());
    bench.ask(QStringLiteral("46700000001"), 2);
    QCOMPARE(bench.receiver.callbacks[1].member("contact_id"), QString());
}

void TestSandboxAnswers::answersOnAChannelThatTheAppLacks()
{
    Bench bench;
    bench.ask(QStringLiteral("U4af4980650"), 1, QStringLiteral("LINE"));
    QCOMPARE(bench.only().member("capability_status"), QStringLiteral("CAPABILITY_FULL"));
}

QTEST_GUILESS_MAIN(TestSandboxAnswers)
#include "tst_sandbox_answers.moc"

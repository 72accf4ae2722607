// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "support/raw_http_client.h"
#include "support/scripted_server.h"
#include "support/signed_post.h"

using namespace console;

namespace {

/// A real API of our own making: token, no apps, and whatever the query is answered with.
class Api : public ScriptedServer
{
public:
    explicit Api(const ScriptedAnswer &toQuery)
        : ScriptedServer([toQuery](const SeenRequest &request) {
            if (request.target == "/token")
                return ScriptedAnswer {200, R"({"access_token":"HUSH-token","expires_in":3600})"};
            return request.target.endsWith("/capability:query") ? toQuery
                                                                : ScriptedAnswer {200, R"({"apps":[{"id":"A1"}]})"};
        })
    { }
    QStringList lookup(const QStringList &more) const
    {
        return QStringList {QStringLiteral("lookup"),
                            QStringLiteral("--api-base"),
                            url().toString(),
                            QStringLiteral("--token-url"),
                            url(QStringLiteral("/token")).toString(),
                            QStringLiteral("--project"),
                            QStringLiteral("P1"),
                            QStringLiteral("--app"),
                            QStringLiteral("A1"),
                            QStringLiteral("--json"),
                            QStringLiteral("--identity"),
                            QStringLiteral("RCS:46701234567")}
        + more;
    }
    int queries() const { return count("POST", "/capability:query"); }
};

Environment key()
{
    return {{QStringLiteral("CAPABILITY_KEY_ID"), QStringLiteral("k")},
            {QStringLiteral("CAPABILITY_KEY_SECRET"), QStringLiteral("HUSH-key")},
            {QStringLiteral("CAPABILITY_WEBHOOK_SECRET"), QLatin1String(kWebhookSecret)}};
}

QString stateOf(Program &program)
{
    return program.json().value(QLatin1String("lookup")).toObject().value(QLatin1String("state")).toString();
}

} // namespace

/// The exit codes of a lookup that does not simply succeed.
class TestCliOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithThreeWhenSomeStaySilent();
    void endsWithFourWhateverTheRefusal_data();
    void endsWithFourWhateverTheRefusal();
    void endsWithFiveWhenTheKeyIsRefused();
    void asksForNoContactWithoutToken();
    void endsWithFiveAfterAnUnknownOutcome();
    void endsWithNoughtWhenAnswersComeAfterAnUnknownOutcome();
    void waitsToTheEndWithoutKnowingWhatToExpect();
    void endsWithItsCodeSoFarOnASignal_data();
    void endsWithItsCodeSoFarOnASignal();
    void endsWithSixWhenThePortIsTaken();
    void endsWithSixWhenTheDatabaseCannotBeUsed();
    void showsNoControlCharactersOfTheApi();
};

void TestCliOutcomes::endsWithThreeWhenSomeStaySilent()
{
    Program lookup({QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--identity"),
                    QStringLiteral("RCS:46701234560"), QStringLiteral("--wait"), QStringLiteral("100ms"),
                    QStringLiteral("--json")});
    QCOMPARE(lookup.end(), 3);
    const QByteArray line = lookup.line();
    QVERIFY2(
        line.contains(
            R"("state":"timed_out","expected":1,"answered":0,"silent":[{"channel":"RCS","identity":"46701234560"}])"),
        line.constData());
}

void TestCliOutcomes::endsWithFourWhateverTheRefusal_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {201, 302, 400, 401, 403, 404, 429, 500, 501, 503})
        QTest::addRow("%d", status) << status;
}

void TestCliOutcomes::endsWithFourWhateverTheRefusal()
{
    QFETCH(int, status);
    Api api({status, R"({"error":{"message":"vendor words"}})"});
    Program lookup(api.lookup({}), key());
    QCOMPARE(lookup.end(), 4);
    QCOMPARE(api.queries(), 1);
    QCOMPARE(stateOf(lookup), QStringLiteral("failed"));
    const QByteArray errors = lookup.errors();
    QVERIFY2(errors.contains("vendor words"), errors.constData());
    QVERIFY2(errors.contains(QByteArray::number(status)), errors.constData());
    QVERIFY(!errors.contains("HUSH"));
}

void TestCliOutcomes::endsWithFiveWhenTheKeyIsRefused()
{
    SandboxProgram sandbox;
    Program lookup(
        sandbox.lookup({QStringLiteral("--identity"), QStringLiteral("RCS:46701234550"), QStringLiteral("--json")}),
        sandbox.environment(QStringLiteral("HUSH-wrong")));
    QCOMPARE(lookup.end(), 5);
    QCOMPARE(stateOf(lookup), QStringLiteral("failed"));
    QVERIFY(!lookup.errors().contains("HUSH"));
}

void TestCliOutcomes::asksForNoContactWithoutToken()
{
    ScriptedServer api([](const SeenRequest &) { return ScriptedAnswer {401, R"({"error":"invalid_client"})"}; });
    Program lookup({QStringLiteral("lookup"), QStringLiteral("--api-base"), api.url().toString(),
                    QStringLiteral("--token-url"), api.url(QStringLiteral("/token")).toString(),
                    QStringLiteral("--project"), QStringLiteral("P1"), QStringLiteral("--app"), QStringLiteral("A1"),
                    QStringLiteral("--contact"), QStringLiteral("C1")},
                   key());
    QCOMPARE(lookup.end(), 5);
    QCOMPARE(api.requests.size(),
             2); // one token for the app, one for the query: no third that would be refused as well
    QCOMPARE(api.count("POST", "/token"), 2);
    QVERIFY(!lookup.errors().contains("HUSH"));
}

void TestCliOutcomes::endsWithFiveAfterAnUnknownOutcome()
{
    Api api({.way = ScriptedAnswer::Way::Close});
    Program lookup(api.lookup({QStringLiteral("--wait"), QStringLiteral("200ms")}), key());
    QCOMPARE(lookup.end(), 5);
    QCOMPARE(stateOf(lookup), QStringLiteral("outcome_unknown"));
    QCOMPARE(api.queries(), 1);
}

void TestCliOutcomes::endsWithNoughtWhenAnswersComeAfterAnUnknownOutcome()
{
    Api api({.way = ScriptedAnswer::Way::Close});
    const quint16 port = freePort();
    Program lookup(api.lookup({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)}), key());
    QTRY_COMPARE_WITH_TIMEOUT(api.queries(), 1, 10'000);
    const auto query = QJsonDocument::fromJson(api.requests.last().body).object();
    const QByteArray request = query.value(QLatin1String("request_id")).toString().toLatin1();
    RawHttpClient vendor(port);
    vendor.send(signedPost("/callbacks", kWebhookSecret, callbackBody(request, "RCS", "46701234567")));
    const auto reply = vendor.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(lookup.end(), 0);
    QCOMPARE(lookup.json().value(QLatin1String("request_id")).toString().toLatin1(), request);
    QCOMPARE(stateOf(lookup), QStringLiteral("complete"));
    QCOMPARE(api.queries(), 1);
}

void TestCliOutcomes::waitsToTheEndWithoutKnowingWhatToExpect()
{
    Api api({200, "{}"});
    QStringList arguments = api.lookup({QStringLiteral("--wait"), QStringLiteral("300ms")});
    arguments.replaceInStrings(QStringLiteral("--identity"), QStringLiteral("--contact"));
    Program lookup(arguments, key());
    QCOMPARE(lookup.end(), 3);
    QVERIFY(lookup.line().contains(R"("state":"timed_out","expected":0,"answered":0,"silent":[])"));
}

void TestCliOutcomes::endsWithItsCodeSoFarOnASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("code");
    QTest::newRow("SIGTERM while it waits") << SIGTERM << int(ScriptedAnswer::Way::Whole) << 3;
    QTest::newRow("SIGINT while it waits") << SIGINT << int(ScriptedAnswer::Way::Whole) << 3;
    QTest::newRow("SIGTERM while it asks") << SIGTERM << int(ScriptedAnswer::Way::Hold) << 3;
}

void TestCliOutcomes::endsWithItsCodeSoFarOnASignal()
{
    QFETCH(int, signal);
    QFETCH(int, way);
    QFETCH(int, code);
    Api api({.way = ScriptedAnswer::Way(way)});
    Program lookup(api.lookup({}), key());
    QTRY_COMPARE_WITH_TIMEOUT(api.queries(), 1, 10'000);
    QCOMPARE(lookup.terminate(signal), code);
    QVERIFY(lookup.line().contains(R"("answered":0)"));
}

void TestCliOutcomes::endsWithSixWhenThePortIsTaken()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    Program lookup({QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--identity"),
                    QStringLiteral("RCS:46701234550"), QStringLiteral("--listen"),
                    QStringLiteral("127.0.0.1:%1").arg(taken.serverPort())});
    QCOMPARE(lookup.end(), 6);
    QVERIFY(lookup.errors().contains(QByteArray::number(taken.serverPort())));
    QCOMPARE(lookup.output(), QByteArray());
}

void TestCliOutcomes::endsWithSixWhenTheDatabaseCannotBeUsed()
{
    QTemporaryDir folder;
    QFile other(folder.filePath(QStringLiteral("other.sqlite")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("this is no database, and nobody may touch it");
    other.close();
    for (const QString &path : {other.fileName(), folder.path()}) {
        Program lookup({QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--identity"),
                        QStringLiteral("RCS:46701234550"), QStringLiteral("--database"), path});
        QCOMPARE(lookup.end(), 6);
        QVERIFY(!lookup.errors().isEmpty());
    }
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), QByteArray("this is no database, and nobody may touch it"));
}

void TestCliOutcomes::showsNoControlCharactersOfTheApi()
{
    Api api({400, R"({"error":{"message":"red \u001b[31malert\u202e"}})"});
    Program lookup(api.lookup({}), key());
    QCOMPARE(lookup.end(), 4);
    const QByteArray errors = lookup.errors();
    QVERIFY2(errors.contains("alert"), errors.constData());
    QVERIFY(!errors.contains('\x1b'));
    QVERIFY(!errors.contains("\xe2\x80\xae"));
}

QTEST_GUILESS_MAIN(TestCliOutcomes)
#include "tst_cli_outcomes.moc"

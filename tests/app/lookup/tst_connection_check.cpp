// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hmac.h"
#include "core/run_on.h"
#include "lookup/connection_check.h"
#include "sandbox_connection.h"
#include "support/log_capture.h"
#include "support/scripted_server.h"

#include <QSignalSpy>

using namespace console;

using Step = ConnectionCheck::Step;

namespace {

const Secret kSecret(QStringLiteral("HUSH-hook"));

/// What a check told, in order: "credentials started", "credentials passed" …
struct Told
{
    explicit Told(ConnectionCheck &check)
    {
        QObject::connect(&check, &ConnectionCheck::stepStarted, &check,
                         [this](Step step) { lines += name(step) + QStringLiteral(" started"); });
        QObject::connect(&check, &ConnectionCheck::stepPassed, &check, [this](Step step, const QString &detail) {
            lines += name(step) + QStringLiteral(" passed");
            details[int(step)] = detail;
        });
        QObject::connect(&check, &ConnectionCheck::stepFailed, &check, [this](Step step, const Error &failed) {
            lines += name(step) + QStringLiteral(" failed");
            error = failed;
        });
    }
    static QString name(Step step)
    {
        switch (step) {
        case Step::Credentials:
            return QStringLiteral("credentials");
        case Step::Apps:
            return QStringLiteral("apps");
        case Step::Callback:
            return QStringLiteral("callback");
        }
        return {};
    }

    QStringList lines;
    std::array<QString, 3> details;
    std::optional<Error> error;
};

} // namespace

class TestConnectionCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sandbox = std::make_unique<SandboxConnection>(); }
    void passesThreeNamedSteps();
    void leavesTheCallbackOutWhereNothingIsReceived();
    void endsAtTheStepThatFails_data();
    void endsAtTheStepThatFails();
    void believesNo200OfSomebodyElse();
    void signsAsTheVendorDoes();
    void anEarlierCheckIsDropped();
    void logsNoSecret();

private:
    ApiSettings settings() const { return m_sandbox->connection->settings(); }
    /// Runs a check to its end.
    Told run(const ApiSettings &settings, const ConnectionCheck::Receiver &receiver)
    {
        ConnectionCheck check(m_sandbox->network, m_sandbox->clock);
        Told told(check);
        QSignalSpy finished(&check, &ConnectionCheck::finished);
        check.start(settings, receiver);
        if (finished.isEmpty() && !finished.wait(10'000))
            qFatal("a check does not end");
        hasPassed = finished.first().first().toBool();
        return told;
    }

    std::unique_ptr<SandboxConnection> m_sandbox;
    bool hasPassed = false;
};

void TestConnectionCheck::passesThreeNamedSteps()
{
    ScriptedServer receiver([](const SeenRequest &) { return ScriptedAnswer {}; });
    QByteArray looked;
    const auto hasStored = [&](const QByteArray &id) {
        looked = id;
        return readyFuture(true);
    };
    const Told told = run(settings(), {receiver.url(QStringLiteral("/callbacks/x")), kSecret, {}, hasStored});
    QCOMPARE(told.lines,
             QStringList({QStringLiteral("credentials started"), QStringLiteral("credentials passed"),
                          QStringLiteral("apps started"), QStringLiteral("apps passed"),
                          QStringLiteral("callback started"), QStringLiteral("callback passed")}));
    QVERIFY(hasPassed);
    QVERIFY(told.details[1].contains(m_sandbox->ready.apps.constFirst().displayName));
    QCOMPARE(receiver.requests.size(), 1);
    QVERIFY(!looked.isEmpty());
    QVERIFY(receiver.requests.constFirst().body.contains(looked));
}

void TestConnectionCheck::leavesTheCallbackOutWhereNothingIsReceived()
{
    const Told told = run(settings(), {});
    QVERIFY(hasPassed);
    QCOMPARE(told.lines.constLast(), QStringLiteral("apps passed"));
}

void TestConnectionCheck::endsAtTheStepThatFails_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("last");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("a wrong key secret") << QStringLiteral("secret") << QStringLiteral("credentials failed")
                                        << Error::Kind::Unauthorized;
    QTest::newRow("somebody else's project")
        << QStringLiteral("project") << QStringLiteral("apps failed") << Error::Kind::Rejected;
    QTest::newRow("another region") << QStringLiteral("region") << QStringLiteral("apps failed")
                                    << Error::Kind::NotFound;
    QTest::newRow("an address where nobody answers")
        << QStringLiteral("nobody") << QStringLiteral("callback failed") << Error::Kind::Network;
    QTest::newRow("a receiver with another secret")
        << QStringLiteral("401") << QStringLiteral("callback failed") << Error::Kind::Unauthorized;
    QTest::newRow("a receiver without this path")
        << QStringLiteral("404") << QStringLiteral("callback failed") << Error::Kind::NotFound;
    QTest::newRow("a tunnel without a receiver")
        << QStringLiteral("502") << QStringLiteral("callback failed") << Error::Kind::ServerFault;
    QTest::newRow("a port that is taken")
        << QStringLiteral("taken") << QStringLiteral("callback failed") << Error::Kind::Config;
}

void TestConnectionCheck::endsAtTheStepThatFails()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, last);
    QFETCH(const Error::Kind, kind);
    ScriptedServer server([&](const SeenRequest &) { return ScriptedAnswer {fault.toInt()}; });
    ApiSettings asked = settings();
    if (fault == QLatin1String("secret"))
        asked.keySecret = Secret(QStringLiteral("wrong"));
    if (fault == QLatin1String("project"))
        asked.projectId = *ProjectId::parse(QStringLiteral("another"));
    if (fault == QLatin1String("region"))
        asked.baseUrl.setPath(QStringLiteral("/elsewhere"));
    ConnectionCheck::Receiver receiver {server.url(QStringLiteral("/x")), kSecret, {}};
    if (fault == QLatin1String("nobody"))
        server.close();
    if (fault == QLatin1String("taken"))
        receiver = {{}, kSecret, QStringLiteral("the port 8787 is taken")};
    const Told told = run(asked, receiver);
    QVERIFY(!hasPassed);
    QCOMPARE(told.lines.constLast(), last);
    QCOMPARE(told.error->kind, kind);
}

void TestConnectionCheck::believesNo200OfSomebodyElse()
{
    ScriptedServer stranger([](const SeenRequest &) { return ScriptedAnswer {}; });
    const auto hasStored = [](const QByteArray &) { return readyFuture(false); };
    const Told told = run(settings(), {stranger.url(), kSecret, {}, hasStored});
    QVERIFY(!hasPassed);
    QCOMPARE(told.lines.constLast(), QStringLiteral("callback failed"));
}

void TestConnectionCheck::signsAsTheVendorDoes()
{
    ScriptedServer receiver([](const SeenRequest &) { return ScriptedAnswer {}; });
    run(settings(), {receiver.url(), kSecret, {}});
    const SeenRequest request = receiver.requests.constFirst();
    const QByteArray nonce = headerValue(request.headers, "x-sinch-webhook-signature-nonce");
    const QByteArray seconds = headerValue(request.headers, "x-sinch-webhook-signature-timestamp");
    QCOMPARE(headerValue(request.headers, "x-sinch-webhook-signature"),
             hmacSha256(kSecret.revealUtf8(), {request.body, ".", nonce, ".", seconds}).toBase64());
    run(settings(), {receiver.url(), {}, {}});
    QCOMPARE(headerValue(receiver.requests.constLast().headers, "x-sinch-webhook-signature"), QByteArray());
}

void TestConnectionCheck::anEarlierCheckIsDropped()
{
    ConnectionCheck check(m_sandbox->network, m_sandbox->clock);
    QSignalSpy finished(&check, &ConnectionCheck::finished);
    check.start(settings(), {});
    check.start(settings(), {});
    QTRY_COMPARE(finished.size(), 1);
    check.start(settings(), {});
    check.cancel();
    QVERIFY(!finished.wait(200));
}

void TestConnectionCheck::logsNoSecret()
{
    const LogCapture log;
    ScriptedServer receiver([](const SeenRequest &) { return ScriptedAnswer {}; });
    run(settings(), {receiver.url(), kSecret, {}});
    QVERIFY(!log.text().contains(QLatin1String("HUSH")));
    QVERIFY(!log.text().contains(m_sandbox->ready.keySecret.reveal()));
}

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "tst_connection_check.moc"

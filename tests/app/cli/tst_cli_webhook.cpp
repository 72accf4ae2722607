// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "support/await.h"
#include "support/scripted_server.h"

using namespace console;

/// The webhook that `lookup --public-url` makes for as long as it lives.
class TestCliWebhook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isThereWhileTheLookupWaits_data();
    void isThereWhileTheLookupWaits();
    void isGoneAfterTheLookup();
    void isRemovedByTheNextStartAfterACrash_data();
    void isRemovedByTheNextStartAfterACrash();
    void isNeverSomebodyElses();
    void takesThePathOfTheOption();
    void isRemovedWhenTheEndComesWhileItIsMade();
    void isNotMadeAfterTheEnd();

private:
    QStringList targets() const;
    QStringList arguments(const char *identity, const QStringList &more = {}) const
    {
        return m_sandbox->lookup(QStringList {QStringLiteral("--identity"), QLatin1String(identity),
                                              QStringLiteral("--json"), QStringLiteral("--public-url"), m_url,
                                              QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port)}
                                 + more);
    }
    static QStringList journalFiles()
    {
        return QDir(Program::home().filePath(QStringLiteral("state/capability-console/webhooks")))
            .entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<SandboxProgram> m_sandbox;
    quint16 m_port = 0;
    QString m_url;
};

void TestCliWebhook::init()
{
    m_sandbox = std::make_unique<SandboxProgram>();
    m_port = freePort();
    m_url = QStringLiteral("http://127.0.0.1:%1/hook/x%2Fy").arg(m_port);
}

void TestCliWebhook::cleanup()
{
    m_sandbox.reset();
}

QStringList TestCliWebhook::targets() const
{
    QStringList all;
    const auto webhooks = await(m_sandbox->connection->webhooks().list(*AppId::parse(m_sandbox->firstApp())));
    for (const auto &webhook : webhooks.value_or(QList<Webhook>()))
        all.append(webhook.target + QLatin1Char(' ') + webhook.targetType + QLatin1Char(' ')
                   + webhook.triggers.join(QLatin1Char(','))
                   + (webhook.hasSecret ? QStringLiteral(" signed") : QString()));
    return all;
}

void TestCliWebhook::isThereWhileTheLookupWaits_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("until SIGTERM") << SIGTERM;
    QTest::newRow("until SIGINT") << SIGINT;
}

void TestCliWebhook::isThereWhileTheLookupWaits()
{
    QFETCH(int, signal);
    Program lookup(arguments("RCS:46701234560"), m_sandbox->environment());
    QTRY_COMPARE_WITH_TIMEOUT(targets(), QStringList({m_url + QStringLiteral(" HTTP CAPABILITY signed")}), 10'000);
    // The API has it before its id is written down, so that both may be a moment away: the file and its lock.
    QTRY_COMPARE_WITH_TIMEOUT(journalFiles().filter(QStringLiteral(".ini")).size(), 2, 10'000);
    QCOMPARE(lookup.terminate(signal), 3);
    QCOMPARE(targets(), QStringList());
    QCOMPARE(journalFiles(), QStringList());
    const QByteArray said = lookup.output() + lookup.errors();
    QVERIFY2(!said.contains("HUSH"), said.constData());
}

void TestCliWebhook::isGoneAfterTheLookup()
{
    Program lookup(arguments("RCS:46701234550"), m_sandbox->environment());
    QCOMPARE(lookup.end(), 0);
    QCOMPARE(targets(), QStringList());
    QCOMPARE(journalFiles(), QStringList());
}

void TestCliWebhook::isRemovedByTheNextStartAfterACrash_data()
{
    QTest::addColumn<bool>("hasDatabase");
    QTest::newRow("known from a file in the state folder") << false;
    QTest::newRow("known from the history") << true;
}

void TestCliWebhook::isRemovedByTheNextStartAfterACrash()
{
    QFETCH(bool, hasDatabase);
    QTemporaryDir folder;
    const QStringList database = hasDatabase
        ? QStringList {QStringLiteral("--database"), folder.filePath(QStringLiteral("h.sqlite"))}
        : QStringList();
    Program crashed(arguments("RCS:46701234560", database), m_sandbox->environment());
    QTRY_COMPARE_WITH_TIMEOUT(targets().size(), 1, 10'000);
    if (!hasDatabase)
        QTRY_VERIFY(!journalFiles().isEmpty());
    crashed.process.kill();
    QVERIFY(crashed.process.waitForFinished());
    QCOMPARE(targets().size(), 1);
    m_url += QStringLiteral("/next"); // another target: the old one is not simply found again
    Program next(arguments("RCS:46701234560", database), m_sandbox->environment());
    QTRY_COMPARE_WITH_TIMEOUT(targets(), QStringList({m_url + QStringLiteral(" HTTP CAPABILITY signed")}), 10'000);
    QCOMPARE(next.terminate(), 3);
    QCOMPARE(targets(), QStringList());
    QCOMPARE(journalFiles(), QStringList());
}

void TestCliWebhook::isNeverSomebodyElses()
{
    const WebhookDraft theirs {*AppId::parse(m_sandbox->firstApp()), m_url, {QStringLiteral("OPT_IN")}, {}};
    QVERIFY(await(m_sandbox->connection->webhooks().create(theirs)));
    Program lookup(arguments("RCS:46701234550"), m_sandbox->environment());
    QCOMPARE(lookup.end(), 4);
    QVERIFY(lookup.errors().contains("not ours"));
    QCOMPARE(targets(), QStringList({m_url + QStringLiteral(" HTTP OPT_IN")}));
}

void TestCliWebhook::takesThePathOfTheOption()
{
    // A proxy may rewrite the path: then nothing arrives at the one of the URL.
    Program lookup(arguments("RCS:46701234550",
                             {QStringLiteral("--path"), QStringLiteral("/other"), QStringLiteral("--wait"),
                              QStringLiteral("300ms")}),
                   m_sandbox->environment());
    QCOMPARE(lookup.end(), 3);
}

void TestCliWebhook::isRemovedWhenTheEndComesWhileItIsMade()
{
    ScriptedServer api([](const SeenRequest &request) {
        if (request.method == "POST" && request.target.endsWith("/webhooks"))
            return ScriptedAnswer {.way = ScriptedAnswer::Way::Hold};
        return ScriptedAnswer {200,
                               request.target == "/token" ? QByteArray(R"({"access_token":"t"})")
                                                          : QByteArray(R"({"apps":[{"id":"A1"}]})")};
    });
    Program lookup({QStringLiteral("lookup"), QStringLiteral("--api-base"), api.url().toString(),
                    QStringLiteral("--token-url"), api.url(QStringLiteral("/token")).toString(),
                    QStringLiteral("--project"), QStringLiteral("P1"), QStringLiteral("--app"), QStringLiteral("A1"),
                    QStringLiteral("--identity"), QStringLiteral("RCS:46701234567"), QStringLiteral("--public-url"),
                    QStringLiteral("http://console.test/cb")},
                   m_sandbox->environment());
    QTRY_COMPARE_WITH_TIMEOUT(api.held(), 1, 10'000);
    ::kill(pid_t(lookup.process.processId()), SIGTERM);
    api.answerHeld({200, R"({"id":"W1","target":"http://console.test/cb"})"});
    QCOMPARE(lookup.end(), 3);
    QCOMPARE(api.count("DELETE", "/webhooks/W1"), 1);
    QCOMPARE(journalFiles(), QStringList());
}

void TestCliWebhook::isNotMadeAfterTheEnd()
{
    ScriptedServer api([](const SeenRequest &request) {
        if (request.target.endsWith("/apps"))
            return ScriptedAnswer {.way = ScriptedAnswer::Way::Hold};
        return ScriptedAnswer {200,
                               request.target == "/token" ? QByteArray(R"({"access_token":"t"})") : QByteArray("{}")};
    });
    Program lookup({QStringLiteral("lookup"), QStringLiteral("--api-base"), api.url().toString(),
                    QStringLiteral("--token-url"), api.url(QStringLiteral("/token")).toString(),
                    QStringLiteral("--project"), QStringLiteral("P1"), QStringLiteral("--app"), QStringLiteral("A1"),
                    QStringLiteral("--identity"), QStringLiteral("RCS:46701234567"), QStringLiteral("--public-url"),
                    QStringLiteral("http://console.test/cb")},
                   m_sandbox->environment());
    QTRY_COMPARE_WITH_TIMEOUT(api.held(), 1, 10'000);
    QCOMPARE(lookup.terminate(), 3);
    QCOMPARE(api.count("POST", "/webhooks"), 0);
}

QTEST_GUILESS_MAIN(TestCliWebhook)
#include "tst_cli_webhook.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "support/await.h"
#include "support/result_macros.h"
#include "support/test_certificate.h"

using namespace console;

/// `lookup` that gets its answers, from the sandbox inside it and from one beside it.
class TestCliLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksTheSandboxInsideIt();
    void printsRowsAndTheLookup();
    void printsRepetitionsToo();
    void printsTheAnswersOfAConflictOnceEach();
    void keepsTheHistoryWhereItIsTold();
    void asksAllTheSameWhenTheContactCannotBeRead();
    void acceptsUnsignedCallbacksWhenTold();
    void getsItsAnswersWithTokensOfItsOwn_data();
    void getsItsAnswersWithTokensOfItsOwn();
    void leavesNothingBehind();
};

void TestCliLookup::asksTheSandboxInsideIt()
{
    SandboxProgram sandbox({QStringLiteral("--contacts"), QStringLiteral("200")}); // the same seed: the same contacts
    const auto contacts = await(sandbox.connection->contacts().list({}, {}));
    VERIFY_OK(contacts);
    const auto &first = contacts->contacts.first();
    Program byContact(
        {QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--contact"), first.id.toString()});
    Program byIdentity({QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--json"),
                        QStringLiteral("--identity"), QStringLiteral("RCS:+46 70 123 45 50"),
                        QStringLiteral("--identity"), QStringLiteral("sms:46701234553")});
    QCOMPARE(byContact.end(), 0);
    const QByteArray text = byContact.output();
    for (const char *word : {"RCS", "SMS", "WHATSAPP", "Lookup ", "Complete"})
        QVERIFY2(text.contains(word), text.constData());
    QCOMPARE(byIdentity.end(), 0);
    const auto lines = byIdentity.output().split('\n');
    QCOMPARE(lines.size(), 4); // two rows, the lookup, the end
    QCOMPARE(memberNames(lines.at(0)), QByteArray(kRowMembers));
    QCOMPARE(memberNames(lines.at(1)), QByteArray(kRowMembers));
    const auto lookup = QJsonDocument::fromJson(lines.at(2)).object().value(QLatin1String("lookup")).toObject();
    QCOMPARE(lookup.value(QLatin1String("state")).toString(), QStringLiteral("complete"));
    QCOMPARE(lookup.value(QLatin1String("answered")).toInt(), 2);
    QCOMPARE(byIdentity.errors(), QByteArray());
}

void TestCliLookup::printsRowsAndTheLookup()
{
    SandboxProgram sandbox;
    const quint16 port = freePort();
    const QString url = QStringLiteral("http://127.0.0.1:%1/inbox").arg(port);
    Program lookup(sandbox.lookup({QStringLiteral("--identity"), QStringLiteral("RCS:46701234551"),
                                   QStringLiteral("--json"), QStringLiteral("--public-url"), url,
                                   QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)}),
                   sandbox.environment());
    const QByteArray row = lookup.line();
    const QByteArray last = lookup.line();
    QCOMPARE(lookup.end(), 0);
    QCOMPARE(memberNames(row), QByteArray(kRowMembers));
    const auto object = QJsonDocument::fromJson(row).object();
    QCOMPARE(object.value(QLatin1String("capability_status")).toString(), QStringLiteral("CAPABILITY_PARTIAL"));
    QVERIFY(!object.value(QLatin1String("channel_capabilities")).toArray().isEmpty());
    QCOMPARE(object.value(QLatin1String("signature")).toString(), QStringLiteral("valid"));
    QCOMPARE(object.value(QLatin1String("join")).toString(), QStringLiteral("request_id"));
    QCOMPARE(object.value(QLatin1String("outcome")).toString(), QStringLiteral("new"));
    QCOMPARE(object.value(QLatin1String("project_id")).toString(), sandbox.text("project_id"));
    QCOMPARE(object.value(QLatin1String("app_id")).toString(), sandbox.firstApp());
    QVERIFY(object.value(QLatin1String("reason_code")).isNull());
    QVERIFY(object.value(QLatin1String("latency_ms")).isDouble());
    const QByteArray request = object.value(QLatin1String("request_id")).toString().toLatin1();
    QCOMPARE(request.size(), 26);
    QCOMPARE(last,
             "{\"lookup\":{\"request_id\":\"" + request
                 + "\",\"state\":\"complete\",\"expected\":1,\"answered\":1,\"silent\":[]}}");
    QCOMPARE(lookup.errors(), QByteArray());
}

void TestCliLookup::printsRepetitionsToo()
{
    SandboxProgram sandbox;
    const quint16 port = freePort();
    Program lookup(sandbox.lookup({QStringLiteral("--identity"), QStringLiteral("RCS:46701234561"),
                                   QStringLiteral("--identity"), QStringLiteral("SMS:46701234560"),
                                   QStringLiteral("--json"), QStringLiteral("--wait"), QStringLiteral("1s"),
                                   QStringLiteral("--public-url"), QStringLiteral("http://127.0.0.1:%1/").arg(port),
                                   QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)}),
                   sandbox.environment());
    const auto first = lookup.json();
    const auto second = lookup.json();
    QCOMPARE(first.value(QLatin1String("outcome")).toString(), QStringLiteral("new"));
    QCOMPARE(second.value(QLatin1String("outcome")).toString(), QStringLiteral("retry"));
    QCOMPARE(second.value(QLatin1String("retries")).toInt(), 1);
    const auto last = lookup.json().value(QLatin1String("lookup")).toObject();
    QCOMPARE(last.value(QLatin1String("state")).toString(), QStringLiteral("timed_out"));
    QCOMPARE(last.value(QLatin1String("silent")).toArray().at(0).toObject().value(QLatin1String("channel")).toString(),
             QStringLiteral("SMS"));
    QCOMPARE(lookup.end(), 3);
}

void TestCliLookup::printsTheAnswersOfAConflictOnceEach()
{
    SandboxProgram sandbox;
    const quint16 port = freePort();
    Program lookup(sandbox.lookup({QStringLiteral("--identity"), QStringLiteral("RCS:46701234562"),
                                   QStringLiteral("--identity"), QStringLiteral("SMS:46701234560"),
                                   QStringLiteral("--json"), QStringLiteral("--wait"), QStringLiteral("1s"),
                                   QStringLiteral("--public-url"), QStringLiteral("http://127.0.0.1:%1/").arg(port),
                                   QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)}),
                   sandbox.environment());
    QCOMPARE(lookup.json().value(QLatin1String("outcome")).toString(), QStringLiteral("new"));
    QCOMPARE(lookup.json().value(QLatin1String("outcome")).toString(), QStringLiteral("conflict"));
    QVERIFY(lookup.json().contains(QLatin1String("lookup")));
    QCOMPARE(lookup.end(), 3);
}

void TestCliLookup::keepsTheHistoryWhereItIsTold()
{
    SandboxProgram sandbox;
    QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("history.sqlite"));
    const quint16 port = freePort();
    Program lookup(sandbox.lookup({QStringLiteral("--identity"), QStringLiteral("RCS:46701234552"),
                                   QStringLiteral("--json"), QStringLiteral("--database"), database,
                                   QStringLiteral("--public-url"), QStringLiteral("http://127.0.0.1:%1/cb").arg(port),
                                   QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)}),
                   sandbox.environment());
    const QByteArray row = lookup.line();
    QCOMPARE(lookup.end(), 0);
    Program history({QStringLiteral("history"), QStringLiteral("--database"), database, QStringLiteral("--json")});
    QCOMPARE(history.end(), 0);
    QCOMPARE(history.output(), row + '\n');
}

void TestCliLookup::asksAllTheSameWhenTheContactCannotBeRead()
{
    SandboxProgram sandbox;
    Program lookup(sandbox.lookup({QStringLiteral("--contact"), QStringLiteral("unknown"), QStringLiteral("--json"),
                                   QStringLiteral("--unsigned")}),
                   sandbox.environment());
    QCOMPARE(lookup.end(), 4); // the sandbox does not know the contact either
    QVERIFY(lookup.errors().contains("The contact could not be read"));
    const auto last = lookup.json().value(QLatin1String("lookup")).toObject();
    QCOMPARE(last.value(QLatin1String("state")).toString(), QStringLiteral("failed"));
    QCOMPARE(last.value(QLatin1String("expected")).toInt(), 0);
}

void TestCliLookup::acceptsUnsignedCallbacksWhenTold()
{
    SandboxProgram sandbox;
    const quint16 port = freePort();
    Program lookup(sandbox.lookup({QStringLiteral("--identity"), QStringLiteral("RCS:46701234550"),
                                   QStringLiteral("--json"), QStringLiteral("--unsigned"),
                                   QStringLiteral("--public-url"), QStringLiteral("http://127.0.0.1:%1/cb").arg(port),
                                   QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)}),
                   sandbox.environment());
    QCOMPARE(lookup.json().value(QLatin1String("signature")).toString(), QStringLiteral("unsigned"));
    QCOMPARE(lookup.end(), 0);
}

void TestCliLookup::getsItsAnswersWithTokensOfItsOwn_data()
{
    QTest::addColumn<QStringList>("more");
    const TlsFiles files = TestCertificate().writeTo(Program::home().path());
    QTest::newRow("BASIC") << QStringList();
    QTest::newRow("FORM, over TLS") << QStringList {QStringLiteral("--oauth-form"), QStringLiteral("--tls-certificate"),
                                                    files.certificate, QStringLiteral("--tls-key"), files.key};
}

void TestCliLookup::getsItsAnswersWithTokensOfItsOwn()
{
    QFETCH(const QStringList, more);
    Program lookup(QStringList {QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--json"),
                                QStringLiteral("--identity"), QStringLiteral("RCS:46701234550"),
                                QStringLiteral("--oauth-client"), QStringLiteral("vendor")}
                       + more,
                   {{QStringLiteral("CAPABILITY_OAUTH_SECRET"), QStringLiteral("a/secret+of the test")}});
    QCOMPARE(lookup.end(), 0);
    QVERIFY(lookup.output().contains("46701234550"));
}

void TestCliLookup::leavesNothingBehind()
{
    QTemporaryDir temporary;
    Program lookup({QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--identity"),
                    QStringLiteral("RCS:46701234560"), QStringLiteral("--wait"), QStringLiteral("50ms")},
                   {{QStringLiteral("TMPDIR"), temporary.path()}});
    QCOMPARE(lookup.end(), 3);
    QCOMPARE(QDir(temporary.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden), QStringList());
    QCOMPARE(QDir(Program::home().filePath(QStringLiteral("state/capability-console/webhooks")))
                 .entryList(QDir::Files | QDir::Hidden),
             QStringList());
}

QTEST_GUILESS_MAIN(TestCliLookup)
#include "tst_cli_lookup.moc"

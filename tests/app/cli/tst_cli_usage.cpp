// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

using namespace console;

class TestCliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithTwo_data();
    void endsWithTwo();
    void needsAnAccessKey_data();
    void needsAnAccessKey();
    void needsAWebhookSecret_data();
    void needsAWebhookSecret();
    void showsWhereAFilterIsWrong_data();
    void showsWhereAFilterIsWrong();
};

void TestCliUsage::endsWithTwo_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("names"); ///< what the complaint speaks of
    const auto row = [](const char *line, const char *names) {
        QTest::newRow(*line ? line : "nothing") << QString::fromLatin1(line) << QString::fromLatin1(names);
    };
    row("", "Usage");
    row("dance", "dance");
    row("--dance", "--dance");
    row("lookup --sandbox", "--contact");
    row("lookup --sandbox --contact C1 --identity RCS:46701234567", "--contact");
    row("lookup --sandbox --identity 46701234567", "--identity");
    row("lookup --sandbox --identity RCS:", "--identity");
    row("lookup --sandbox --contact", "contact");
    row("lookup --sandbox --contact C1 --wait soon", "--wait");
    row("lookup --sandbox --contact C1 --wait 5", "--wait");
    row("lookup --sandbox --contact C1 --listen nowhere", "--listen");
    row("lookup --sandbox --contact C1 --path callbacks", "--path");
    row("lookup --sandbox --contact C1 more", "more");
    row("lookup --sandbox --contact C1 --dance", "dance");
    row("lookup --sandbox --contact C1 --api-base http://a.test", "--api-base");
    row("lookup --sandbox --contact C1 --public-url http://a.test", "--public-url");
    row("lookup --sandbox --contact C1 --secret-env NOT_SET", "NOT_SET");
    row("lookup --sandbox --contact C1 --unsigned --secret-env HOME", "--unsigned");
    row("lookup --contact C1", "--api-base");
    row("lookup --contact C1 --api-base http://a.test --token-url http://a.test --project P1", "--app");
    row("listen", "--listen");
    row("listen --unsigned --listen 127.0.0.1:0", "--database");
    row("listen --unsigned --listen 127.0.0.1:99999 --database x", "--listen");
    row("listen --unsigned --listen 127.0.0.1:0 --database x --path x", "--path");
    row("listen --unsigned --listen 127.0.0.1:0 --database x more", "more");
    row("history", "--database");
    row("history --database x --limit 0", "--limit");
    row("history --database x --limit -1", "--limit");
    row("history --database x --limit many", "--limit");
    row("export", "--database");
    row("export --database x --output -", "--format");
    row("export --database x --format xml --output -", "--format");
    row("export --database x --format csv", "--output");
    row("export --database x --format csv --output - --raw", "--raw is for ndjson and json");
    row("export --database x --format csv --output - --column-path a..b", "--column-path a..b");
}

void TestCliUsage::endsWithTwo()
{
    QFETCH(QString, line);
    QFETCH(QString, names);
    Program program(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(program.end(), 2);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.contains(names.toLatin1()), errors.constData());
    QVERIFY2(errors.contains("--help"), errors.constData());
    QCOMPARE(program.output(), QByteArray());
}

void TestCliUsage::needsAnAccessKey_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("no key") << QStringLiteral("http://a.test") << QByteArray("CAPABILITY_KEY_ID");
    QTest::newRow("no URL") << QStringLiteral("a.test") << QByteArray("--api-base");
    QTest::newRow("another scheme") << QStringLiteral("ftp://a.test") << QByteArray("--api-base");
}

void TestCliUsage::needsAnAccessKey()
{
    QFETCH(QString, base);
    QFETCH(QByteArray, names);
    const bool hasKey = !names.contains("KEY");
    const Environment key {{QStringLiteral("CAPABILITY_KEY_ID"), QStringLiteral("k")},
                           {QStringLiteral("CAPABILITY_KEY_SECRET"), QStringLiteral("HUSH")}};
    Program program({QStringLiteral("lookup"), QStringLiteral("--contact"), QStringLiteral("C1"),
                     QStringLiteral("--api-base"), base, QStringLiteral("--token-url"), QStringLiteral("http://a.test"),
                     QStringLiteral("--project"), QStringLiteral("P1"), QStringLiteral("--app"), QStringLiteral("A1"),
                     QStringLiteral("--unsigned")},
                    hasKey ? key : Environment());
    QCOMPARE(program.end(), 2);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.contains(names), errors.constData());
    QVERIFY(!errors.contains("HUSH"));
}

void TestCliUsage::needsAWebhookSecret_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QByteArray>("variable");
    const QStringList listen {QStringLiteral("listen"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--database"), QStringLiteral("x")};
    QTest::newRow("listen") << listen << QByteArray("CAPABILITY_WEBHOOK_SECRET");
    QTest::newRow("listen with a variable that is not set")
        << listen + QStringList {QStringLiteral("--secret-env"), QStringLiteral("NOT_SET")} << QByteArray("NOT_SET");
    QTest::newRow("lookup") << QStringList {QStringLiteral("lookup"),
                                            QStringLiteral("--contact"),
                                            QStringLiteral("C1"),
                                            QStringLiteral("--api-base"),
                                            QStringLiteral("http://a.test"),
                                            QStringLiteral("--token-url"),
                                            QStringLiteral("http://a.test"),
                                            QStringLiteral("--project"),
                                            QStringLiteral("P1"),
                                            QStringLiteral("--app"),
                                            QStringLiteral("A1")}
                            << QByteArray("CAPABILITY_WEBHOOK_SECRET");
}

void TestCliUsage::needsAWebhookSecret()
{
    QFETCH(QStringList, line);
    QFETCH(QByteArray, variable);
    Program program(line,
                    {{QStringLiteral("CAPABILITY_KEY_ID"), QStringLiteral("k")},
                     {QStringLiteral("CAPABILITY_KEY_SECRET"), QStringLiteral("s")}});
    QCOMPARE(program.end(), 2);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.contains(variable), errors.constData());
    QVERIFY(errors.contains("--unsigned"));
}

void TestCliUsage::showsWhereAFilterIsWrong_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("history") << QStringList {QStringLiteral("history")};
    QTest::newRow("export") << QStringList {QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv"),
                                            QStringLiteral("--output"), QStringLiteral("-")};
}

void TestCliUsage::showsWhereAFilterIsWrong()
{
    QFETCH(QStringList, command);
    Program program(command
                    + QStringList {QStringLiteral("--database"), QStringLiteral("x"), QStringLiteral("--filter"),
                                   QStringLiteral("(channel:RCS")});
    QCOMPARE(program.end(), 2);
    const QByteArray errors = program.errors();
    QVERIFY2(errors.contains("--filter"), errors.constData());
    QVERIFY2(errors.contains("(channel:RCS"), errors.constData());
    QVERIFY2(errors.contains("^"), errors.constData());
    QCOMPARE(program.output(), QByteArray());
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"

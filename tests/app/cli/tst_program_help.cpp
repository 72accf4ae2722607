// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

using namespace console;

class TestProgramHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsHelp_data();
    void showsHelp();
    void showsItsVersion_data();
    void showsItsVersion();
    void namesEveryOption_data();
    void namesEveryOption();
    void needsNoWindow_data();
    void needsNoWindow();
};

void TestProgramHelp::showsHelp_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    for (const char *name : {"capability-cli", "capability-sandbox", "capability-console"}) {
        for (const char *option : {"--help", "-h"})
            QTest::addRow("%s %s", name, option)
                << QString::fromLatin1(name) << QStringList {QString::fromLatin1(option)};
    }
}

void TestProgramHelp::showsHelp()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    Program run(arguments, {}, program);
    QCOMPARE(run.end(), 0);
    const QByteArray help = run.output();
    QVERIFY2(help.startsWith("Usage: "), help.constData());
    QVERIFY2(help.contains(program.toLatin1()), help.constData());
    QCOMPARE(run.errors(), QByteArray());
}

void TestProgramHelp::showsItsVersion_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    for (const char *name : {"capability-cli", "capability-sandbox", "capability-console"})
        QTest::newRow(name) << QString::fromLatin1(name) << QStringList {QStringLiteral("--version")};
    QTest::newRow("capability-cli, short") << QStringLiteral("capability-cli") << QStringList {QStringLiteral("-v")};
    QTest::newRow("capability-cli lookup")
        << QStringLiteral("capability-cli") << QStringList {QStringLiteral("lookup"), QStringLiteral("--version")};
}

void TestProgramHelp::showsItsVersion()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    Program run(arguments, {}, program);
    QCOMPARE(run.end(), 0);
    static const QRegularExpression form(QStringLiteral("\\A[a-z-]+ [0-9]+\\.[0-9]+\\.[0-9]+\\n\\z"));
    const QByteArray version = run.output();
    QVERIFY2(form.match(QString::fromUtf8(version)).hasMatch(), version.constData());
    QVERIFY(version.startsWith(program.toLatin1() + ' '));
}

void TestProgramHelp::namesEveryOption_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("options");
    const auto row = [](const char *command, const char *options) {
        QTest::newRow(command) << QString::fromLatin1(command) << QString::fromLatin1(options);
    };
    row("listen", "--listen --database --path --secret-env --unsigned");
    row("lookup",
        "--sandbox --api-base --token-url --project --app --contact --identity --wait --json --database --listen "
        "--path --public-url --secret-env --unsigned");
    row("history", "--database --filter --limit --json");
    row("export", "--database --format --filter --output --notes --redact");
    row("import", "--database --input");
    row("erase", "--database --identity --contact --yes");
    row("compact", "--database");
    row("backup", "--database --output");
    row("restore", "--database --from");
    row("tidy", "--database --keep-days --keep-rows --keep-mib");
}

void TestProgramHelp::namesEveryOption()
{
    QFETCH(QString, command);
    QFETCH(QString, options);
    Program run({command, QStringLiteral("--help")});
    QCOMPARE(run.end(), 0);
    const QByteArray help = run.output();
    QVERIFY2(help.startsWith("Usage: capability-cli " + command.toLatin1()), help.constData());
    for (const auto &option : options.split(QLatin1Char(' ')))
        QVERIFY2(help.contains(option.toLatin1()), qPrintable(option));
}

void TestProgramHelp::needsNoWindow_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("capability-cli") << QStringLiteral("capability-cli");
    QTest::newRow("capability-sandbox") << QStringLiteral("capability-sandbox");
}

void TestProgramHelp::needsNoWindow()
{
    QFETCH(QString, program);
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), {QStringLiteral(CONSOLE_BIN_DIR "/") + program});
    if (!ldd.waitForFinished())
        QSKIP("there is no ldd here");
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("Qt6Core"));
    for (const char *library : {"Qt6Gui", "Qt6Widgets", "Qt6Svg", "xcb", "libGL"})
        QVERIFY2(!libraries.contains(library), library);
}

QTEST_GUILESS_MAIN(TestProgramHelp)
#include "tst_program_help.moc"

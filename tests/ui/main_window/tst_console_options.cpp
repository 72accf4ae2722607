// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/console_options.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;

class TestConsoleOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsDocumented()
    {
        const auto options = ConsoleOptions::parse({QStringLiteral("--database"), QStringLiteral("h.sqlite"),
                                                    QStringLiteral("--profile=trial"), QStringLiteral("--listen"),
                                                    QStringLiteral("127.0.0.1:9000")});
        VERIFY_OK(options);
        QCOMPARE(options->database, QStringLiteral("h.sqlite"));
        QCOMPARE(options->profile, QStringLiteral("trial"));
        QCOMPARE(options->listen->port, 9000);
    }

    void passesQtsOwnOptionsOver()
    {
        VERIFY_OK(ConsoleOptions::parse({QStringLiteral("-platform"), QStringLiteral("offscreen"),
                                         QStringLiteral("--style"), QStringLiteral("Fusion")}));
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("an option that nobody knows") << QStringList(QStringLiteral("--colour"));
        QTest::newRow("a word too many") << QStringList(QStringLiteral("history.sqlite"));
        QTest::newRow("a port that is none")
            << QStringList({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:none")});
        QTest::newRow("a profile that leads elsewhere")
            << QStringList({QStringLiteral("--profile"), QStringLiteral("../other")});
        QTest::newRow("a value that is missing") << QStringList(QStringLiteral("--database"));
    }
    void refuses()
    {
        QFETCH(const QStringList, arguments);
        COMPARE_ERROR(ConsoleOptions::parse(arguments), Error::Kind::Config);
    }
};

QTEST_MAIN(TestConsoleOptions)
#include "tst_console_options.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/hex_text.h"
#include "ui/detail/raw_formats.h"

#include <QTest>

using namespace console;

class TestRawFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prettyKeepsEverythingButWhiteSpace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("pretty");
        QTest::newRow("members stay in their order")
            << QByteArray("{\"b\":1,\"a\":2}") << QStringLiteral("{\n  \"b\": 1,\n  \"a\": 2\n}");
        QTest::newRow("digits stay as they were")
            << QByteArray("[1.50, 1e3]") << QStringLiteral("[\n  1.50,\n  1e3\n]");
        QTest::newRow("brackets and escapes in texts are texts")
            << QByteArray("{\"t\":\"{[\\\"\\\\\"}") << QStringLiteral("{\n  \"t\": \"{[\\\"\\\\\"\n}");
        QTest::newRow("empty ones stay in one line")
            << QByteArray("{\"a\":{},\"b\":[ ]}") << QStringLiteral("{\n  \"a\": {},\n  \"b\": []\n}");
        QTest::newRow("nested ones are indented") << QByteArray("[[1]]") << QStringLiteral("[\n  [\n    1\n  ]\n]");
    }
    void prettyKeepsEverythingButWhiteSpace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, pretty);
        QCOMPARE(prettyJson(json).value_or(QString()), pretty);
    }
    void whatIsNoJsonHasNoPrettyForm()
    {
        QVERIFY(!prettyJson("{\"a\":"));
        QVERIFY(!prettyJson(QByteArray()));
    }
    void hexShowsEveryByte()
    {
        QCOMPARE(hexDump(QByteArray("{\"a\":\xff\x00z0", 9)),
                 QStringLiteral("0000  7b 22 61 22 3a ff 00 7a  {\"a\":..z\n0008  30                       0"));
        QCOMPARE(hexDump({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestRawFormats)
#include "tst_raw_formats.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/packed_identity.h"
#include "history/packed_time.h"
#include "history/text_table.h"

#include <QTest>

using namespace console;

class TestPackedValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"4", "0", "46701234567", "+46701234567", "0046701234567", "000", "999999999999999", "+000000000000000"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void numbersComeBackAsTheyWere()
    {
        QFETCH(QString, text);
        const auto packed = PackedIdentity::fromText(text.toLatin1());
        QVERIFY(packed);
        QVERIFY(!PackedIdentity::isCode(*packed));
        QCOMPARE(PackedIdentity::toText(*packed), text);
    }

    void otherTextsAreNotPacked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("sixteen digits") << QByteArray("1234567890123456");
        QTest::newRow("only a plus") << QByteArray("+");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a letter inside") << QByteArray("4670a");
        QTest::newRow("a plus inside") << QByteArray("46+70");
        QTest::newRow("a blank in front") << QByteArray(" 4670");
        QTest::newRow("digits of another script") << QByteArray("٤٦٧٠");
    }
    void otherTextsAreNotPacked()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!PackedIdentity::fromText(text));
    }

    void partsOfNumbersAreFoundWhereTheyAre()
    {
        const auto digits = [](const char *text) { return PackedIdentity::digitsOf(*PackedIdentity::fromText(text)); };
        const quint64 number = digits("+46701200567");
        QVERIFY(PackedIdentity::startsWith(number, digits("4670"), 4));
        QVERIFY(!PackedIdentity::startsWith(number, digits("6701"), 4));
        QVERIFY(!PackedIdentity::startsWith(digits("46"), digits("4670"), 4));
        QVERIFY(PackedIdentity::endsWith(number, digits("00567"), 5));
        QVERIFY(!PackedIdentity::endsWith(number, digits("4670"), 4));
        QVERIFY(PackedIdentity::contains(number, digits("012"), 3));
        QVERIFY(PackedIdentity::contains(number, digits("46701200567"), 11));
        QVERIFY(!PackedIdentity::contains(number, digits("0467"), 4));
        QVERIFY(!PackedIdentity::contains(digits("12"), digits("012"), 3));
    }

    void timesComeBackAsTheyWereSent_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"2026-11-24T06:34:32Z", "2026-11-24T06:34:32.7Z", "2026-11-24T06:34:32.724083Z",
                                 "2026-11-24T06:34:32.000000001Z", "2020-01-01T00:00:00Z",
                                 "2024-02-29T23:59:59.999999999Z", "2026-11-24T06:34:32.000Z"})
            QTest::newRow(text) << QByteArray(text);
    }
    void timesComeBackAsTheyWereSent()
    {
        QFETCH(QByteArray, text);
        const auto packed = PackedTime::fromText(text);
        QVERIFY(packed);
        QVERIFY(*packed != 0);
        QVERIFY(!PackedTime::isCode(*packed));
        QCOMPARE(PackedTime::toText(*packed), QString::fromLatin1(text));
    }

    void timesOfAnotherFormAreNotPacked_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "2026-11-24", "2026-11-24T06:34:32", "2026-11-24T06:34:32+01:00",
                                 "2026-11-24t06:34:32Z", "2026-11-24T06:34:32.Z", "2026-11-24T06:34:32.1234567890Z",
                                 "2026-02-30T06:34:32Z", "2026-11-24T24:34:32Z", "2019-12-31T23:59:59Z",
                                 "2026-11-24T06:34:60Z", "2026-11-2xT06:34:32Z", "9999-11-24T06:34:32Z"})
            QTest::newRow(text) << QByteArray(text);
    }
    void timesOfAnotherFormAreNotPacked()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!PackedTime::fromText(text));
    }

    void textsStandOnceAndKeepTheirNumber()
    {
        TextTable table;
        QCOMPARE(table.add({}), 0u);
        QList<quint32> codes;
        for (int i = 0; i < 20'000; ++i)
            codes.append(table.add("text " + QByteArray::number(i)));
        const QByteArray large(200'000, 'x');
        const quint32 largeCode = table.add(large);
        const quint32 afterLarge = table.add("after");
        for (int i = 0; i < 20'000; ++i) {
            QCOMPARE(table.textAt(codes[i]).toByteArray(), "text " + QByteArray::number(i));
            QCOMPARE(table.add("text " + QByteArray::number(i)), codes[i]);
        }
        QCOMPARE(table.textAt(largeCode).toByteArray(), large);
        QCOMPARE(table.textAt(afterLarge).toByteArray(), QByteArray("after"));
        QCOMPARE(table.size(), 20'003u);
        QVERIFY(!table.find("text 20000"));
        QCOMPARE(*table.find("text 19999"), codes.last());
    }
};

QTEST_APPLESS_MAIN(TestPackedValues)
#include "tst_packed_values.moc"

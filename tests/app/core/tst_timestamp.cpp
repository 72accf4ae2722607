// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timestamp.h"

#include <QTest>

using namespace console;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnyShapeOfTheVendor_data();
    void readsAnyShapeOfTheVendor();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void writesUtcWithMilliseconds();
    void readsWhatItWrites();
};

void TestTimestamp::readsAnyShapeOfTheVendor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char *name, const char *text, const char *utc) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(utc);
    };
    row("no fraction", "2020-11-17T16:05:51Z", "2020-11-17T16:05:51.000Z");
    row("one digit", "2020-11-17T16:05:51.7Z", "2020-11-17T16:05:51.700Z");
    row("three digits", "2020-11-17T16:05:51.724Z", "2020-11-17T16:05:51.724Z");
    row("six digits are cut", "2020-11-17T16:05:51.724983Z", "2020-11-17T16:05:51.724Z");
    row("nine digits are cut", "2020-11-17T16:05:51.724999999Z", "2020-11-17T16:05:51.724Z");
    row("offset ahead", "2020-11-17T18:05:51.5+02:00", "2020-11-17T16:05:51.500Z");
    row("offset behind", "2020-11-17T10:35:51-05:30", "2020-11-17T16:05:51.000Z");
    row("offset without a colon", "2020-11-17T18:05:51+0200", "2020-11-17T16:05:51.000Z");
    row("offset of hours", "2020-11-17T18:05:51+02", "2020-11-17T16:05:51.000Z");
    row("offset over midnight", "2021-01-01T01:00:00+02:00", "2020-12-31T23:00:00.000Z");
    row("no offset is UTC", "2020-11-17T16:05:51", "2020-11-17T16:05:51.000Z");
    row("lower case", "2020-11-17t16:05:51z", "2020-11-17T16:05:51.000Z");
    row("a blank between", "2020-11-17 16:05:51Z", "2020-11-17T16:05:51.000Z");
    row("29 February", "2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z");
    row("before 1970", "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z");
}

void TestTimestamp::readsAnyShapeOfTheVendor()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto time = parseIso8601(text);
    QVERIFY(time);
    QCOMPARE(toIso8601(*time), utc);
}

void TestTimestamp::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "yesterday", "2020-11-17", "16:05:51Z", "2020-13-17T16:05:51Z", "2023-02-29T00:00:00Z",
                             "2020-11-17T25:05:51Z", "2020-11-17T16:05:51.Z", "2020-11-17T16:05:51.1234567890Z",
                             "2020-11-17T16:05:51Z ", "2020-11-17T16:05:51Z\n", "1605629152", "2020-11-17T16:05:51+2"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void TestTimestamp::refusesWhatIsNoTime()
{
    QFETCH(QString, text);
    QVERIFY(!parseIso8601(text));
}

void TestTimestamp::writesUtcWithMilliseconds()
{
    QCOMPARE(toIso8601(fromMilliseconds(0)), QStringLiteral("1970-01-01T00:00:00.000Z"));
    QCOMPARE(toIso8601(fromMilliseconds(1'700'000'000'007)), QStringLiteral("2023-11-14T22:13:20.007Z"));
}

void TestTimestamp::readsWhatItWrites()
{
    for (const qint64 value :
         {qint64(0), qint64(1), qint64(-1), qint64(1'790'000'000'999), qint64(253'402'300'799'999)})
        QCOMPARE(toMilliseconds(parseIso8601(toIso8601(fromMilliseconds(value))).value()), value);
}

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/sample_row.h"
#include "exporting/row_csv.h"

#include <QTest>

using namespace console;

class TestRowCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheColumnsLikeTheMembersInJson();
    void writesEveryCell();
    void leavesAbsentCellsEmpty();
    void quotesAndNeutralises_data();
    void quotesAndNeutralises();
};

void TestRowCsv::namesTheColumnsLikeTheMembersInJson()
{
    QCOMPARE(csvHeader(),
             QByteArray("received_at,accepted_time,request_id,project_id,app_id,contact_id,channel,identity,"
                        "capability_status,channel_capabilities,reason_code,reason_sub_code,reason_channel_code,"
                        "reason_description,signature,join,outcome,retries,latency_ms"));
}

void TestRowCsv::writesEveryCell()
{
    QCOMPARE(
        encodeRowCsv(sampleRow()),
        QByteArray("2023-11-14T22:13:20.120Z,2023-11-14T22:13:19.724083111Z,01HF7YAT00000000000000TEST,project,app,"
                   "contact,RCS,46700000001,CAPABILITY_PARTIAL,chat fileTransfer,RATE_LIMITED,INACTIVE_SENDER,130429,"
                   "slow down,valid,request_id,conflict,2,1234"));
}

void TestRowCsv::leavesAbsentCellsEmpty()
{
    NotificationRow row;
    row.receivedAt = fromMilliseconds(0);
    QCOMPARE(encodeRowCsv(row), QByteArray("1970-01-01T00:00:00.000Z,,,,,,,,,,,,,,valid,none,new,0,"));
}

void TestRowCsv::quotesAndNeutralises_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("comma") << QStringLiteral("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("line end") << QStringLiteral("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QByteArray("'=1+1");
    QTest::newRow("formula with a comma") << QStringLiteral("=A(1,2)") << QByteArray("\"'=A(1,2)\"");
    QTest::newRow("at sign") << QStringLiteral("@SUM") << QByteArray("'@SUM");
    QTest::newRow("plus and letters") << QStringLiteral("+a") << QByteArray("'+a");
    QTest::newRow("minus formula") << QStringLiteral("-1+1") << QByteArray("'-1+1");
    QTest::newRow("tab") << QStringLiteral("\ta") << QByteArray("'\ta");
    QTest::newRow("carriage return") << QStringLiteral("\ra") << QByteArray("\"'\ra\"");
    QTest::newRow("a number stays") << QStringLiteral("-12.5") << QByteArray("-12.5");
    QTest::newRow("a phone number stays") << QStringLiteral("+46700000001") << QByteArray("+46700000001");
    QTest::newRow("a number and a line end is no number") << QStringLiteral("-1\n") << QByteArray("\"'-1\n\"");
    QTest::newRow("equals inside") << QStringLiteral("a=b") << QByteArray("a=b");
    QTest::newRow("an escape sequence") << QStringLiteral("\x1b[31m") << QByteArray("␛[31m");
    QTest::newRow("an override of direction") << QStringLiteral("\u202Ea") << QByteArray("⟨U+202E⟩a");
    QTest::newRow("NUL before a formula") << QStringLiteral("\0=1") << QByteArray("␀=1");
    QTest::newRow("letters beyond ASCII") << QStringLiteral("Åsa") << QByteArray("\xc3\x85sa");
}

void TestRowCsv::quotesAndNeutralises()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    NotificationRow row = sampleRow();
    row.reason.description = text;
    QVERIFY2(encodeRowCsv(row).contains(",130429," + cell + ",valid,"), encodeRowCsv(row).constData());
}

QTEST_APPLESS_MAIN(TestRowCsv)
#include "tst_row_csv.moc"

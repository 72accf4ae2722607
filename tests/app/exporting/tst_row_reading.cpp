// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/sample_row.h"
#include "exporting/row_json.h"
#include "exporting/row_reading.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;

class TestRowReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenIsReadAgain()
    {
        NotificationRow row = sampleRow();
        row.annotation = {true, {QStringLiteral("case-17")}, QStringLiteral("a note")};
        const auto read = decodeRowJson(encodeRowJson(row, RowMembers::Annotations));
        VERIFY_OK(read);
        QCOMPARE(*read, row);
    }

    void absentMembersStayAbsent()
    {
        const auto read
            = decodeRowJson("{\"received_at\":\"2026-11-24T06:34:32.120Z\",\"channel\":\"RCS\",\"later\":[1]}");
        VERIFY_OK(read);
        NotificationRow row;
        row.receivedAt = *parseIso8601(QStringLiteral("2026-11-24T06:34:32.120Z"));
        row.address.channel = ChannelName::fromText(QStringLiteral("RCS"));
        QCOMPARE(*read, row);
    }

    void whatIsNoRowIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("received_at,accepted_time");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("cut off") << encodeRowJson(sampleRow()).chopped(20);
        QTest::newRow("no time") << encodeRowJson(sampleRow()).replace("2023-11-14T22:13:20.120Z", "soon");
        QTest::newRow("a number for a text") << encodeRowJson(sampleRow()).replace("\"46700000001\"", "46700000001");
        QTest::newRow("a text for a list")
            << encodeRowJson(sampleRow()).replace("[\"chat\",\"fileTransfer\"]", "\"chat\"");
        QTest::newRow("a list of numbers") << encodeRowJson(sampleRow()).replace("[\"chat\",\"fileTransfer\"]", "[1]");
        QTest::newRow("an unknown join")
            << encodeRowJson(sampleRow()).replace("\"join\":\"request_id\"", "\"join\":\"x\"");
        QTest::newRow("a retry, which is no row") << encodeRowJson(sampleRow()).replace("\"conflict\"", "\"retry\"");
        QTest::newRow("retries below none") << encodeRowJson(sampleRow()).replace("\"retries\":2", "\"retries\":-2");
        QTest::newRow("the closing line of a lookup") << QByteArray("{\"lookup\":{\"request_id\":\"x\"}}");
    }
    void whatIsNoRowIsRefused()
    {
        QFETCH(QByteArray, line);
        COMPARE_ERROR(decodeRowJson(line), Error::Kind::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestRowReading)
#include "tst_row_reading.moc"

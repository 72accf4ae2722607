// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/sample_row.h"
#include "exporting/row_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace console;

class TestRowJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryMemberInTheOrderOfTheContract();
    void writesNullForAbsentMembers();
    void escapesEveryText_data();
    void escapesEveryText();
    void escapesWhatATerminalWouldObey();
    void keepsStatusesAndChannelsNobodyKnows();
    void writesTheClosingLineOfALookup();
};

void TestRowJson::writesEveryMemberInTheOrderOfTheContract()
{
    QCOMPARE(encodeRowJson(sampleRow()),
             QByteArray(R"({"received_at":"2023-11-14T22:13:20.120Z","accepted_time":"2023-11-14T22:13:19.724083111Z",)"
                        R"("request_id":"01HF7YAT00000000000000TEST","project_id":"project","app_id":"app",)"
                        R"("contact_id":"contact","channel":"RCS","identity":"46700000001",)"
                        R"("capability_status":"CAPABILITY_PARTIAL","channel_capabilities":["chat","fileTransfer"],)"
                        R"("reason_code":"RATE_LIMITED","reason_sub_code":"INACTIVE_SENDER",)"
                        R"("reason_channel_code":"130429","reason_description":"slow down","signature":"valid",)"
                        R"("join":"request_id","outcome":"conflict","retries":2,"latency_ms":1234})"));
}

void TestRowJson::writesNullForAbsentMembers()
{
    NotificationRow row;
    row.receivedAt = fromMilliseconds(0);
    row.signature = SignatureState::Unsigned;
    QCOMPARE(encodeRowJson(row),
             QByteArray(R"({"received_at":"1970-01-01T00:00:00.000Z","accepted_time":null,"request_id":null,)"
                        R"("project_id":null,"app_id":null,"contact_id":null,"channel":null,"identity":null,)"
                        R"("capability_status":null,"channel_capabilities":null,"reason_code":null,)"
                        R"("reason_sub_code":null,"reason_channel_code":null,"reason_description":null,)"
                        R"("signature":"unsigned","join":"none","outcome":"new","retries":0,"latency_ms":null})"));
}

void TestRowJson::escapesEveryText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quote and backslash") << QStringLiteral("a\"b\\c");
    QTest::newRow("line ends and tab") << QStringLiteral("a\r\nb\tc");
    QTest::newRow("control characters") << QStringLiteral("\x01\x1f\x7f");
    QTest::newRow("letters beyond ASCII") << QStringLiteral("Åsa 你好 😀");
    QTest::newRow("line separators of Unicode") << QStringLiteral("a\u2028b\u0085c");
}

void TestRowJson::escapesEveryText()
{
    QFETCH(QString, text);
    NotificationRow row = sampleRow();
    row.reason.description = text;
    row.channelCapabilities = {text, QStringLiteral("chat")};
    const QByteArray line = encodeRowJson(row);
    QVERIFY(!line.contains('\n') && !line.contains('\r'));
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    QCOMPARE(json[QLatin1String("reason_description")].toString(), text);
    QCOMPARE(json[QLatin1String("channel_capabilities")].toArray().first().toString(), text);
    QCOMPARE(json.size(), 19);
}

void TestRowJson::escapesWhatATerminalWouldObey()
{
    NotificationRow row = sampleRow();
    row.reason.description = QStringLiteral("\x1b[2J\x7f\u009b\u202E å 👩‍💻");
    const QByteArray line = encodeRowJson(row);
    QVERIFY2(line.contains("\\u001b[2J\\u007f\\u009b\\u202e å 👩‍💻"), line.constData());
    QCOMPARE(QJsonDocument::fromJson(line).object().value(QLatin1String("reason_description")).toString(),
             row.reason.description);
}

void TestRowJson::keepsStatusesAndChannelsNobodyKnows()
{
    NotificationRow row = sampleRow();
    row.address.channel = ChannelName::fromText(QStringLiteral("PIGEON"));
    row.status = CapabilityStatus::fromText(QStringLiteral("CAPABILITY_MAYBE"));
    const QByteArray line = encodeRowJson(row);
    QVERIFY(line.contains("\"channel\":\"PIGEON\""));
    QVERIFY(line.contains("\"capability_status\":\"CAPABILITY_MAYBE\""));
}

void TestRowJson::writesTheClosingLineOfALookup()
{
    LookupProgress progress;
    progress.state = LookupState::TimedOut;
    progress.expected = 3;
    progress.answered = 1;
    progress.silent = {{ChannelName::fromText(QStringLiteral("SMS")), QStringLiteral("46700000001")},
                       {ChannelName::fromText(QStringLiteral("LINE")), QStringLiteral("U\"1")}};
    QCOMPARE(encodeLookupJson(*RequestId::parse(QStringLiteral("01X")), progress),
             QByteArray(R"({"lookup":{"request_id":"01X","state":"timed_out","expected":3,"answered":1,"silent":[)"
                        R"({"channel":"SMS","identity":"46700000001"},{"channel":"LINE","identity":"U\"1"}]}})"));
    progress.silent.clear();
    QVERIFY(encodeLookupJson(*RequestId::parse(QStringLiteral("01X")), progress).endsWith("\"silent\":[]}}"));
}

QTEST_APPLESS_MAIN(TestRowJson)
#include "tst_row_json.moc"

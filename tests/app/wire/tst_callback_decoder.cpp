// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "support/text_rows.h"
#include "wire/callback_decoder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace console;

namespace {

const QByteArray kFull
    = R"({"request_id":"R1","contact_id":"C1","channel":"RCS","identity":"46701","capability_status":"CAPABILITY_PARTIAL",)"
      R"("channel_capabilities":["A","B"],"reason":{"code":"UNKNOWN","sub_code":"INACTIVE_SENDER","channel_code":"131","description":"why"}})";

QByteArray enveloped(const QByteArray &notification)
{
    return R"({"app_id":"A1","project_id":"P1","accepted_time":"2026-01-02T03:04:05Z","capability_notification":)"
        + notification + '}';
}

/// The full notification with one member replaced; an empty replacement takes it away.
QByteArray changed(const QString &name, const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(kFull).object();
    object.remove(name);
    if (!json.isEmpty())
        object.insert(name, QJsonDocument::fromJson("[" + json + "]").array().at(0));
    return enveloped(QJsonDocument(object).toJson());
}

QString whyUnreadable(const DecodedCallback &decoded)
{
    const auto *unreadable = std::get_if<UnreadableCallback>(&decoded);
    return unreadable ? unreadable->why : QString();
}

} // namespace

class TestCallbackDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFixture_data();
    void readsEveryFixture();
    void readsReasonsOfFixtures();
    void keepsWordsThatNobodyKnows();
    void readsAllMembers();
    void doesWithoutAnyMember_data();
    void doesWithoutAnyMember();
    void refusesWrongTypes_data();
    void refusesWrongTypes();
    void refusesNotificationsOfAnotherShape_data();
    void refusesNotificationsOfAnotherShape();
    void readsAReasonThatIsAPlainText();
    void readsAChannelCodeThatIsANumber_data();
    void readsAChannelCodeThatIsANumber();
    void readsEnvelopesOfWrongTypesAsAbsent();
    void refusesWhatIsNotOneObjectInUtf8_data();
    void refusesWhatIsNotOneObjectInUtf8();
    void refusesEveryTruncation();
    void skipsAByteOrderMark();
    void takesTheLastOfTwoEqualKeys();
    void namesOtherEvents_data();
    void namesOtherEvents();
};

void TestCallbackDecoder::readsEveryFixture_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("requestId");
    QTest::addColumn<QString>("contactId");
    QTest::addColumn<QString>("projectId");
    QTest::addColumn<QString>("acceptedTime");
    QTest::addColumn<QString>("capabilities");
    QTest::addColumn<bool>("isFlat");
    const QString request = QStringLiteral("01EQBF91XWP9PW1J8EWRYZ1GK2");
    const QString contact = QStringLiteral("01EKA07N79THJ20ZSN6AS30TMW");
    const QString project = QStringLiteral("11111111-2222-4333-8444-555555555555");
    const auto row = [](const char *name, const char *channel, const char *identity, const char *status,
                        const QString &requestId, const QString &contactId, const QString &projectId, const char *time,
                        const char *capabilities, bool isFlat) {
        QTest::newRow(name) << QString::fromLatin1(channel) << QString::fromLatin1(identity)
                            << QString::fromLatin1(status) << requestId << contactId << projectId
                            << QString::fromLatin1(time) << QString::fromLatin1(capabilities) << isFlat;
    };
    row("enveloped-full", "WHATSAPP", "46712312312", "CAPABILITY_FULL", request, contact, project,
        "2020-11-17T16:05:51.724083Z", "", false);
    row("enveloped-none-with-reason", "VIBERBM", "46712312312", "NO_CAPABILITY", request, contact, project,
        "2024-06-06T14:42:42.4Z", "", false);
    row("enveloped-partial-rcs", "RCS", "46712312312", "CAPABILITY_PARTIAL", request, contact, project,
        "2024-06-06T14:42:42.379863404Z", "RICHCARD_STANDALONE ACTION_DIAL ACTION_OPEN_URL", false);
    row("enveloped-unknown", "SMS", "46712312312", "CAPABILITY_UNKNOWN", request, {}, {}, "2024-06-06T14:42:42Z", "",
        false);
    row("enveloped-unlisted-values", "A_FUTURE_CHANNEL", "opaque:id", "A_FUTURE_STATUS", request, contact, project,
        "2027-01-01T00:00:00Z", "", false);
    row("flat-seed-shape", "WHATSAPP", "46712312312", "CAPABILITY_FULL", {}, contact, {}, "", "", true);
    row("flat-seed-shape-all-fields", "RCS", "46712312312", "CAPABILITY_PARTIAL", {}, contact, {}, "",
        "chat fileTransfer", true);
    row("skill-shape", "WHATSAPP", "46732001122", "CAPABILITY_FULL", request, contact, project,
        "2024-06-15T14:25:30.456Z", "", false);
}

void TestCallbackDecoder::readsEveryFixture()
{
    QFETCH(QString, channel);
    QFETCH(QString, identity);
    QFETCH(QString, status);
    QFETCH(QString, requestId);
    QFETCH(QString, contactId);
    QFETCH(QString, projectId);
    QFETCH(QString, acceptedTime);
    QFETCH(QString, capabilities);
    QFETCH(bool, isFlat);
    const QByteArray path = QByteArray("receiver/callback-") + QTest::currentDataTag() + ".json";
    const auto decoded = decodeCallback(fixture(path.constData()));
    QVERIFY2(std::holds_alternative<CapabilityNotification>(decoded), qPrintable(whyUnreadable(decoded)));
    const auto &notification = std::get<CapabilityNotification>(decoded);
    QCOMPARE(notification.channel.raw, channel);
    QCOMPARE(notification.identity, identity);
    QCOMPARE(notification.status.raw, status);
    QCOMPARE(textOf(notification.requestId), requestId);
    QCOMPARE(textOf(notification.contactId), contactId);
    QCOMPARE(textOf(notification.projectId), projectId);
    QCOMPARE(textOf(notification.appId), isFlat ? QString() : QStringLiteral("01EB37KMH2M6SV18ASNS3G135H"));
    QCOMPARE(notification.acceptedTime, acceptedTime);
    QCOMPARE(notification.channelCapabilities.join(QLatin1Char(' ')), capabilities);
    QCOMPARE(notification.isFlat, isFlat);
    QCOMPARE(notification.digest.size(), 32);
}

void TestCallbackDecoder::readsReasonsOfFixtures()
{
    const auto decoded = decodeCallback(fixture("receiver/callback-enveloped-none-with-reason.json"));
    const auto &reason = std::get<CapabilityNotification>(decoded).reason;
    QCOMPARE(reason.code.value, ReasonCode::RecipientNotReachable);
    QCOMPARE(reason.subCode.value, ReasonSubCode::Unspecified);
    QCOMPARE(reason.description, QStringLiteral("placeholder text"));
    QVERIFY(reason.channelCode.isEmpty());
    QVERIFY(std::get<CapabilityNotification>(decodeCallback(fixture("receiver/callback-enveloped-full.json")))
                .reason.isEmpty());
}

void TestCallbackDecoder::keepsWordsThatNobodyKnows()
{
    const auto decoded = decodeCallback(fixture("receiver/callback-enveloped-unlisted-values.json"));
    const auto &notification = std::get<CapabilityNotification>(decoded);
    QVERIFY(!notification.channel.isRecognized());
    QVERIFY(!notification.status.isRecognized());
    QVERIFY(!notification.reason.code.isRecognized());
    QCOMPARE(notification.reason.code.raw, QStringLiteral("A_FUTURE_CODE"));
    QCOMPARE(notification.reason.subCode.raw, QStringLiteral("A_FUTURE_SUB_CODE"));
}

void TestCallbackDecoder::readsAllMembers()
{
    const auto decoded = decodeCallback(enveloped(kFull));
    const auto &notification = std::get<CapabilityNotification>(decoded);
    QCOMPARE(textOf(notification.requestId), QStringLiteral("R1"));
    QCOMPARE(textOf(notification.contactId), QStringLiteral("C1"));
    QCOMPARE(notification.channel.value, Channel::Rcs);
    QCOMPARE(notification.status.value, Capability::Partial);
    QCOMPARE(notification.reason.channelCode, QStringLiteral("131"));
    QCOMPARE(notification.reason.subCode.value, ReasonSubCode::InactiveSender);
    QCOMPARE(textOf(notification.appId), QStringLiteral("A1"));
}

void TestCallbackDecoder::doesWithoutAnyMember_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QByteArray>("value");
    for (const char *name :
         {"request_id", "contact_id", "channel", "identity", "capability_status", "channel_capabilities", "reason"}) {
        QTest::addRow("no %s", name) << QString::fromLatin1(name) << QByteArray();
        QTest::addRow("%s is null", name) << QString::fromLatin1(name) << QByteArray("null");
        const QByteArray nothing = qstrcmp(name, "channel_capabilities") == 0 ? "[]"
            : qstrcmp(name, "reason") == 0                                    ? "{}"
                                                                              : "\"\"";
        QTest::addRow("%s is empty", name) << QString::fromLatin1(name) << nothing;
    }
}

void TestCallbackDecoder::doesWithoutAnyMember()
{
    QFETCH(QString, member);
    QFETCH(QByteArray, value);
    const auto decoded = decodeCallback(changed(member, value));
    QVERIFY2(std::holds_alternative<CapabilityNotification>(decoded), qPrintable(whyUnreadable(decoded)));
    const auto &notification = std::get<CapabilityNotification>(decoded);
    const auto isMissing = [&](const char *name) { return member == QLatin1String(name); };
    QCOMPARE(notification.requestId.has_value(), !isMissing("request_id"));
    QCOMPARE(notification.contactId.has_value(), !isMissing("contact_id"));
    QCOMPARE(notification.channel.isEmpty(), isMissing("channel"));
    QCOMPARE(notification.identity.isEmpty(), isMissing("identity"));
    QCOMPARE(notification.status.isEmpty(), isMissing("capability_status"));
    QCOMPARE(notification.channelCapabilities.isEmpty(), isMissing("channel_capabilities"));
    QCOMPARE(notification.reason.isEmpty(), isMissing("reason"));
}

void TestCallbackDecoder::refusesWrongTypes_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QByteArray>("value");
    const auto rows = [](const char *member, std::initializer_list<const char *> values) {
        for (const char *value : values)
            QTest::addRow("%s: %s", member, value) << QString::fromLatin1(member) << QByteArray(value);
    };
    for (const char *member : {"request_id", "contact_id", "channel", "identity", "capability_status"})
        rows(member, {"5", "true", "[]", "[\"RCS\"]", "{}"});
    rows("channel_capabilities", {"\"A\"", "5", "false", "{}", "[1]", "[\"A\",null]", "[[\"A\"]]"});
    rows("reason",
         {"5", "true", "[]", R"([{"code":"UNKNOWN"}])", R"({"code":5})", R"({"code":"UNKNOWN","sub_code":{}})",
          R"({"description":[]})", R"({"channel_code":true})"});
}

void TestCallbackDecoder::refusesWrongTypes()
{
    QFETCH(QString, member);
    QFETCH(QByteArray, value);
    QCOMPARE(whyUnreadable(decodeCallback(changed(member, value))), member + QStringLiteral(" has a wrong type"));
}

void TestCallbackDecoder::refusesNotificationsOfAnotherShape_data()
{
    textRows({"null", "[]", R"([{"channel":"RCS"}])", "\"RCS\"", "5", "true", "{}", R"({"identity":"46701"})",
              R"({"channel":"","capability_status":""})"});
}

void TestCallbackDecoder::refusesNotificationsOfAnotherShape()
{
    QFETCH(QByteArray, text);
    QVERIFY(!whyUnreadable(decodeCallback(enveloped(text))).isEmpty());
}

void TestCallbackDecoder::readsAReasonThatIsAPlainText()
{
    const auto decoded = decodeCallback(changed(QStringLiteral("reason"), "\"CHANNEL_FAILURE\""));
    QCOMPARE(std::get<CapabilityNotification>(decoded).reason.code.value, ReasonCode::ChannelFailure);
}

void TestCallbackDecoder::readsAChannelCodeThatIsANumber_data()
{
    QTest::addColumn<QString>("digits");
    QTest::newRow("131026") << QStringLiteral("131026");
    QTest::newRow("-1") << QStringLiteral("-1");
    QTest::newRow("1.5") << QStringLiteral("1.5");
}

void TestCallbackDecoder::readsAChannelCodeThatIsANumber()
{
    QFETCH(QString, digits);
    const auto decoded = decodeCallback(
        changed(QStringLiteral("reason"), QByteArray("{\"channel_code\":") + QTest::currentDataTag() + '}'));
    QCOMPARE(std::get<CapabilityNotification>(decoded).reason.channelCode, digits);
}

void TestCallbackDecoder::readsEnvelopesOfWrongTypesAsAbsent()
{
    const auto decoded = decodeCallback(
        R"({"app_id":5,"project_id":[],"accepted_time":{},"a_future":{"x":1},"capability_notification":)" + kFull
        + '}');
    const auto &notification = std::get<CapabilityNotification>(decoded);
    QVERIFY(!notification.appId);
    QVERIFY(!notification.projectId);
    QVERIFY(notification.acceptedTime.isEmpty());
    QCOMPARE(textOf(notification.requestId), QStringLiteral("R1"));
}

void TestCallbackDecoder::refusesWhatIsNotOneObjectInUtf8_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a list") << "[" + enveloped(kFull) + "]";
    QTest::newRow("a text") << QByteArray("\"text\"");
    QTest::newRow("two objects") << enveloped(kFull) + enveloped(kFull);
    QTest::newRow("something behind it") << enveloped(kFull) + "x";
    QTest::newRow("a form") << QByteArray("channel=RCS");
    QTest::newRow("a stray byte in a text") << enveloped("{\"channel\":\"RC\xff\"}");
    QTest::newRow("Latin-1 in a text") << enveloped("{\"channel\":\"\xe5\"}");
    QTest::newRow("an overlong slash") << enveloped("{\"channel\":\"\xc0\xaf\"}");
    QTest::newRow("a stray byte in a name") << enveloped("{\"chann\xffl\":\"RCS\"}");
    QTest::newRow("UTF-16") << QByteArray::fromHex("fffe7b007d00");
    QTest::newRow("a zero byte at the end") << enveloped(kFull) + QByteArray(1, '\0');
    QTest::newRow("a comment") << "/* x */" + enveloped(kFull);
    QTest::newRow("too deep") << enveloped("{\"channel\":\"RCS\",\"x\":" + QByteArray(100'000, '[')
                                           + QByteArray(100'000, ']') + "}");
}

void TestCallbackDecoder::refusesWhatIsNotOneObjectInUtf8()
{
    QFETCH(QByteArray, body);
    QVERIFY(!whyUnreadable(decodeCallback(body)).isEmpty());
}

void TestCallbackDecoder::refusesEveryTruncation()
{
    const QByteArray body = enveloped(kFull);
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY2(!whyUnreadable(decodeCallback(body.first(size))).isEmpty(), body.first(size).constData());
}

void TestCallbackDecoder::skipsAByteOrderMark()
{
    const auto decoded = decodeCallback("\xef\xbb\xbf" + enveloped(kFull));
    QVERIFY2(std::holds_alternative<CapabilityNotification>(decoded), qPrintable(whyUnreadable(decoded)));
}

void TestCallbackDecoder::takesTheLastOfTwoEqualKeys()
{
    const auto decoded
        = decodeCallback(enveloped(R"({"channel":"RCS","channel":"SMS","capability_status":"CAPABILITY_FULL"})"));
    QCOMPARE(std::get<CapabilityNotification>(decoded).channel.raw, QStringLiteral("SMS"));
}

void TestCallbackDecoder::namesOtherEvents_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("message") << QByteArray(
        R"({"app_id":"A","project_id":"P","message":{"id":"M"},"message_metadata":""})");
    QTest::newRow("contact_create_notification")
        << QByteArray(R"({"accepted_time":"T","contact_create_notification":{"contact":{}}})");
    QTest::newRow("unsupported_callback") << QByteArray(R"({"unsupported_callback":{}})");
    QTest::newRow("(empty)") << QByteArray("{}");
    QTest::newRow("capability_status") << QByteArray(
        R"({"capability_status":"CAPABILITY_FULL"})"); // neither channel nor identity
}

void TestCallbackDecoder::namesOtherEvents()
{
    QFETCH(QByteArray, body);
    const auto decoded = decodeCallback(body);
    QVERIFY(std::holds_alternative<OtherEvent>(decoded));
    QCOMPARE(std::get<OtherEvent>(decoded).kind, QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_GUILESS_MAIN(TestCallbackDecoder)
#include "tst_callback_decoder.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/result_macros.h"
#include "support/text_rows.h"
#include "wire/app_codec.h"

#include <QTest>

using namespace console;

namespace {

/// As the vendor answers: tokens and secrets in clear.
const QByteArray kApp = R"({
  "id": "A1", "display_name": "Shop", "processing_mode": "DISPATCH",
  "channel_credentials": [
    {"channel": "RCS", "static_bearer": {"claimed_identity": "sender", "token": "SECRET-TOKEN-1"},
     "callback_secret": "SECRET-2", "state": {"status": "ACTIVE", "description": ""}, "channel_known_id": "known"},
    {"channel": "MESSENGER", "static_token": {"token": "SECRET-TOKEN-3"}, "state": {"status": "PENDING"}},
    {"channel": "A_FUTURE_CHANNEL", "a_future_credential": {"password": "SECRET-4"}, "state": {"status": "A_FUTURE_STATE"}},
    {"channel": "SMS"}],
  "callback_settings": {"secret_for_overridden_callback_urls": "SECRET-5"},
  "message_retry_settings": {"retry_duration": null}, "rate_limits": {"webhooks": "25"}, "a_future_member": {"x": [1]}})";

App shop()
{
    App app {*AppId::parse(QStringLiteral("A1")), QStringLiteral("Shop"), {}, QStringLiteral("DISPATCH")};
    const auto add = [&](const char *channel, const char *state) {
        app.channels.append(
            {ChannelName::fromText(QLatin1String(channel)), OpenEnum<ChannelState>::fromText(QLatin1String(state))});
    };
    add("RCS", "ACTIVE");
    add("MESSENGER", "PENDING");
    add("A_FUTURE_CHANNEL", "A_FUTURE_STATE");
    add("SMS", "");
    return app;
}

} // namespace

class TestAppCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChannelsInTheAppsOrder();
    void dropsEverySecret();
    void listsAllApps();
    void leavesOutAppsWithoutId_data();
    void leavesOutAppsWithoutId();
    void readsNoAppsAsNone_data();
    void readsNoAppsAsNone();
    void readsOddMembersAsAbsent();
    void countsARepeatedChannelOnce();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
};

void TestAppCodec::readsChannelsInTheAppsOrder()
{
    const auto app = decodeApp(kApp);
    VERIFY_OK(app);
    QCOMPARE(*app, shop());
    QCOMPARE(app->channels.at(0).state.value, ChannelState::Active);
    QVERIFY(!app->channels.at(2).channel.isRecognized());
}

void TestAppCodec::dropsEverySecret()
{
    QVERIFY(kApp.count("SECRET") == 5);
    const auto app = decodeApp(kApp);
    VERIFY_OK(app);
    QStringList texts {app->id.toString(), app->displayName, app->processingMode};
    for (const auto &channel : app->channels)
        texts << channel.channel.raw << channel.state.raw;
    QVERIFY(!texts.join(QLatin1Char(' ')).contains(QLatin1String("SECRET")));
}

void TestAppCodec::listsAllApps()
{
    const auto apps = decodeApps(R"({"apps":[)" + kApp + R"(,{"id":"A2"}]})");
    VERIFY_OK(apps);
    QCOMPARE(apps->size(), 2);
    QCOMPARE(apps->at(0), shop());
    QCOMPARE(apps->at(1).id.toString(), QStringLiteral("A2"));
}

void TestAppCodec::leavesOutAppsWithoutId_data()
{
    textRows({"{}", R"({"id":""})", R"({"id":null})", R"({"id":5})", "null", "5", "[]", "\"A1\""});
}

void TestAppCodec::leavesOutAppsWithoutId()
{
    QFETCH(QByteArray, text);
    const auto apps = decodeApps(R"({"apps":[)" + text + R"(,{"id":"A2"}]})");
    VERIFY_OK(apps);
    QCOMPARE(apps->size(), 1);
    COMPARE_ERROR(decodeApp(text), Error::Kind::Malformed);
}

void TestAppCodec::readsNoAppsAsNone_data()
{
    textRows({"{}", R"({"apps":[]})", R"({"apps":null})"});
}

void TestAppCodec::readsNoAppsAsNone()
{
    QFETCH(QByteArray, text);
    const auto apps = decodeApps(text);
    VERIFY_OK(apps);
    QVERIFY(apps->isEmpty());
}

void TestAppCodec::readsOddMembersAsAbsent()
{
    const auto app = decodeApp(
        R"({"id":"A1","display_name":5,"processing_mode":[],"channel_credentials":[5,{"channel":7},{"channel":""},)"
        R"({"channel":"RCS","state":"ACTIVE"}]})");
    VERIFY_OK(app);
    QVERIFY(app->displayName.isEmpty());
    QVERIFY(app->processingMode.isEmpty());
    QCOMPARE(app->channels.size(), 1);
    QVERIFY(app->channels.at(0).state.isEmpty());
}

void TestAppCodec::countsARepeatedChannelOnce()
{
    const auto app = decodeApp(
        R"({"id":"A1","channel_credentials":[{"channel":"LINE","credential_ordinal_number":0},{"channel":"LINE","credential_ordinal_number":1}]})");
    VERIFY_OK(app);
    QCOMPARE(app->channels.size(), 1);
}

void TestAppCodec::refusesWhatItCannotRead_data()
{
    textRows({"", "null", "[]", "<html></html>", R"({"apps":)", R"({"apps":{}})", R"({"apps":"none"})"});
}

void TestAppCodec::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, text);
    COMPARE_ERROR(decodeApps(text), Error::Kind::Malformed);
}

QTEST_GUILESS_MAIN(TestAppCodec)
#include "tst_app_codec.moc"

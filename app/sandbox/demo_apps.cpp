// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo_apps.h"

#include "sandbox/seeded_dice.h"

#include <QJsonArray>

namespace console {

namespace {
constexpr quint64 kFirstAppMadeAt = 1'718'000'000'000; // a day in June 2024

struct DemoChannel
{
    const char *channel;
    const char *state = "ACTIVE";
    const char *description = "";
};

struct DemoApp
{
    const char *displayName;
    const char *processingMode;
    QList<DemoChannel> channels;
};

QList<DemoApp> plans()
{
    return {
        {"Support EU", "CONVERSATION", {{"RCS"}, {"SMS"}, {"WHATSAPP"}}},
        {"Marketing worldwide",
         "DISPATCH",
         {{"WHATSAPP"}, {"VIBERBM"}, {"SMS"}, {"RCS", "PENDING", "The RCS agent waits for its launch"}}},
        {"Social care",
         "CONVERSATION",
         {{"MESSENGER"}, {"INSTAGRAM"}, {"TELEGRAM"}, {"VIBERBM", "FAILING", "The sender was rejected"}}},
        {"Asia Pacific",
         "CONVERSATION",
         {{"LINE"}, {"WECHAT"}, {"SMS"}, {"KAKAOTALK", "FAILING", "The sender key is not valid any more"}}},
        {"Appointments US", "DISPATCH", {{"SMS"}, {"MMS"}}},
    };
}

/// The credential object of a channel: its member name, and what stands in it.
std::pair<QString, QJsonObject> credentialOf(const QString &channel, SeededDice &dice)
{
    const auto token = QStringLiteral("token");
    if (channel == QLatin1String("MESSENGER"))
        return {QStringLiteral("static_token"), {{token, QStringLiteral("EAAG") + dice.token(180)}}};
    if (channel == QLatin1String("INSTAGRAM"))
        return {QStringLiteral("instagram_credentials"),
                {{token, QStringLiteral("IGQV") + dice.token(160)},
                 {QStringLiteral("business_account_id"), dice.digits(17)}}};
    if (channel == QLatin1String("TELEGRAM"))
        return {QStringLiteral("telegram_credentials"), {{token, QStringLiteral("6021947358:") + dice.token(35)}}};
    if (channel == QLatin1String("LINE"))
        return {QStringLiteral("line_credentials"),
                {{token, dice.token(172)}, {QStringLiteral("secret"), dice.hex(32)}}};
    if (channel == QLatin1String("WECHAT"))
        return {QStringLiteral("wechat_credentials"),
                {{QStringLiteral("app_id"), QStringLiteral("wx") + dice.hex(16)},
                 {QStringLiteral("app_secret"), dice.hex(32)},
                 {token, dice.token(24)},
                 {QStringLiteral("aes_key"), dice.token(43)}}};
    if (channel == QLatin1String("KAKAOTALK"))
        return {QStringLiteral("kakaotalk_credentials"),
                {{QStringLiteral("kakaotalk_plus_friend_id"), QStringLiteral("@demo") + dice.digits(4)},
                 {QStringLiteral("kakaotalk_sender_key"), dice.hex(40)}}};
    if (channel == QLatin1String("MMS"))
        return {QStringLiteral("mms_credentials"),
                {{QStringLiteral("account_id"), dice.digits(8)},
                 {QStringLiteral("api_key"), dice.hex(32)},
                 {QStringLiteral("default_sender"), QStringLiteral("1206555") + dice.digits(4)}}};
    return {QStringLiteral("static_bearer"),
            {{QStringLiteral("claimed_identity"), dice.hex(32)}, {token, dice.token(40)}}};
}

QJsonObject channelCredential(const DemoChannel &plan, SeededDice &dice)
{
    const auto channel = QString::fromLatin1(plan.channel);
    const auto [member, credential] = credentialOf(channel, dice);
    return {{QStringLiteral("channel"), channel},
            {member, credential},
            {QStringLiteral("callback_secret"), dice.token(24)},
            {QStringLiteral("state"),
             QJsonObject {{QStringLiteral("status"), QString::fromLatin1(plan.state)},
                          {QStringLiteral("description"), QString::fromLatin1(plan.description)}}},
            {QStringLiteral("channel_known_id"), QString()},
            {QStringLiteral("credential_ordinal_number"), 0}};
}

QJsonObject retention(const char *type, int days)
{
    return {{QStringLiteral("retention_type"), QString::fromLatin1(type)}, {QStringLiteral("ttl_days"), days}};
}

QJsonObject appAnswer(const SandboxApp &app, const DemoApp &plan, const QJsonArray &credentials, SeededDice &dice)
{
    return {{QStringLiteral("id"), app.id},
            {QStringLiteral("display_name"), app.displayName},
            {QStringLiteral("channel_credentials"), credentials},
            {QStringLiteral("conversation_metadata_report_view"), QStringLiteral("NONE")},
            {QStringLiteral("processing_mode"), QString::fromLatin1(plan.processingMode)},
            {QStringLiteral("rate_limits"),
             QJsonObject {
                 {QStringLiteral("inbound"), 25}, {QStringLiteral("outbound"), 25}, {QStringLiteral("webhooks"), 25}}},
            {QStringLiteral("retention_policy"), retention("MESSAGE_EXPIRE_POLICY", 180)},
            {QStringLiteral("dispatch_retention_policy"), retention("MESSAGE_EXPIRE_POLICY", 0)},
            {QStringLiteral("smart_conversation"), QJsonObject {{QStringLiteral("enabled"), false}}},
            {QStringLiteral("queue_stats"),
             QJsonObject {{QStringLiteral("outbound_size"), 0}, {QStringLiteral("outbound_limit"), 500'000}}},
            {QStringLiteral("callback_settings"),
             QJsonObject {{QStringLiteral("secret_for_overridden_callback_urls"), dice.token(32)}}},
            {QStringLiteral("delivery_report_based_fallback"),
             QJsonObject {{QStringLiteral("enabled"), false}, {QStringLiteral("delivery_report_waiting_time"), 60}}},
            {QStringLiteral("message_retry_settings"), QJsonValue()},
            {QStringLiteral("persist_message_status"), QJsonObject {{QStringLiteral("enabled"), false}}},
            {QStringLiteral("message_search"), QJsonObject {{QStringLiteral("enabled"), false}}}};
}
} // namespace

QList<SandboxApp> demoApps(quint64 seed)
{
    SeededDice dice(seed);
    QList<SandboxApp> apps;
    for (const auto &plan : plans()) {
        SandboxApp app {.id = dice.ulid(kFirstAppMadeAt + quint64(apps.size()) * 86'400'000),
                        .displayName = QString::fromLatin1(plan.displayName),
                        .channels = {},
                        .answer = {}};
        QJsonArray credentials;
        for (const auto &channel : plan.channels) {
            app.channels += QString::fromLatin1(channel.channel);
            credentials.append(channelCredential(channel, dice));
        }
        app.answer = appAnswer(app, plan, credentials, dice);
        apps += app;
    }
    return apps;
}

} // namespace console

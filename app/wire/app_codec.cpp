// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/app_codec.h"

#include "wire/json_reader.h"

namespace console {

namespace {

std::optional<App> readApp(const QJsonObject &object)
{
    const auto id = AppId::fromOptional(stringMember(object, QLatin1String("id")));
    if (!id)
        return std::nullopt;
    App app {*id,
             stringMember(object, QLatin1String("display_name")),
             {},
             stringMember(object, QLatin1String("processing_mode"))};
    const auto credentials = object.value(QLatin1String("channel_credentials")).toArray();
    for (const auto &element : credentials) {
        const QJsonObject member = element.toObject();
        const auto state = member.value(QLatin1String("state")).toObject();
        const AppChannel channel {ChannelName::fromText(stringMember(member, QLatin1String("channel"))),
                                  OpenEnum<ChannelState>::fromText(stringMember(state, QLatin1String("status")))};
        if (!channel.channel.isEmpty() && !app.hasChannel(channel.channel)) // only LINE can repeat a channel
            app.channels.append(channel);
    }
    return app;
}

} // namespace

Result<QList<App>> decodeApps(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(object.error());
    QList<App> apps;
    const auto array = listMember(*object, QLatin1String("apps"));
    if (!array)
        return failure(array.error());
    for (const auto &element : *array) {
        if (auto app = readApp(element.toObject()))
            apps.append(*std::move(app));
    }
    return apps;
}

Result<App> decodeApp(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(object.error());
    auto app = readApp(*object);
    if (!app)
        return failure(Error::Kind::Malformed, QStringLiteral("an app without id"));
    return *std::move(app);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/query_codec.h"

#include "wire/json_reader.h"

#include <QJsonDocument>

namespace console {

namespace {

QJsonObject recipientObject(const Recipient &recipient)
{
    if (const auto *contact = std::get_if<ContactId>(&recipient))
        return {{QStringLiteral("contact_id"), contact->toString()}};
    QJsonArray identities;
    for (const auto &address : std::get<QList<ChannelIdentity>>(recipient)) {
        identities.append(QJsonObject {{QStringLiteral("channel"), address.channel.raw},
                                       {QStringLiteral("identity"), address.identity}});
    }
    return {{QStringLiteral("identified_by"), QJsonObject {{QStringLiteral("channel_identities"), identities}}}};
}

} // namespace

QByteArray encodeCapabilityQuery(const CapabilityQuery &query)
{
    const QJsonObject body {{QStringLiteral("app_id"), query.appId().toString()},
                            {QStringLiteral("recipient"), recipientObject(query.recipient())},
                            {QStringLiteral("request_id"), query.requestId().toString()}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Registration decodeRegistration(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return {};
    return {RequestId::fromOptional(stringMember(*object, QLatin1String("request_id"))),
            AppId::fromOptional(stringMember(*object, QLatin1String("app_id")))};
}

} // namespace console

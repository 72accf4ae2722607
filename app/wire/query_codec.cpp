// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/query_codec.h"

#include "wire/json_reader.h"

#include <QJsonDocument>

namespace console {

namespace {

QJsonObject recipientObject(const Recipient &recipient)
{
    if (const auto *contact = std::get_if<ContactId>(&recipient))
        return { { QStringLiteral("contact_id"), contact->toString() } };
    QJsonArray identities;
    for (const auto &address : std::get<QList<ChannelIdentity>>(recipient)) {
        identities.append(QJsonObject { { QStringLiteral("channel"), address.channel.raw },
                                        { QStringLiteral("identity"), address.identity } });
    }
    return { { QStringLiteral("identified_by"), QJsonObject { { QStringLiteral("channel_identities"), identities } } } };
}

} // namespace

QByteArray encodeCapabilityQuery(const CapabilityQuery &query)
{
    const QJsonObject body { { QStringLiteral("app_id"), query.appId().toString() },
                             { QStringLiteral("recipient"), recipientObject(query.recipient()) },
                             { QStringLiteral("request_id"), query.requestId().toString() } };
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Registration decodeRegistration(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return {};
    return { RequestId::fromOptional(stringMember(*object, QLatin1String("request_id"))),
             AppId::fromOptional(stringMember(*object, QLatin1String("app_id"))) };
}

QByteArray encodeRecipient(const Recipient &recipient)
{
    return QJsonDocument(recipientObject(recipient)).toJson(QJsonDocument::Compact);
}

Result<Recipient> decodeRecipient(const QByteArray &bytes)
{
    const auto object = parseJsonObject(bytes);
    if (!object)
        return failure(object.error());
    if (const auto contact = ContactId::fromOptional(stringMember(*object, QLatin1String("contact_id"))))
        return Recipient(*contact);
    QList<ChannelIdentity> identities;
    const auto array = object->value(QLatin1String("identified_by"))
                           .toObject()
                           .value(QLatin1String("channel_identities"))
                           .toArray();
    for (const auto &element : array) {
        const QJsonObject member = element.toObject();
        auto address = ChannelIdentity::make(stringMember(member, QLatin1String("channel")),
                                             stringMember(member, QLatin1String("identity")));
        if (!address)
            return failure(Error::Kind::Malformed, address.error().detail);
        identities.append(*std::move(address));
    }
    if (identities.isEmpty())
        return failure(Error::Kind::Malformed, QStringLiteral("a recipient without contact and identities"));
    return Recipient(identities);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/contact_codec.h"

#include "wire/json_reader.h"

namespace console {

namespace {

std::optional<Contact> readContact(const QJsonObject &object)
{
    const auto id = ContactId::fromOptional(stringMember(object, QLatin1String("id")));
    if (!id)
        return std::nullopt;
    Contact contact {*id,
                     stringMember(object, QLatin1String("display_name")),
                     stringMember(object, QLatin1String("external_id")),
                     stringMember(object, QLatin1String("email")),
                     stringMember(object, QLatin1String("language")),
                     {},
                     {}};
    const auto identities = object.value(QLatin1String("channel_identities")).toArray();
    for (const auto &element : identities) {
        const QJsonObject member = element.toObject();
        auto address = ChannelIdentity::make(stringMember(member, QLatin1String("channel")),
                                             stringMember(member, QLatin1String("identity")));
        if (address)
            contact.identities.append(*std::move(address));
    }
    for (const auto &channel : stringListMember(object, QLatin1String("channel_priority")))
        contact.channelPriority.append(ChannelName::fromText(channel));
    return contact;
}

} // namespace

Result<ContactPage> decodeContactPage(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(object.error());
    ContactPage page;
    const auto array = listMember(*object, QLatin1String("contacts"));
    if (!array)
        return failure(array.error());
    for (const auto &element : *array) {
        if (auto contact = readContact(element.toObject()))
            page.contacts.append(*std::move(contact));
    }
    page.nextPageToken = stringMember(*object, QLatin1String("next_page_token"));
    return page;
}

Result<Contact> decodeContact(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return failure(object.error());
    auto contact = readContact(*object);
    if (!contact)
        return failure(Error::Kind::Malformed, QStringLiteral("a contact without id"));
    return *std::move(contact);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/profile_route.h"

#include "sandbox/contact_store.h"
#include "sandbox/recipient_form.h"
#include "sandbox/vendor_names.h"

namespace console {

namespace {
const SandboxContact *findRecipient(const ContactStore &contacts, const RecipientForm &recipient)
{
    if (!recipient.contactId.isEmpty())
        return contacts.find(recipient.contactId);
    for (const auto &identity : recipient.identities) {
        const auto ids = contacts.idsWith(identity.channel, identity.identity);
        if (!ids.isEmpty())
            return contacts.find(ids.constFirst());
    }
    return nullptr;
}

bool hasChannel(const SandboxContact &contact, const QString &channel)
{
    return std::any_of(contact.identities.begin(), contact.identities.end(),
                       [&](const SandboxIdentity &identity) { return identity.channel == channel; });
}
} // namespace

ProfileRoute::ProfileRoute(const ContactStore &contacts, const QList<SandboxApp> &apps)
    : m_contacts(contacts)
    , m_apps(apps)
{ }

void ProfileRoute::addTo(ApiRouter &router)
{
    router.add("POST", "contacts:getChannelProfile", [this](const RoutedRequest &call) { return profile(call); });
}

RouteAnswer ProfileRoute::profile(const RoutedRequest &call) const
{
    static const QStringList channels {QStringLiteral("MESSENGER"), QStringLiteral("INSTAGRAM"),
                                       QStringLiteral("VIBER"), QStringLiteral("LINE")};
    const auto body = VendorEnvelope::body(call.request);
    if (!body)
        return failure(body.error());
    FormReader reader(*body);
    const auto appId = reader.requiredText(QStringLiteral("app_id"));
    if (!VendorNames::isUlid(appId))
        reader.refuse(QStringLiteral("app_id"), QStringLiteral("must be a ULID"));
    const auto channel = reader.requiredText(QStringLiteral("channel"));
    if (!channels.contains(channel))
        reader.refuse(QStringLiteral("channel"), QStringLiteral("has no profiles"));
    const auto recipient = RecipientForm::read(reader);
    if (reader.error())
        return failure(*reader.error());
    const auto *contact = findRecipient(m_contacts, recipient);
    if (!findApp(m_apps, appId) || !contact || !hasChannel(*contact, channel))
        return failure(VendorEnvelope::notFound());
    return QJsonObject {{QStringLiteral("profile_name"), contact->displayName}};
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/contact_routes.h"

#include "core/ulid.h"
#include "sandbox/contact_list_filter.h"
#include "sandbox/contact_store.h"
#include "sandbox/form_reader.h"
#include "sandbox/identity_conflicts.h"
#include "sandbox/page_token.h"
#include "sandbox/request_arguments.h"

#include <QJsonArray>

namespace console {

namespace {
SandboxContact merged(SandboxContact kept, const SandboxContact &source)
{
    for (const auto &identity : source.identities) {
        if (!kept.identities.contains(identity))
            kept.identities += identity;
    }
    for (const auto &channel : source.channelPriority) {
        if (!kept.channelPriority.contains(channel))
            kept.channelPriority += channel;
    }
    if (kept.email.isEmpty())
        kept.email = source.email;
    if (kept.externalId.isEmpty())
        kept.externalId = source.externalId;
    return kept;
}
} // namespace

ContactRoutes::ContactRoutes(ContactStore &contacts, const QList<SandboxApp> &apps, const Clock &clock)
    : m_contacts(contacts)
    , m_clock(clock)
    , m_form(apps)
{ }

void ContactRoutes::addTo(ApiRouter &router)
{
    router.add("GET", "contacts", [this](const RoutedRequest &call) { return list(call); });
    router.add("POST", "contacts", [this](const RoutedRequest &call) { return create(call); });
    router.add("GET", "contacts/*", [this](const RoutedRequest &call) { return get(call); });
    router.add("PATCH", "contacts/*", [this](const RoutedRequest &call) { return update(call); });
    router.add("DELETE", "contacts/*", [this](const RoutedRequest &call) { return remove(call); });
    router.add("POST", "contacts/*:merge", [this](const RoutedRequest &call) { return merge(call); });
    router.add("GET", "contacts:identityConflicts", [this](const RoutedRequest &call) { return conflicts(call); });
}

RouteAnswer ContactRoutes::list(const RoutedRequest &call) const
{
    const RequestArguments arguments(call.request);
    const auto size = arguments.pageSize();
    if (!size)
        return failure(size.error());
    const auto filter = ContactListFilter::parse(arguments, m_contacts);
    if (!filter)
        return failure(filter.error());
    const auto after = PageToken::after(arguments);
    if (!after)
        return failure(after.error());
    const auto page = m_contacts.page(*after, *size, [&](const SandboxContact &c) { return filter->matches(c); });
    QJsonArray contacts;
    for (const auto *contact : page.contacts)
        contacts.append(contact->toJson());
    return QJsonObject {{QStringLiteral("contacts"), contacts},
                        {QStringLiteral("next_page_token"), page.next ? PageToken::encode(*page.next) : QString()}};
}

RouteAnswer ContactRoutes::create(const RoutedRequest &call)
{
    const auto body = VendorEnvelope::body(call.request);
    if (!body)
        return failure(body.error());
    auto contact = m_form.apply(*body, ContactForm::fields(), {});
    if (!contact)
        return failure(contact.error());
    contact->id = makeUlid(m_clock.now());
    m_contacts.append(*contact);
    return contact->toJson();
}

RouteAnswer ContactRoutes::get(const RoutedRequest &call) const
{
    const auto *contact = m_contacts.find(call.id);
    if (!contact)
        return failure(VendorEnvelope::notFound());
    return contact->toJson();
}

RouteAnswer ContactRoutes::update(const RoutedRequest &call)
{
    const auto *stored = m_contacts.find(call.id);
    if (!stored)
        return failure(VendorEnvelope::notFound());
    const auto body = VendorEnvelope::body(call.request);
    if (!body)
        return failure(body.error());
    const auto changed = RequestArguments(call.request).changedFields(*body, ContactForm::fields());
    if (!changed)
        return failure(changed.error());
    const auto contact = m_form.apply(*body, *changed, *stored);
    if (!contact)
        return failure(contact.error());
    m_contacts.replace(*contact);
    return contact->toJson();
}

RouteAnswer ContactRoutes::remove(const RoutedRequest &call)
{
    if (!m_contacts.remove(call.id))
        return failure(VendorEnvelope::notFound());
    return QJsonObject();
}

RouteAnswer ContactRoutes::merge(const RoutedRequest &call)
{
    const auto body = VendorEnvelope::body(call.request);
    if (!body)
        return failure(body.error());
    FormReader reader(*body);
    const auto sourceId = reader.requiredText(QStringLiteral("source_id"));
    const auto strategy = reader.text(QStringLiteral("strategy"));
    if (!strategy.isEmpty() && strategy != QLatin1String("MERGE"))
        reader.refuse(QStringLiteral("strategy"), QStringLiteral("must be MERGE"));
    if (sourceId == call.id)
        reader.refuse(QStringLiteral("source_id"), QStringLiteral("is the destination itself"));
    if (reader.error())
        return failure(*reader.error());
    const auto *kept = m_contacts.find(call.id);
    const auto *source = m_contacts.find(sourceId);
    if (!kept || !source)
        return failure(VendorEnvelope::notFound());
    const auto contact = merged(*kept, *source);
    m_contacts.remove(sourceId);
    m_contacts.replace(contact);
    return contact.toJson();
}

RouteAnswer ContactRoutes::conflicts(const RoutedRequest &call) const
{
    const RequestArguments arguments(call.request);
    const auto size = arguments.pageSize();
    if (!size)
        return failure(size.error());
    const auto after = PageToken::after(arguments);
    if (!after)
        return failure(after.error());
    return IdentityConflicts(m_contacts).page(*after, *size);
}

} // namespace console

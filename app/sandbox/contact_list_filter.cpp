// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/contact_list_filter.h"

#include "sandbox/contact_store.h"
#include "sandbox/request_arguments.h"
#include "sandbox/vendor_envelope.h"
#include "sandbox/vendor_names.h"

namespace console {

Result<ContactListFilter> ContactListFilter::parse(const RequestArguments &arguments, const ContactStore &contacts)
{
    const auto channel = arguments.text(QStringLiteral("channel"));
    const auto identity = arguments.text(QStringLiteral("identity"));
    ContactListFilter filter;
    filter.m_externalId = arguments.text(QStringLiteral("external_id"));
    if (!channel.isEmpty() && !VendorNames::isChannel(channel))
        return failure(VendorEnvelope::invalid(QStringLiteral("channel"), QStringLiteral("is not a channel")));
    if (channel.isEmpty() != identity.isEmpty())
        return failure(
            VendorEnvelope::invalid(channel.isEmpty() ? QStringLiteral("channel") : QStringLiteral("identity"),
                                    QStringLiteral("channel and identity go together")));
    if (!filter.m_externalId.isEmpty() && !channel.isEmpty())
        return failure(
            VendorEnvelope::invalid(QStringLiteral("external_id"), QStringLiteral("excludes channel and identity")));
    if (!channel.isEmpty()) {
        const auto ids = contacts.idsWith(channel, identity);
        filter.m_ids.emplace(ids.begin(), ids.end());
    }
    return filter;
}

bool ContactListFilter::matches(const SandboxContact &contact) const
{
    return (m_externalId.isEmpty() || contact.externalId == m_externalId) && (!m_ids || m_ids->contains(contact.id));
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/identity_conflicts.h"

#include "sandbox/contact_store.h"
#include "sandbox/page_token.h"

#include <QJsonArray>

#include <map>

namespace console {

namespace {
struct Holders
{
    QStringList channels;
    QStringList contactIds;
};

void addOnce(QStringList &list, const QString &text)
{
    if (!list.contains(text))
        list += text;
}
} // namespace

QJsonObject IdentityConflicts::page(quint64 after, int size) const
{
    std::map<QString, Holders> byIdentity;
    m_contacts.forEach([&](const SandboxContact &contact) {
        for (const auto &identity : contact.identities) {
            auto &holders = byIdentity[identity.identity];
            addOnce(holders.channels, identity.channel);
            addOnce(holders.contactIds, contact.id);
        }
    });
    std::erase_if(byIdentity, [](const auto &entry) { return entry.second.contactIds.size() < 2; });

    QJsonArray conflicts;
    quint64 place = 0;
    for (const auto &[identity, holders] : byIdentity) {
        if (place++ < after || conflicts.size() == size)
            continue;
        conflicts.append(QJsonObject {{QStringLiteral("identity"), identity},
                                      {QStringLiteral("channels"), QJsonArray::fromStringList(holders.channels)},
                                      {QStringLiteral("contact_ids"), QJsonArray::fromStringList(holders.contactIds)}});
    }
    const bool hasMore = after + quint64(conflicts.size()) < byIdentity.size();
    return {{QStringLiteral("conflicts"), conflicts},
            {QStringLiteral("next_page_token"),
             hasMore ? PageToken::encode(after + quint64(conflicts.size())) : QString()}};
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/contact_store.h"

#include "sandbox/vendor_names.h"

namespace console {

namespace {
QString identityKey(const QString &channel, const QString &identity)
{
    return channel + QLatin1Char('\n') + VendorNames::storedIdentity(channel, identity);
}
} // namespace

void ContactStore::append(const SandboxContact &contact)
{
    m_contacts.emplace(++m_lastNumber, contact);
    m_numbers.insert(contact.id, m_lastNumber);
    index(m_lastNumber, contact);
}

const SandboxContact *ContactStore::find(const QString &id) const
{
    const auto number = m_numbers.constFind(id);
    return number == m_numbers.constEnd() ? nullptr : &m_contacts.at(*number);
}

void ContactStore::replace(const SandboxContact &contact)
{
    const auto number = m_numbers.constFind(contact.id);
    if (number == m_numbers.constEnd())
        return;
    auto &stored = m_contacts.at(*number);
    unindex(*number, stored);
    stored = contact;
    index(*number, stored);
}

bool ContactStore::remove(const QString &id)
{
    const auto number = m_numbers.constFind(id);
    if (number == m_numbers.constEnd())
        return false;
    unindex(*number, m_contacts.at(*number));
    m_contacts.erase(*number);
    m_numbers.erase(number);
    return true;
}

QStringList ContactStore::idsWith(const QString &channel, const QString &identity) const
{
    auto numbers = m_byIdentity.values(identityKey(channel, identity));
    std::sort(numbers.begin(), numbers.end());
    QStringList ids;
    for (const auto number : std::as_const(numbers))
        ids += m_contacts.at(number).id;
    return ids;
}

ContactStore::Page ContactStore::page(quint64 after, int size, const Predicate &predicate) const
{
    Page page;
    quint64 last = after;
    for (auto it = m_contacts.upper_bound(after); it != m_contacts.end(); ++it) {
        if (!predicate(it->second))
            continue;
        if (page.contacts.size() == size) { // one more than fits: there is a next page
            page.next = last;
            break;
        }
        page.contacts += &it->second;
        last = it->first;
    }
    return page;
}

void ContactStore::forEach(const std::function<void(const SandboxContact &)> &visit) const
{
    for (const auto &[number, contact] : m_contacts)
        visit(contact);
}

void ContactStore::index(quint64 number, const SandboxContact &contact)
{
    for (const auto &identity : contact.identities) {
        const auto key = identityKey(identity.channel, identity.identity);
        if (!m_byIdentity.contains(key, number))
            m_byIdentity.insert(key, number);
    }
}

void ContactStore::unindex(quint64 number, const SandboxContact &contact)
{
    for (const auto &identity : contact.identities)
        m_byIdentity.remove(identityKey(identity.channel, identity.identity), number);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/pinned_contacts.h"

namespace console {

PinnedContacts::PinnedContacts(QObject *parent)
    : QObject(parent)
{
    connect(&m_loader, &ContactLoader::loaded, this, [this](const Contact &contact) {
        m_read.insert(contact.id, contact);
        Q_EMIT contactRead(contact);
    });
    connect(&m_loader, &ContactLoader::missing, this, [this](const ContactId &id) {
        m_missing.insert(id);
        Q_EMIT contactMissing(id);
    });
    connect(&m_loader, &ContactLoader::finished, this, &PinnedContacts::readingEnded);
}

void PinnedContacts::setShortlist(const ContactShortlist &shortlist)
{
    m_shortlist = shortlist;
    open(nullptr);
}

void PinnedContacts::open(ProjectConnection *connection)
{
    m_connection = connection;
    m_read.clear();
    m_missing.clear();
    readUnread();
}

void PinnedContacts::readUnread()
{
    QList<ContactId> ids;
    const auto pinned = fitting(ContactTerm());
    for (const auto &contact : pinned) {
        if (!isRead(contact.id))
            ids.append(contact.id);
    }
    m_loader.start(m_connection, ids);
}

QList<Contact> PinnedContacts::fitting(const ContactTerm &term) const
{
    QList<Contact> contacts;
    QSet<ContactId> seen = m_missing;
    for (const auto *list : {&m_shortlist.favourites, &m_shortlist.recent}) {
        for (const auto &entry : *list) {
            if (seen.contains(entry.id))
                continue;
            seen.insert(entry.id);
            const auto read = m_read.constFind(entry.id);
            const Contact contact = read == m_read.cend() ? Contact {entry.id, entry.name, {}, {}, {}, {}, {}} : *read;
            if (term.fits(contact))
                contacts.append(contact);
        }
    }
    return contacts;
}

void PinnedContacts::toggleFavourite(const Contact &contact)
{
    m_shortlist.toggleFavourite({contact.id, contact.displayName});
    changed(contact);
}

void PinnedContacts::noteLookedUp(const Contact &contact)
{
    m_shortlist.noteLookedUp({contact.id, contact.displayName});
    changed(contact);
}

void PinnedContacts::changed(const Contact &contact)
{
    m_missing.remove(contact.id);
    if (!contact.identities.isEmpty())
        m_read.insert(contact.id, contact);
    else if (!isRead(contact.id))
        readUnread();
    Q_EMIT shortlistChanged();
}

} // namespace console

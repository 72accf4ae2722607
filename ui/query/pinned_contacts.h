// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/contact_loader.h"
#include "lookup/contact_term.h"
#include "settings/contact_shortlist.h"

#include <QHash>

namespace console {

/// The contacts of the shortlist as they are at the vendor now: each is read by its id when the project is ready, and
/// has only its name until then. Thread: GUI.
class PinnedContacts final : public QObject
{
    Q_OBJECT

public:
    explicit PinnedContacts(QObject *parent = nullptr);

    /// Another project's, with no contact read.
    void setShortlist(const ContactShortlist &shortlist);
    const ContactShortlist &shortlist() const { return m_shortlist; }
    /// Reads them from here. Null: nothing is read.
    void open(ProjectConnection *connection);

    /// Favourites, then those looked up of late; each once, without those that the project no longer has.
    QList<Contact> fitting(const ContactTerm &term) const;
    bool isRead(const ContactId &id) const { return m_read.contains(id); }
    bool isReading() const { return m_loader.isRunning(); }
    bool isFavourite(const ContactId &id) const { return m_shortlist.isFavourite(id); }

    /// As far as it is known: without identities it is read.
    void toggleFavourite(const Contact &contact);
    void noteLookedUp(const Contact &contact);

Q_SIGNALS:
    void contactRead(const console::Contact &contact);
    void contactMissing(const console::ContactId &id);
    void readingEnded();
    void shortlistChanged();

private:
    void readUnread();
    void changed(const Contact &contact);

    ContactLoader m_loader;
    ContactShortlist m_shortlist;
    ProjectConnection *m_connection = nullptr;
    QHash<ContactId, Contact> m_read;
    QSet<ContactId> m_missing; ///< stays in the shortlist: with a wrong region, everything looks missing
};

} // namespace console

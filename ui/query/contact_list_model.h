// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

#include <QAbstractListModel>
#include <QSet>

namespace console {

/// Contacts: the pinned ones, then the others in the order in which they were found. It grows at its end; another search
/// starts it anew. Thread: GUI.
class ContactListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdentityRole = Qt::UserRole + 1, ///< the first identity
        OthersRole,                      ///< "and 2 more": other identities than the first; empty when there are none
        ChannelsRole,                    ///< QList<ChannelName>, each channel once
        FavouriteRole,                   ///< bool
        PinnedRole,                      ///< bool: a favourite or looked up of late
        LastPinnedRole,                  ///< bool: others follow
    };

    explicit ContactListModel(QObject *parent = nullptr);

    /// \param unread those of the pinned ones of which only the name is known yet.
    void setContacts(const QList<Contact> &pinned, const QSet<ContactId> &unread, const QList<Contact> &others);
    /// Those that are pinned are there already.
    void append(const QList<Contact> &contacts);
    void setFavourites(const QSet<ContactId> &favourites);
    /// What is known of a pinned one now.
    void update(const Contact &contact);
    void remove(const ContactId &id);
    /// Whether there is more to be had by scrolling.
    void setHasMore(bool hasMore) { m_hasMore = hasMore; }

    const Contact &at(int row) const { return m_contacts.at(row); }
    bool isRead(int row) const { return !m_unread.contains(at(row).id); }
    const QList<Contact> &contacts() const { return m_contacts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The end of the list came into sight.
    void moreWanted();

private:
    QList<Contact> withoutPinned(const QList<Contact> &contacts) const;
    int pinnedRow(const ContactId &id) const;
    QString identityText(const Contact &contact) const;
    QString othersText(const Contact &contact) const;
    QString description(int row, const Contact &shown) const;

    QList<Contact> m_contacts;
    int m_pinned = 0; ///< rows
    QSet<ContactId> m_pinnedIds;
    QSet<ContactId> m_unread;
    QSet<ContactId> m_favourites;
    bool m_hasMore = false;
};

} // namespace console

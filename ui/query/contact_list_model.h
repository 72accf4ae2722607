// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

#include <QAbstractListModel>

namespace console {

/// Contacts in the order in which they were found. It grows at its end; another search starts it anew. Thread: GUI.
class ContactListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdentityRole = Qt::UserRole + 1, ///< the first identity, and how many others there are
        ChannelsRole,                    ///< QList<ChannelName>, each channel once
    };

    using QAbstractListModel::QAbstractListModel;

    void setContacts(const QList<Contact> &contacts);
    void append(const QList<Contact> &contacts);
    /// Whether there is more to be had by scrolling.
    void setHasMore(bool hasMore) { m_hasMore = hasMore; }
    const Contact &at(int row) const { return m_contacts.at(row); }
    const QList<Contact> &contacts() const { return m_contacts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The end of the list came into sight.
    void moreWanted();

private:
    QList<Contact> m_contacts;
    bool m_hasMore = false;
};

} // namespace console

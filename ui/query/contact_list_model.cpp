// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/contact_list_model.h"

#include "core/visible_text.h"
#include "ui/masking/masker.h"

#include <QStringList>

namespace console {

namespace {

QList<ChannelName> channelsOf(const Contact &contact)
{
    QList<ChannelName> channels;
    for (const auto &address : contact.identities) {
        if (!channels.contains(address.channel))
            channels.append(address.channel);
    }
    return channels;
}

QStringList addressesOf(const Contact &contact)
{
    QStringList lines;
    for (const auto &address : contact.identities)
        lines.append(visibleLine(channelDisplayName(address.channel) + QLatin1Char(' ') + address.identity));
    return lines;
}

QStringList distinctIdentities(const Contact &contact)
{
    QStringList identities;
    for (const auto &address : contact.identities)
        identities.append(visibleLine(address.identity));
    identities.removeDuplicates();
    return identities;
}

QString nameOf(const Contact &contact)
{
    if (!contact.displayName.isEmpty())
        return visibleLine(contact.displayName);
    return visibleLine(contact.identities.isEmpty() ? contact.id.toString() : contact.identities.first().identity);
}

} // namespace

ContactListModel::ContactListModel(QObject *parent)
    : QAbstractListModel(parent)
{
    connect(&Masker::instance(), &Masker::changed, this, [this] {
        if (!m_contacts.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_contacts.size()) - 1));
    });
}

void ContactListModel::setContacts(const QList<Contact> &pinned, const QSet<ContactId> &unread,
                                   const QList<Contact> &others)
{
    beginResetModel();
    m_hasMore = false;
    m_pinned = int(pinned.size());
    m_pinnedIds.clear();
    for (const auto &contact : pinned)
        m_pinnedIds.insert(contact.id);
    m_unread = unread;
    m_contacts = m_pinned == 0 ? others : pinned + withoutPinned(others);
    endResetModel();
}

QList<Contact> ContactListModel::withoutPinned(const QList<Contact> &contacts) const
{
    QList<Contact> others = contacts;
    if (m_pinned > 0)
        others.removeIf([this](const Contact &contact) { return m_pinnedIds.contains(contact.id); });
    return others;
}

void ContactListModel::append(const QList<Contact> &contacts)
{
    const QList<Contact> fresh = withoutPinned(contacts);
    if (fresh.isEmpty())
        return;
    const bool hadOthers = m_contacts.size() > m_pinned;
    beginInsertRows({}, int(m_contacts.size()), int(m_contacts.size() + fresh.size()) - 1);
    m_contacts.append(fresh);
    endInsertRows();
    if (m_pinned > 0 && !hadOthers)
        Q_EMIT dataChanged(index(m_pinned - 1), index(m_pinned - 1), {LastPinnedRole});
}

void ContactListModel::setFavourites(const QSet<ContactId> &favourites)
{
    m_favourites = favourites;
    if (!m_contacts.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_contacts.size()) - 1), {FavouriteRole});
}

int ContactListModel::pinnedRow(const ContactId &id) const
{
    for (int row = 0; row < m_pinned; ++row) {
        if (m_contacts.at(row).id == id)
            return row;
    }
    return -1;
}

void ContactListModel::update(const Contact &contact)
{
    m_unread.remove(contact.id);
    const int row = pinnedRow(contact.id);
    if (row < 0)
        return;
    m_contacts[row] = contact;
    Q_EMIT dataChanged(index(row), index(row));
}

void ContactListModel::remove(const ContactId &id)
{
    const int row = pinnedRow(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_contacts.removeAt(row);
    m_pinnedIds.remove(id);
    --m_pinned;
    endRemoveRows();
}

int ContactListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_contacts.size());
}

QString ContactListModel::identityText(const Contact &contact) const
{
    const QStringList identities = distinctIdentities(contact);
    return identities.isEmpty() ? tr("no identity") : identities.first();
}

QString ContactListModel::othersText(const Contact &contact) const
{
    const int others = int(distinctIdentities(contact).size()) - 1;
    //: behind an identity: how many others the contact has
    return others > 0 ? tr("and %n more", nullptr, others) : QString();
}

QString ContactListModel::description(int row, const Contact &shown) const
{
    QStringList parts;
    if (m_favourites.contains(at(row).id))
        parts.append(tr("favourite"));
    else if (row < m_pinned)
        parts.append(tr("looked up lately"));
    return (parts + addressesOf(shown)).join(QStringLiteral(", "));
}

QVariant ContactListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const ContactId &id = m_contacts.at(row).id;
    const Contact contact = Masker::instance().shown(m_contacts.at(row));
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(contact);
    case Qt::ToolTipRole:
        return QString(nameOf(contact) + QLatin1Char('\n') + addressesOf(contact).join(QLatin1Char('\n'))).trimmed();
    case Qt::AccessibleDescriptionRole:
        return description(row, contact);
    case IdentityRole:
        return m_unread.contains(id) ? tr("being read …") : identityText(contact);
    case OthersRole:
        return othersText(contact);
    case ChannelsRole:
        return QVariant::fromValue(channelsOf(contact));
    case FavouriteRole:
        return m_favourites.contains(id);
    case PinnedRole:
        return row < m_pinned;
    case LastPinnedRole:
        return row == m_pinned - 1 && m_contacts.size() > m_pinned;
    default:
        return {};
    }
}

bool ContactListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore;
}

void ContactListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_hasMore = false; // asked once; whoever answers says whether there is still more
    Q_EMIT moreWanted();
}

} // namespace console

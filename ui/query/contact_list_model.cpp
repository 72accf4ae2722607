// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/contact_list_model.h"

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
        lines.append(channelDisplayName(address.channel) + QLatin1Char(' ') + address.identity);
    return lines;
}

QStringList distinctIdentities(const Contact &contact)
{
    QStringList identities;
    for (const auto &address : contact.identities)
        identities.append(address.identity);
    identities.removeDuplicates();
    return identities;
}

QString nameOf(const Contact &contact)
{
    if (!contact.displayName.isEmpty())
        return contact.displayName;
    return contact.identities.isEmpty() ? contact.id.toString() : contact.identities.first().identity;
}

} // namespace

void ContactListModel::setContacts(const QList<Contact> &contacts)
{
    beginResetModel();
    m_hasMore = false;
    m_contacts = contacts;
    endResetModel();
}

void ContactListModel::append(const QList<Contact> &contacts)
{
    if (contacts.isEmpty())
        return;
    beginInsertRows({}, int(m_contacts.size()), int(m_contacts.size() + contacts.size()) - 1);
    m_contacts.append(contacts);
    endInsertRows();
}

int ContactListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_contacts.size());
}

QVariant ContactListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Contact &contact = m_contacts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(contact);
    case Qt::ToolTipRole:
        return QString(nameOf(contact) + QLatin1Char('\n') + addressesOf(contact).join(QLatin1Char('\n'))).trimmed();
    case Qt::AccessibleDescriptionRole:
        return addressesOf(contact).join(QStringLiteral(", "));
    case IdentityRole: {
        const QStringList identities = distinctIdentities(contact);
        if (identities.isEmpty())
            return tr("no identity");
        if (identities.size() == 1)
            return identities.first();
        //: an identity, and how many others the contact has
        return tr("%1 and %n more", nullptr, int(identities.size()) - 1).arg(identities.first());
    }
    case ChannelsRole:
        return QVariant::fromValue(channelsOf(contact));
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

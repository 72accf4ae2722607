// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/identity_list_model.h"

#include "ui/masking/masker.h"

namespace console {

namespace {

bool holds(const QList<ChannelIdentity> &addresses, const ChannelIdentity &address)
{
    return std::any_of(addresses.begin(), addresses.end(),
                       [&](const ChannelIdentity &other) { return other.isSameAddress(address); });
}

} // namespace

void appendAddress(QList<ChannelIdentity> &addresses, const ChannelIdentity &address)
{
    if (!holds(addresses, address))
        addresses.append(address);
}

IdentityListModel::IdentityListModel(QObject *parent)
    : QAbstractListModel(parent)
{
    connect(&Masker::instance(), &Masker::changed, this, [this] {
        if (!m_identities.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_identities.size()) - 1));
    });
}

void IdentityListModel::append(const QList<ParsedIdentity> &identities)
{
    for (const auto &identity : identities) {
        if (holds(addresses(), identity.address))
            continue;
        const int row = int(m_identities.size());
        beginInsertRows({}, row, row);
        m_identities.append(identity);
        endInsertRows();
    }
}

void IdentityListModel::remove(int row)
{
    if (row < 0 || row >= m_identities.size())
        return;
    beginRemoveRows({}, row, row);
    m_identities.removeAt(row);
    endRemoveRows();
}

void IdentityListModel::clear()
{
    beginResetModel();
    m_identities.clear();
    endResetModel();
}

QList<ChannelIdentity> IdentityListModel::addresses() const
{
    QList<ChannelIdentity> addresses;
    for (const auto &identity : m_identities)
        addresses.append(identity.address);
    return addresses;
}

int IdentityListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_identities.size());
}

QVariant IdentityListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ParsedIdentity &identity = m_identities.at(index.row());
    const ChannelIdentity shown = Masker::instance().shown(identity.address);
    const QString text = channelDisplayName(shown.channel) + QLatin1Char(' ') + shown.identity;
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return identity.oddBecause.isEmpty() ? text : text + QStringLiteral(": ") + identity.oddBecause;
    case ChannelRole:
        return int(identity.address.channel.value);
    case OddRole:
        return identity.oddBecause;
    default:
        return {};
    }
}

} // namespace console

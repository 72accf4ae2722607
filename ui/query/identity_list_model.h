// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/identity_parser.h"

#include <QAbstractListModel>

namespace console {

/// The identities that were added and will be asked about together. Thread: GUI.
class IdentityListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ChannelRole = Qt::UserRole + 1, ///< int of Channel
        OddRole,                        ///< why it looks odd; empty when it does not
    };

    explicit IdentityListModel(QObject *parent = nullptr);

    /// Those that are there already are skipped.
    void append(const QList<ParsedIdentity> &identities);
    void remove(int row);
    void clear();
    QList<ChannelIdentity> addresses() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<ParsedIdentity> m_identities;
};

/// Adds what is not there yet.
void appendAddress(QList<ChannelIdentity> &addresses, const ChannelIdentity &address);

} // namespace console

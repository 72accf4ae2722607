// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/answer_card.h"

#include <QAbstractListModel>

namespace console {

/// One row a channel. Thread: GUI.
class VerdictModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ChannelRole = Qt::UserRole + 1, ///< ChannelName
        OwnerRole,
        MetaRole,
        MarksRole,
    };

    using QAbstractListModel::QAbstractListModel;

    /// Tells only what changed, so that selection and scroll position stay.
    void setCards(const QList<AnswerCard> &cards);
    const QList<AnswerCard> &cards() const { return m_cards; }
    int rowOf(const ChannelIdentity &address) const; ///< -1 when there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<AnswerCard> m_cards;
};

} // namespace console

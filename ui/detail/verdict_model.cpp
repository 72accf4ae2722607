// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/verdict_model.h"

#include "ui/theme/chip_delegate.h"
#include "verdict/phrases.h"

namespace console {

namespace {

bool haveSamePlaces(const QList<AnswerCard> &a, const QList<AnswerCard> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const AnswerCard &one, const AnswerCard &other) {
        return one.address.isSameAddress(other.address);
    });
}

/// All lines and the chip, as they would be read aloud.
QString spoken(const AnswerCard &card)
{
    QStringList parts {
        channelWords(card.address.channel), card.chip.word, card.headline, card.owner, card.meta, card.marks};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", ")).replace(QStringLiteral(" · "), QStringLiteral(", "));
}

} // namespace

void VerdictModel::setCards(const QList<AnswerCard> &cards)
{
    if (!haveSamePlaces(m_cards, cards)) {
        beginResetModel();
        m_cards = cards;
        endResetModel();
        return;
    }
    for (int row = 0; row < m_cards.size(); ++row) {
        const bool isChanged = !(m_cards.at(row) == cards.at(row));
        m_cards[row] = cards.at(row);
        if (isChanged)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

int VerdictModel::rowOf(const ChannelIdentity &address) const
{
    for (int row = 0; row < m_cards.size(); ++row) {
        if (m_cards.at(row).address.isSameAddress(address))
            return row;
    }
    return -1;
}

int VerdictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant VerdictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AnswerCard &card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return card.headline;
    case Qt::AccessibleTextRole:
        return spoken(card);
    case Qt::ToolTipRole:
        return spoken(card).replace(QStringLiteral(", "), QStringLiteral("\n"));
    case kChipRole:
        return QVariant::fromValue(card.chip);
    case ChannelRole:
        return QVariant::fromValue(card.address.channel);
    case OwnerRole:
        return card.owner;
    case MetaRole:
        return card.meta;
    case MarksRole:
        return card.marks;
    default:
        return {};
    }
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/chosen_rows.h"

#include "ui/notifications/notification_table_model.h"

#include <QBitArray>
#include <QItemSelectionModel>

namespace console {

void ChosenRows::takeFrom(const QItemSelectionModel &selection)
{
    m_ids.clear();
    for (const QItemSelectionRange &range : selection.selection()) {
        m_ids.reserve(m_ids.size() + range.height());
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const qint64 id = m_model.idAt(row); id > 0)
                m_ids.append(quint32(id));
        }
    }
    const QModelIndex current = selection.currentIndex();
    m_currentId = current.isValid() ? m_model.idAt(current.row()) : 0;
    m_currentRow = current.row();
    m_currentColumn = current.column();
}

QList<int> ChosenRows::rows() const
{
    constexpr qsizetype kFew = 20; // to look for a row in a sorted table takes a walk through it
    QList<int> rows;
    if (m_ids.size() <= kFew) {
        for (const quint32 id : m_ids) {
            if (const auto row = m_model.rowOf(id))
                rows.append(*row);
        }
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    const quint32 highest = *std::max_element(m_ids.begin(), m_ids.end());
    QBitArray isChosen(qsizetype(highest) + 1);
    for (const quint32 id : m_ids)
        isChosen.setBit(id);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const qint64 id = m_model.idAt(row);
        if (id > 0 && id <= highest && isChosen.testBit(id))
            rows.append(row);
    }
    return rows;
}

QItemSelection ChosenRows::parts() const
{
    QItemSelection selection;
    const QList<int> chosen = rows();
    const int lastColumn = m_model.columnCount() - 1;
    for (qsizetype i = 0; i < chosen.size() && selection.size() < kMostParts;) {
        const qsizetype first = i++;
        while (i < chosen.size() && chosen[i] == chosen[i - 1] + 1)
            ++i;
        selection.append(
            QItemSelectionRange(m_model.index(chosen[first], 0), m_model.index(chosen[i - 1], lastColumn)));
    }
    return selection;
}

void ChosenRows::giveTo(QItemSelectionModel &selection) const
{
    selection.select(parts(), QItemSelectionModel::ClearAndSelect);
    const int row = m_currentId > 0 ? m_model.rowOf(m_currentId).value_or(-1) : m_currentRow;
    if (const QModelIndex current = m_model.index(row, m_currentColumn); current.isValid())
        selection.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    else
        selection.clearCurrentIndex();
}

} // namespace console

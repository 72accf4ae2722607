// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

#include <optional>

namespace console {

/// Which row shows which id. The rows of a filter in order of arrival: what was there, newest first, and what came since;
/// older rows go to the one end and newer ones to the other, so that nothing ever moves. Beside it, when a column is
/// sorted, the same ids in that order. Thread: GUI.
class RowOrder
{
public:
    /// Rows, both ends included.
    struct Range
    {
        qsizetype first;
        qsizetype last;
    };

    explicit RowOrder(bool isOldestFirst = false)
        : m_isOldestFirst(isOldestFirst)
    { }

    qsizetype count() const { return m_sorted ? m_sorted->size() : m_older.size() + m_newer.size(); }
    quint32 idAt(qsizetype row) const;
    bool contains(quint32 id) const;
    std::optional<qsizetype> rowOf(quint32 id) const;

    /// In order of arrival. Each returns the rows that are new, in the order of arrival that is set.
    Range appendOlder(const QList<quint32> &newestFirst);
    Range appendNewer(const QList<quint32> &ascending);
    Range insert(quint32 id);
    /// The row that it had, as it is shown; nothing when it was not sorted in yet. It is gone from both orders.
    std::optional<qsizetype> remove(quint32 id);

    /// Many at once. \returns the rows that they had when they were one block; else they are gone all the same, and any
    /// other row may have moved.
    std::optional<Range> removeAll(const QSet<quint32> &ids);

    QList<quint32> newestFirst() const;
    quint32 newestId() const; ///< 0 when there is none

    bool isOldestFirst() const { return m_isOldestFirst; }
    void setOldestFirst(bool isOldestFirst) { m_isOldestFirst = isOldestFirst; }
    void setSorted(const QList<quint32> &ids) { m_sorted = ids; }
    void clearSorted() { m_sorted.reset(); }
    bool isSorted() const { return m_sorted.has_value(); }
    const QList<quint32> &sorted() const { return *m_sorted; }

private:
    qsizetype arrivalCount() const { return m_older.size() + m_newer.size(); }
    /// A row of newest first, as it is shown.
    qsizetype shown(qsizetype row) const { return m_isOldestFirst ? arrivalCount() - 1 - row : row; }
    std::optional<qsizetype> arrivalRowOf(quint32 id) const;
    void removeSorted(const QList<qsizetype> &rows);
    QList<qsizetype> rowsOf(const QSet<quint32> &ids) const;

    QList<quint32> m_older; ///< newest first
    QList<quint32> m_newer; ///< ascending: read backwards
    std::optional<QList<quint32>> m_sorted;
    bool m_isOldestFirst = false;
};

} // namespace console

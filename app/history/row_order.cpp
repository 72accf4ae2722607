// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_order.h"

#include <algorithm>

namespace console {

quint32 RowOrder::idAt(qsizetype row) const
{
    if (m_sorted)
        return m_sorted->at(row);
    const qsizetype place = shown(row); // the mirror image of itself
    return place < m_newer.size() ? m_newer.at(m_newer.size() - 1 - place) : m_older.at(place - m_newer.size());
}

std::optional<qsizetype> RowOrder::arrivalRowOf(quint32 id) const
{
    const auto newer = std::lower_bound(m_newer.begin(), m_newer.end(), id);
    if (newer != m_newer.end() && *newer == id)
        return m_newer.end() - newer - 1;
    const auto older = std::lower_bound(m_older.begin(), m_older.end(), id, std::greater<>());
    if (older != m_older.end() && *older == id)
        return m_newer.size() + (older - m_older.begin());
    return std::nullopt;
}

bool RowOrder::contains(quint32 id) const
{
    return arrivalRowOf(id).has_value();
}

std::optional<qsizetype> RowOrder::rowOf(quint32 id) const
{
    if (m_sorted) {
        const qsizetype row = m_sorted->indexOf(id);
        return row < 0 ? std::nullopt : std::optional(row);
    }
    const auto row = arrivalRowOf(id);
    return row ? std::optional(shown(*row)) : std::nullopt;
}

RowOrder::Range RowOrder::appendOlder(const QList<quint32> &newestFirst)
{
    const qsizetype before = arrivalCount();
    m_older += newestFirst;
    const qsizetype last = arrivalCount() - 1;
    return m_isOldestFirst ? Range {0, last - before} : Range {before, last};
}

RowOrder::Range RowOrder::appendNewer(const QList<quint32> &ascending)
{
    const qsizetype before = arrivalCount();
    m_newer += ascending;
    const qsizetype last = arrivalCount() - 1;
    return m_isOldestFirst ? Range {before, last} : Range {0, last - before};
}

RowOrder::Range RowOrder::insert(quint32 id)
{
    if (!m_newer.isEmpty() && id > m_newer.first())
        m_newer.insert(std::lower_bound(m_newer.begin(), m_newer.end(), id), id);
    else
        m_older.insert(std::lower_bound(m_older.begin(), m_older.end(), id, std::greater<>()), id);
    const qsizetype row = shown(*arrivalRowOf(id));
    return {row, row};
}

std::optional<qsizetype> RowOrder::remove(quint32 id)
{
    const auto row = rowOf(id);
    if (m_sorted && row)
        m_sorted->removeAt(*row);
    if (const auto newer = std::lower_bound(m_newer.begin(), m_newer.end(), id); newer != m_newer.end() && *newer == id)
        m_newer.erase(newer);
    else
        m_older.erase(std::lower_bound(m_older.begin(), m_older.end(), id, std::greater<>()));
    return row;
}

/// The rows of these ids as they are shown; ascending.
QList<qsizetype> RowOrder::rowsOf(const QSet<quint32> &ids) const
{
    QList<qsizetype> rows;
    if (m_sorted) {
        const auto [least, most] = std::minmax_element(ids.begin(), ids.end());
        for (qsizetype row = 0; row < m_sorted->size(); ++row) {
            const quint32 id = m_sorted->at(row); // mostly the oldest ones are asked for: two comparisons do
            if (id >= *least && id <= *most && ids.contains(id))
                rows.append(row);
        }
        return rows;
    }
    for (const quint32 id : ids) {
        if (const auto row = arrivalRowOf(id))
            rows.append(shown(*row));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// Only the rows that stand between them are moved: no id is looked up.
void RowOrder::removeSorted(const QList<qsizetype> &rows)
{
    if (rows.isEmpty())
        return;
    const auto begin = m_sorted->begin();
    auto end = begin + rows.first();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const qsizetype next = i + 1 < rows.size() ? rows[i + 1] : m_sorted->size();
        end = std::copy(begin + rows[i] + 1, begin + next, end);
    }
    m_sorted->erase(end, m_sorted->end());
}

std::optional<RowOrder::Range> RowOrder::removeAll(const QSet<quint32> &ids)
{
    if (ids.isEmpty())
        return std::nullopt;
    const auto rows = rowsOf(ids);
    const auto goes = [&ids](quint32 id) { return ids.contains(id); };
    if (m_sorted)
        removeSorted(rows);
    const auto [least, most] = std::minmax_element(ids.begin(), ids.end());
    const auto newer = std::lower_bound(m_newer.begin(), m_newer.end(), *least);
    const auto newerEnd = std::upper_bound(newer, m_newer.end(), *most);
    m_newer.erase(std::remove_if(newer, newerEnd, goes), newerEnd);
    const auto older = std::lower_bound(m_older.begin(), m_older.end(), *most, std::greater<>());
    const auto olderEnd = std::upper_bound(older, m_older.end(), *least, std::greater<>());
    m_older.erase(std::remove_if(older, olderEnd, goes), olderEnd);
    const bool isOneBlock = !rows.isEmpty() && rows.last() - rows.first() + 1 == rows.size();
    return isOneBlock ? std::optional(Range {rows.first(), rows.last()}) : std::nullopt;
}

quint32 RowOrder::newestId() const
{
    if (!m_newer.isEmpty())
        return m_newer.last();
    return m_older.isEmpty() ? 0 : m_older.first();
}

QList<quint32> RowOrder::newestFirst() const
{
    QList<quint32> ids;
    ids.reserve(arrivalCount());
    std::copy(m_newer.rbegin(), m_newer.rend(), std::back_inserter(ids));
    ids += m_older;
    return ids;
}

} // namespace console

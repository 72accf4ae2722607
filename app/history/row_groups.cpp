// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_groups.h"

#include "core/first_without.h"

#include <algorithm>

namespace console {

SortColumn RowGroups::columnOf(GroupKey key)
{
    switch (key) {
    case GroupKey::Contact:
        return SortColumn::Contact;
    case GroupKey::Lookup:
        return SortColumn::Request;
    case GroupKey::Channel:
        return SortColumn::Channel;
    case GroupKey::Status:
        return SortColumn::Capability;
    case GroupKey::None:
        break;
    }
    return SortColumn::Received;
}

quint32 RowGroups::codeOf(const HistoryView &view, int row) const
{
    const auto id = quint32(view.idAt(row));
    const ColumnChunk &chunk = *view.store().chunk(ColumnChunk::numberOf(id));
    const quint32 place = ColumnChunk::rowOf(id);
    if (m_key == GroupKey::Contact)
        return chunk.person.at(place);
    return m_key == GroupKey::Lookup ? chunk.request.at(place) : chunk.answer.at(place);
}

QString RowGroups::titleOf(const HistoryView &view, quint32 code) const
{
    const RowDictionaries &values = view.store().dictionaries();
    switch (m_key) {
    case GroupKey::Contact:
        return values.people()[code].shown();
    case GroupKey::Lookup:
        return QString::fromUtf8(values.requests().textAt(code));
    case GroupKey::Channel:
        return values.answers()[code].channel.raw;
    case GroupKey::Status:
        return values.answers()[code].status.raw;
    case GroupKey::None:
        break;
    }
    return {};
}

/// Texts that differ in case only are sorted as one, and so they are one group. The end of each is looked for in leaps, as
/// the rows are sorted: few groups take no walk through a million rows.
void RowGroups::rebuild(const HistoryView &view)
{
    m_groups.clear();
    const int rows = view.count();
    for (int row = 0; row < rows;) {
        const quint32 first = codeOf(view, row);
        const QString title = titleOf(view, first);
        const auto isOfGroup = [&](int other) {
            const quint32 code = codeOf(view, other);
            return code == first || titleOf(view, code).compare(title, Qt::CaseInsensitive) == 0;
        };
        int leap = 1;
        while (leap < rows - row && isOfGroup(row + leap))
            leap *= 2;
        const int end = firstWithout(row + leap / 2, std::min(rows, row + leap), isOfGroup);
        m_groups.push_back({title, row, end - row, 0});
        row = end;
    }
    layOut();
}

void RowGroups::layOut()
{
    m_lines = 0;
    for (size_t i = 0; i < m_groups.size(); ++i) {
        m_groups[i].line = m_lines;
        m_lines += 1 + (isOpen(int(i)) ? m_groups[i].count : 0);
    }
}

void RowGroups::toggle(int group)
{
    const QString &title = m_groups[size_t(group)].title;
    if (!m_open.remove(title))
        m_open.insert(title);
    layOut();
}

RowGroups::Line RowGroups::lineAt(int line) const
{
    const auto behind = std::upper_bound(m_groups.begin(), m_groups.end(), line,
                                         [](int wanted, const Group &group) { return wanted < group.line; });
    const int number = int(behind - m_groups.begin()) - 1;
    const Group &found = m_groups[size_t(number)];
    return {number, line == found.line ? std::nullopt : std::optional(found.firstRow + line - found.line - 1)};
}

std::optional<int> RowGroups::lineOf(int row) const
{
    const auto behind = std::upper_bound(m_groups.begin(), m_groups.end(), row,
                                         [](int wanted, const Group &group) { return wanted < group.firstRow; });
    const int number = int(behind - m_groups.begin()) - 1;
    if (number < 0 || !isOpen(number))
        return std::nullopt;
    const Group &found = m_groups[size_t(number)];
    return found.line + 1 + row - found.firstRow;
}

} // namespace console

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
    return m_key == GroupKey::Lookup ? chunk.request.at(place) : chunk.kind.at(place);
}

QString RowGroups::titleOf(quint32 code) const
{
    switch (m_key) {
    case GroupKey::Contact:
        return m_values->people()[code].shown();
    case GroupKey::Lookup:
        return QString::fromUtf8(m_values->requests().textAt(code));
    case GroupKey::Channel:
        return m_values->answers()[m_values->kinds()[code].answer].channel.raw;
    case GroupKey::Status:
        return m_values->answers()[m_values->kinds()[code].answer].status.raw;
    case GroupKey::None:
        break;
    }
    return {};
}

/// Texts that differ in case only are sorted as one, and so they are one group; request ids are not.
bool RowGroups::isSameGroup(quint32 code, quint32 other) const
{
    if (code == other || m_key == GroupKey::Lookup)
        return code == other;
    return titleOf(code).compare(titleOf(other), Qt::CaseInsensitive) == 0;
}

/// The end of each group is looked for in leaps, as the rows are sorted: few groups take no walk through a million rows.
void RowGroups::rebuild(const HistoryView &view)
{
    m_values = &view.store().dictionaries();
    m_groups.clear();
    m_rows = view.count();
    for (int row = 0; row < m_rows;) {
        const quint32 first = codeOf(view, row);
        const auto isOfGroup = [&](int other) { return isSameGroup(first, codeOf(view, other)); };
        int leap = 1;
        while (leap < m_rows - row && isOfGroup(row + leap))
            leap *= 2;
        const int end = firstWithout(row + leap / 2, std::min(m_rows, row + leap), isOfGroup);
        m_groups.push_back({first, row, 0});
        row = end;
    }
    layOut();
}

int RowGroups::rowCount(int group) const
{
    const auto next = size_t(group) + 1;
    return (next < m_groups.size() ? m_groups[next].firstRow : m_rows) - firstRow(group);
}

bool RowGroups::isOpen(int group) const
{
    if (m_open.isEmpty())
        return false;
    const quint32 code = m_groups[size_t(group)].code;
    if (code >= m_isOpen.size())
        m_isOpen.resize(size_t(code) + code / 2 + 64);
    if (m_isOpen[code] == 0)
        m_isOpen[code] = m_open.contains(titleOf(code)) ? 2 : 1;
    return m_isOpen[code] == 2;
}

void RowGroups::layOut()
{
    m_lines = 0;
    for (size_t i = 0; i < m_groups.size(); ++i) {
        m_groups[i].line = m_lines;
        m_lines += 1 + (isOpen(int(i)) ? rowCount(int(i)) : 0);
    }
}

void RowGroups::toggle(int group)
{
    const QString title = this->title(group);
    if (!m_open.remove(title))
        m_open.insert(title);
    m_isOpen.clear();
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

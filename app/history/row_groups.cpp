// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_groups.h"

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

/// Texts that differ in case only are sorted as one, and so they are one group.
void RowGroups::rebuild(const HistoryView &view)
{
    m_groups.clear();
    std::optional<quint32> last;
    for (int row = 0; row < view.count(); ++row) {
        const quint32 code = codeOf(view, row);
        if (code != last) {
            last = code;
            const QString title = titleOf(view, code);
            if (m_groups.empty() || m_groups.back().title.compare(title, Qt::CaseInsensitive) != 0)
                m_groups.push_back({title, row, 0, 0});
        }
        ++m_groups.back().count;
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

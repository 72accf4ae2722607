// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_view.h"

#include <QSet>

namespace console {

enum class GroupKey { None, Contact, Lookup, Channel, Status };

/// The rows of a view that is sorted by what they have in common, under a head for each such group. A group is shut
/// until it is opened, and stays open while rows come and go. Thread: GUI.
class RowGroups
{
public:
    /// What stands in a line: the head of a group, or a row of the view below it.
    struct Line
    {
        int group;
        std::optional<int> row;
    };

    explicit RowGroups(GroupKey key = GroupKey::None)
        : m_key(key)
    { }

    GroupKey key() const { return m_key; }
    /// The column by which the view has to be sorted first.
    static SortColumn columnOf(GroupKey key);

    /// Walks through all rows of the view.
    void rebuild(const HistoryView &view);
    void toggle(int group);
    bool isOpen(int group) const;

    int lineCount() const { return m_lines; }
    Line lineAt(int line) const;
    /// Nothing while its group is shut.
    std::optional<int> lineOf(int row) const;
    int groupCount() const { return int(m_groups.size()); }
    QString title(int group) const { return titleOf(m_groups[size_t(group)].code); } ///< as it is stored, or empty
    int firstRow(int group) const { return m_groups[size_t(group)].firstRow; }       ///< of the view
    int rowCount(int group) const;
    int headLine(int group) const { return m_groups[size_t(group)].line; }

private:
    /// A million rows may be hundreds of thousands of groups: their texts stay in the view's dictionaries.
    struct Group
    {
        quint32 code; ///< of its first row
        int firstRow;
        int line;
    };
    QString titleOf(quint32 code) const;
    quint32 codeOf(const HistoryView &view, int row) const;
    bool isSameGroup(quint32 code, quint32 other) const;
    void layOut();

    GroupKey m_key;
    const RowDictionaries *m_values = nullptr; ///< of the view, once there are groups
    std::vector<Group> m_groups;
    QSet<QString> m_open;
    mutable std::vector<quint8> m_isOpen; ///< by code: 0 not looked for yet, 1 no, 2 yes
    int m_rows = 0;
    int m_lines = 0;
};

} // namespace console

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
    struct Group
    {
        QString title; ///< as it is stored; empty where it is absent
        int firstRow;  ///< of the view
        int count;
        int line; ///< of its head
    };
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
    bool isOpen(int group) const { return m_open.contains(m_groups[size_t(group)].title); }

    int lineCount() const { return m_lines; }
    Line lineAt(int line) const;
    /// Nothing while its group is shut.
    std::optional<int> lineOf(int row) const;
    const Group &group(int number) const { return m_groups[size_t(number)]; }
    int groupCount() const { return int(m_groups.size()); }

private:
    QString titleOf(const HistoryView &view, quint32 code) const;
    quint32 codeOf(const HistoryView &view, int row) const;
    void layOut();

    GroupKey m_key;
    std::vector<Group> m_groups;
    QSet<QString> m_open;
    int m_lines = 0;
};

} // namespace console

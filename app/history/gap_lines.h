// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiver_gap.h"
#include "history/history_view.h"

#include <vector>

namespace console {

/// Where gaps stand between the rows of a view that is in order of arrival: each has a line of its own there, those
/// without a row between them share one. In any other order there are none. A line is found in the logarithm of their
/// number. Thread: GUI.
class GapLines
{
public:
    void setGaps(QList<ReceiverGap> gaps);
    /// Anew, for the rows that the view shows by now. \returns whether a line came, went or moved.
    bool place(const HistoryView &view);

    int count() const { return int(m_lines.size()); }
    bool hasGaps() const { return !m_gaps.isEmpty(); }
    /// Something may yet stand where the view still looks for rows: place() again when it has them.
    bool isIncomplete() const { return m_isIncomplete; }
    /// Oldest first; empty where the line is a row.
    QList<ReceiverGap> at(int line) const;
    /// Of a line that is a row.
    int rowAt(int line) const { return line - before(line); }
    int lineOf(int row) const;
    int firstLine() const { return m_lines.empty() ? 0 : m_lines.front().line; }

private:
    struct Line
    {
        int line;
        qsizetype first, last; ///< gaps

        friend bool operator==(const Line &, const Line &) = default;
    };
    int before(int line) const;

    QList<ReceiverGap> m_gaps; ///< as they came among the rows
    std::vector<Line> m_lines; ///< ascending
    bool m_isIncomplete = false;
};

} // namespace console

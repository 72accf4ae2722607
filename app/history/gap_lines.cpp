// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/gap_lines.h"

#include "core/first_without.h"

#include <algorithm>

namespace console {

void GapLines::setGaps(QList<ReceiverGap> gaps)
{
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const ReceiverGap &a, const ReceiverGap &b) { return a.afterId < b.afterId; });
    m_gaps = std::move(gaps);
}

bool GapLines::place(const HistoryView &view)
{
    const auto previous = std::exchange(m_lines, {});
    const int rows = view.count();
    m_isIncomplete = hasGaps() && !view.isWhole();
    if (rows > 0 && view.isShownByArrival()) {
        const bool isOldestFirst = view.isShownOldestFirst();
        const auto rowsAbove = [&](const ReceiverGap &gap) {
            const auto isAbove = [&](int row) { return (view.idAt(row) <= gap.afterId) == isOldestFirst; };
            return firstWithout(0, rows, isAbove);
        };
        const int oldestEnd = isOldestFirst ? 0 : rows;
        for (qsizetype i = 0; i < m_gaps.size(); ++i) {
            const qsizetype gap = isOldestFirst ? i : m_gaps.size() - 1 - i;
            const int above = rowsAbove(m_gaps[gap]);
            if (above == oldestEnd && m_isIncomplete)
                continue; // rows that are still looked for may belong between
            if (!m_lines.empty() && m_lines.back().line - int(m_lines.size()) + 1 == above) {
                auto &shared = m_lines.back();
                shared.first = std::min(shared.first, gap);
                shared.last = std::max(shared.last, gap);
            } else {
                m_lines.push_back({above + int(m_lines.size()), gap, gap});
            }
        }
    }
    return m_lines != previous;
}

int GapLines::before(int line) const
{
    const auto end = std::ranges::partition_point(m_lines, [line](const Line &one) { return one.line < line; });
    return int(end - m_lines.begin());
}

QList<ReceiverGap> GapLines::at(int line) const
{
    if (m_lines.empty())
        return {};
    const int number = before(line);
    if (number == count() || m_lines[size_t(number)].line != line)
        return {};
    const auto &found = m_lines[size_t(number)];
    return m_gaps.mid(found.first, found.last - found.first + 1);
}

/// The n-th line stands at or above a row when so many rows are above it at most.
int GapLines::lineOf(int row) const
{
    int low = 0;
    int high = count();
    while (low < high) {
        const int middle = (low + high) / 2;
        if (m_lines[size_t(middle)].line - middle <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return row + low;
}

} // namespace console

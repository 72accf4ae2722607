// SPDX-License-Identifier: GPL-3.0-or-later
// The part of NotificationTableModel that knows of gaps.
#include "ui/notifications/notification_table_model.h"

namespace console {

void NotificationTableModel::setGaps(const QList<ReceiverGap> &gaps)
{
    m_gaps.setGaps(gaps);
    placeGaps();
}

void NotificationTableModel::placeGaps()
{
    GapLines tried = m_gaps;
    if (tried.place(m_history))
        showReplaced(Replacement::OtherPlaces);
    else if (tried.isIncomplete() && !m_history.isIdle())
        m_gapPause.start();
}

bool NotificationTableModel::isGap(int row) const
{
    return m_groups.key() == GroupKey::None && !m_gaps.at(row).isEmpty();
}

std::optional<GapStory> NotificationTableModel::gapAt(int row) const
{
    const auto gaps = m_groups.key() == GroupKey::None ? m_gaps.at(row) : QList<ReceiverGap>();
    if (gaps.isEmpty())
        return std::nullopt;
    return m_teller ? m_teller(gaps) : GapStory {gapsSentence(gaps), {}, {}, false};
}

} // namespace console

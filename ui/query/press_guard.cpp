// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/press_guard.h"

namespace console {

bool PressGuard::admits(const LookupDraft &draft)
{
    const Timestamp now = m_lookups.clock().now();
    const bool isSame = m_last && m_last->appId == draft.appId && m_last->recipient == draft.recipient;
    if (isSame && now >= m_at && now - m_at < kSamePress)
        return false;
    for (const auto &lookup : m_lookups.recent()) {
        if (lookup.appId == draft.appId && lookup.recipient == draft.recipient
            && m_lookups.progress(lookup).state == LookupState::Sending)
            return false;
    }
    m_last = draft;
    m_at = now;
    return true;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"

namespace console {

/// Tells a second press on Look up from a second question: a lookup cannot be taken back, so a double click must not ask
/// twice. Thread: GUI.
class PressGuard
{
public:
    static constexpr std::chrono::seconds kSamePress {1};

    explicit PressGuard(const LookupService &lookups)
        : m_lookups(lookups)
    { }

    /// False when the same question was let through within kSamePress, or is on its way to the API.
    bool admits(const LookupDraft &draft);
    /// The last press came to nothing: the next one counts.
    void forget() { m_last.reset(); }

private:
    const LookupService &m_lookups;
    std::optional<LookupDraft> m_last;
    Timestamp m_at;
};

} // namespace console

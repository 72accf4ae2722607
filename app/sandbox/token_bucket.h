// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace console {

/// A rate limit that allows a burst and refills steadily.
class TokenBucket
{
public:
    TokenBucket(const Clock &clock, double capacity, double perSecond)
        : m_clock(clock)
        , m_capacity(capacity)
        , m_perSecond(perSecond)
        , m_level(capacity)
        , m_filledAt(clock.now())
    { }

    /// Takes one; false when nothing is left.
    bool take()
    {
        const auto now = m_clock.now();
        const std::chrono::duration<double> passed = now - m_filledAt;
        m_level = std::min(m_capacity, m_level + std::max(0.0, passed.count()) * m_perSecond);
        m_filledAt = now;
        if (m_level < 1)
            return false;
        m_level -= 1;
        return true;
    }

private:
    const Clock &m_clock;
    double m_capacity;
    double m_perSecond;
    double m_level;
    Timestamp m_filledAt;
};

} // namespace console

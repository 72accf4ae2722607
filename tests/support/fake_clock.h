// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <atomic>

namespace console {

/// A clock that stands still until a test moves it.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Timestamp start = fromMilliseconds(1'790'000'000'000))
        : m_now(toMilliseconds(start))
    { }
    Timestamp now() const override { return fromMilliseconds(m_now.load()); }
    void advance(std::chrono::milliseconds step) { m_now += step.count(); }
    void setTo(Timestamp time) { m_now = toMilliseconds(time); }

private:
    std::atomic<qint64> m_now;
};

} // namespace console

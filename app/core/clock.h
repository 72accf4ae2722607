// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"

namespace console {

/// Where the time comes from. Handed in, so that tests advance it instead of sleeping. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;

    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

protected:
    Clock() = default;
};

/// The machine's own clock.
class SystemClock final : public Clock
{
public:
    SystemClock() = default;
    Timestamp now() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace console

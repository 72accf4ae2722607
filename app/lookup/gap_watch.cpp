// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/gap_watch.h"

#include "core/clock.h"

#include <ctime>

namespace console {

namespace {

std::chrono::milliseconds reading(clockid_t clock)
{
    timespec time {};
    ::clock_gettime(clock, &time);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(time.tv_sec)
                                                                 + std::chrono::nanoseconds(time.tv_nsec));
}

std::optional<ReceiverGap> gapBetween(const Instants &before, const Instants &after)
{
    const auto running = after.running - before.running;
    const auto slept = running - (after.awake - before.awake);
    const auto jump = (after.wall - before.wall) - running;
    if (slept > GapWatch::kTolerance) // a clock that was set while it slept changes nothing about how long that was
        return ReceiverGap {ReceiverGap::Kind::Slept, after.wall - running, after.wall};
    if (jump > GapWatch::kTolerance)
        return ReceiverGap {ReceiverGap::Kind::ClockForward, before.wall, after.wall};
    if (jump < -GapWatch::kTolerance)
        return ReceiverGap {ReceiverGap::Kind::ClockBackward, after.wall, before.wall};
    return std::nullopt;
}

} // namespace

GapWatch::GapWatch(std::function<Instants()> read, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
    , m_last(m_read())
{
    connect(&m_beat, &QTimer::timeout, this, &GapWatch::look);
    m_beat.start(kBeat);
}

void GapWatch::look()
{
    const Instants now = m_read();
    const auto gap = gapBetween(std::exchange(m_last, now), now);
    if (gap)
        Q_EMIT gapFound(*gap);
}

Instants GapWatch::ofThisMachine()
{
    return {SystemClock().now(), reading(CLOCK_BOOTTIME), reading(CLOCK_MONOTONIC)};
}

} // namespace console

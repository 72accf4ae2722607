// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace console {

/// Tells jobs on other threads that nobody waits for them any more. The owner takes a new turn for each new wish; a job
/// keeps the number that it was started with, asks at every step, and stops when another turn has begun.
/// Thread: next() in the owner's; isOver() in any.
class JobTurn
{
public:
    quint32 next() { return ++*m_number; }
    quint32 number() const { return m_number->load(); }
    bool isOver(quint32 number) const { return m_number->load(std::memory_order_relaxed) != number; }

private:
    std::shared_ptr<std::atomic<quint32>> m_number = std::make_shared<std::atomic<quint32>>(0);
};

} // namespace console

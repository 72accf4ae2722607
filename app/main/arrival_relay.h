// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_batch.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace console {

/// Carries what was stored from the writer thread to the one that prints it, and bounds what waits there: a pipe that
/// nobody reads must not fill the memory. Thread: any. Shared, since what waits in the writer may outlive the receiver.
class ArrivalRelay : public std::enable_shared_from_this<ArrivalRelay>
{
public:
    static constexpr int kMostRepeats = 1000; ///< repetitions that wait; more of them are stored but not heard
    static constexpr int kMostWaiting = 5000; ///< rows that wait; beyond it no callback is taken

    /// \param heard is called in the thread of the context, in order.
    ArrivalRelay(QObject *context, std::function<void(const Recorded &)> heard);

    void pass(const Recorded &recorded);
    bool isBehind() const { return m_waiting >= kMostWaiting; }

private:
    QObject *m_context;
    std::function<void(const Recorded &)> m_heard;
    std::atomic<int> m_waiting {0};
};

} // namespace console

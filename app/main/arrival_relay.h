// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mailbox.h"
#include "storage/history_batch.h"

#include <atomic>

namespace console {

/// Carries what was stored from the writer thread to the one that prints it, and bounds what waits there: a pipe that
/// nobody reads must not fill the memory. What waits at its end is heard then.
/// Thread: made and destroyed in the one that hears.
class ArrivalRelay
{
public:
    using Listener = std::function<void(const Recorded &)>;
    using Heard = std::function<void(const std::vector<Recorded> &)>;
    static constexpr int kMostRepeats = 1000; ///< repetitions that wait; more of them are stored but not heard
    static constexpr int kMostWaiting = 5000; ///< rows that wait; beyond it no callback is taken

    /// \param heard is called in the thread of the context, in order, with all that waited.
    ArrivalRelay(QObject *context, Heard heard);
    ~ArrivalRelay();

    /// To be called with what was stored, from any thread; what waits in the writer may outlive this relay.
    Listener listener() const;
    bool isBehind() const { return *m_waiting >= kMostWaiting; } ///< thread: any

private:
    std::shared_ptr<std::atomic<int>> m_waiting;
    Mailbox<Recorded> m_mailbox;
};

} // namespace console

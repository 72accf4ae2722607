// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/callback_route.h"

#include <QObject>
#include <QQueue>
#include <QTimer>

#include <map>

namespace console {

/// Refused callbacks on their way to the store: 20 bodies a second, the rest only counted, so that a flood of bad
/// signatures cannot starve honest callbacks. Thread: the receiver's.
class Quarantine : public QObject
{
    Q_OBJECT

public:
    static constexpr int kWaitingBodies = 40;              ///< kept in memory; two seconds' worth
    static constexpr std::chrono::milliseconds kPace {50}; ///< one body each

    explicit Quarantine(RejectionSink sink, QObject *parent = nullptr);

    void add(const RejectedCallback &rejected);
    void count(RejectionCause cause);
    /// Hands over all that waits; for the shutdown.
    void flush();

private:
    void tick();
    void handOverCounts();

    RejectionSink m_sink;
    QQueue<RejectedCallback> m_waiting;
    std::map<RejectionCause, int> m_counts;
    QTimer m_timer;
};

} // namespace console

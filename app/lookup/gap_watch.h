// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiver_gap.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace console {

/// What the three clocks of the machine say at one moment.
struct Instants
{
    Timestamp wall;                       ///< may be set by anybody
    std::chrono::milliseconds running {}; ///< since the start of the machine
    std::chrono::milliseconds awake {};   ///< the same without the time in which it slept
};

/// Notices that the machine slept or that its clock jumped, by a beat a second that compares three clocks.
/// Thread: the one that made it.
class GapWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kBeat {1};
    static constexpr std::chrono::seconds kTolerance {5}; ///< smaller ones cost no answer: senders try again

    explicit GapWatch(std::function<Instants()> read = ofThisMachine, QObject *parent = nullptr);

    /// One beat; the timer's, or a test's.
    void look();

    static Instants ofThisMachine();

Q_SIGNALS:
    void gapFound(const console::ReceiverGap &gap);

private:
    std::function<Instants()> m_read;
    Instants m_last;
    QTimer m_beat;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/callback_disposition.h"
#include "storage/history_writer.h"

#include <functional>

namespace console {

/// What a verified callback does: it is read, and stored as a notification, another event or unreadable bytes.
/// Thread: the receiver's; answer and listener are called in the writer thread, or at once when its queue is full.
class CallbackIntake
{
public:
    using Listener = std::function<void(const Recorded &)>;

    /// \param listener hears of each callback once it is stored, repetitions included; may be empty.
    explicit CallbackIntake(HistoryWriter &writer, Listener listener = {});

    /// \param answer is called once, after the commit.
    void accept(const VerifiedBody &body, CallbackAnswer answer);

private:
    HistoryWriter &m_writer;
    Listener m_listener;
};

} // namespace console

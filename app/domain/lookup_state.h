// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup.h"

namespace console {

/// Computed from stored facts and the clock; never stored.
enum class LookupState {
    Sending,        ///< stored, the POST is under way
    Waiting,        ///< registered, nothing came yet
    PartlyAnswered, ///< registered, n of m
    Complete,       ///< every expected answer came in time
    AnsweredLate,   ///< complete, at least one expected answer came after the wait
    TimedOut,       ///< the wait is over, some are silent
    Failed,         ///< refused, or never sent
    OutcomeUnknown, ///< no HTTP answer to the POST
};

struct LookupProgress
{
    LookupState state = LookupState::Sending;
    int expected = 0;
    int answered = 0;                  ///< expected addresses with at least one answer
    QList<ChannelIdentity> silent;     ///< expected addresses without one
    std::chrono::milliseconds age {0}; ///< since the registration, else since it was asked
    /// When the state may change by itself: the end of the wait or of the POST's time limit.
    std::optional<Timestamp> changesAt;

    bool isOpen() const
    {
        return state == LookupState::Sending || state == LookupState::Waiting || state == LookupState::PartlyAnswered;
    }
};

/// Pure. An answer makes a failed or unknown lookup count as registered at the time of the first answer.
/// An empty expected set is never complete.
LookupProgress progressOf(const Lookup &lookup, Timestamp now);

/// The word of the command line contract: sending, waiting, partly_answered, complete, answered_late, timed_out,
/// failed, outcome_unknown.
QString stateName(LookupState state);

} // namespace console

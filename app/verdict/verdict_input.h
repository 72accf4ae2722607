// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "domain/lookup_state.h"
#include "domain/notification_row.h"
#include "domain/rejected_callback.h"

namespace console {

enum class AnswerSignature { Valid, Unsigned, Rejected };

/// What the local history says about RCS checks of the same app. Narrows a "no" that has no cause.
enum class RcsHistory {
    NotKnown,
    AllNo,               ///< 20 answers or more, all of them "no"
    PositiveSameCountry, ///< a "yes" in the same country within 31 days
};

/// What is known around an answer. The defaults mean: nothing.
struct AnswerContext
{
    std::optional<CapabilityStatus> conflictWith; ///< another status for the same question and identity
    Timestamp conflictAt;                         ///< when that one came
    int sameAnswerBefore = 0;                     ///< earlier identical UNKNOWN or silent results for this identity
    RcsHistory rcsHistory = RcsHistory::NotKnown;
    bool isRcsCheckForbidden = false;         ///< the supplier forbids checks without a message
    OpenEnum<ChannelState> channelState;      ///< of our app's channel; empty when not known
    bool isUnstable = false;                  ///< 3 changes or more in 7 days
    std::optional<RejectionCause> refusedFor; ///< of a refused signature; none: a wrong one
};

/// One answer, or one silence, with all that a verdict depends on.
struct VerdictInput
{
    ChannelIdentity address;
    bool isSilent = false; ///< nobody answered within the wait; the members below are then empty
    CapabilityStatus status;
    Reason reason;
    QStringList channelCapabilities;
    std::chrono::milliseconds age {0}; ///< since the answer came; since the question when silent
    Timestamp at;                      ///< when the answer came; when silent, when it was asked for
    AnswerSignature signature = AnswerSignature::Valid;
    AnswerContext context;
};

VerdictInput answerInput(const NotificationRow &row, Timestamp now);

/// The addresses whose silence is an answer of a kind: the question was registered and the wait is over. While a lookup
/// is open nothing is silent yet, and a lookup that was refused or perhaps never arrived asked nobody.
QList<ChannelIdentity> silentAfterWait(const LookupProgress &progress);

/// The inputs of one lookup: one for each address that answered, in order of first arrival, then the silent ones.
/// Different statuses for one address become a conflict. The silent ones come from silentAfterWait().
QList<VerdictInput> lookupInputs(const QList<NotificationRow> &rows, const QList<ChannelIdentity> &silent,
                                 Timestamp askedAt, Timestamp now);

} // namespace console

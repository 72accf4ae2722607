// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/channel_profiles.h"
#include "verdict/reason_profiles.h"
#include "verdict/verdict_input.h"

namespace console {

/// One input with everything looked up that the rules and the sentences ask for.
struct AnswerCase
{
    explicit AnswerCase(const VerdictInput &answer);

    bool isPositive() const { return status == Capability::Full || status == Capability::Partial; }
    bool isRcs() const { return input.address.channel.value == Channel::Rcs; }
    bool isWhatsApp() const { return input.address.channel.value == Channel::WhatsApp; }
    bool isAskedAgain() const { return input.context.sameAnswerBefore > 0; }
    bool isInConflict() const;

    const VerdictInput &input;
    const ChannelProfile &channel;
    const ReasonProfile *reason; ///< nullptr when no cause was told
    ReasonGroup group;
    Capability status;             ///< of "full" and "partial" for one question, the smaller promise
    QStringList features;          ///< listed ones, without empty names
    std::chrono::milliseconds age; ///< never negative
};

} // namespace console

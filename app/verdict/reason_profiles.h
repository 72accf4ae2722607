// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reason.h"

#include <span>

namespace console {

/// What a reason means for a lookup: which of the rules R4 to R11 takes it.
enum class ReasonGroup {
    None,          ///< no cause told: status and channel judge
    SetUp,         ///< our set-up
    ContactData,   ///< our data about the contact
    Temporary,     ///< a passing fault
    Consent,       ///< the person has not agreed
    Window,        ///< the time to answer freely is over
    NotReachable,  ///< about the person
    Refused,       ///< the channel refuses for good
    CannotBeAsked, ///< the channel cannot do lookups
    MessageOnly,   ///< belongs to messages or profiles: ignored
    NotTold,       ///< the code UNKNOWN
    Unlisted,      ///< a code nobody knows
};

/// One reason code: its group and its words. {channel} and {code} are filled in by phrase().
struct ReasonProfile
{
    ReasonCode code;
    ReasonGroup group;
    const char *agent;
    const char *customer; ///< empty: nothing to tell
    const char *nextStep;
};

/// The profile of a code; the one for unlisted codes when there is no other. The two names that stand only in the
/// vendor's guide for agents are read as their nearest codes.
const ReasonProfile &reasonProfile(const OpenEnum<ReasonCode> &code);
std::span<const ReasonProfile> reasonProfiles();

} // namespace console

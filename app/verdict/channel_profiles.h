// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"

#include <chrono>
#include <span>

namespace console {

/// What a lookup can know on a channel. It decides how much a "yes" is worth.
enum class ChannelKind {
    Directory,    ///< a real check exists
    AlwaysYes,    ///< the source says yes to everybody
    None,         ///< the channel has no check
    Unproven,     ///< a check is thinkable, nobody has shown one
    Relationship, ///< the person must have started it
    Unlisted,     ///< a name nobody knows
};

struct ChannelProfile
{
    Channel channel;
    ChannelKind kind;
    std::chrono::hours timeToLive; ///< an older answer is stale
    const char *stepWhenAssumed;   ///< untranslated; the next step after a yes by default
    const char *stepWhenNot;       ///< untranslated; the next step after a no
};

/// An answer older than this counts as none: it is how long Google's RCS directory remembers a device.
inline constexpr std::chrono::hours kMaximumAge {744};

/// The profile of a channel; the one for unlisted channels when there is no other.
const ChannelProfile &channelProfile(Channel channel);
std::span<const ChannelProfile> channelProfiles();

} // namespace console

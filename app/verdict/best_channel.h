// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/verdict.h"

namespace console {

/// Which key decided between the best channel and the second one, or why there is none.
enum class DecidedBy {
    Confidence,
    ContactPriority,
    AppOrder,
    Status,
    Freshness,
    Name,
    OnlyOne,    ///< one candidate
    NeedNotMet, ///< there were candidates before the needs were applied
    None,       ///< no candidate
    SetupFault, ///< no candidate, and every answer failed on our own set-up or data
};

template <>
struct EnumNames<DecidedBy>
{
    static constexpr auto table = std::array {
        std::pair {DecidedBy::Confidence, std::string_view("confidence")},
        std::pair {DecidedBy::ContactPriority, std::string_view("contactPriority")},
        std::pair {DecidedBy::AppOrder, std::string_view("appOrder")},
        std::pair {DecidedBy::Status, std::string_view("status")},
        std::pair {DecidedBy::Freshness, std::string_view("freshness")},
        std::pair {DecidedBy::Name, std::string_view("name")},
        std::pair {DecidedBy::OnlyOne, std::string_view("onlyOne")},
        std::pair {DecidedBy::NeedNotMet, std::string_view("needNotMet")},
        std::pair {DecidedBy::None, std::string_view("none")},
        std::pair {DecidedBy::SetupFault, std::string_view("setupFault")},
    };
};

/// What the choice depends on beside the answers. Empty lists mean: not known.
struct ChannelWishes
{
    QList<ChannelName> contactPriority;
    QList<ChannelName> appOrder;    ///< also limits the choice to the app's channels
    QStringList needs;              ///< feature names that the message needs
    bool maySpeakOfSeveral = false; ///< typed identities may belong to several people: one's refusal binds nobody else
};

struct BestChannel
{
    std::optional<ChannelIdentity> best;
    Confidence confidence = Confidence::Unknown; ///< of the best one: a weak choice must be called weak
    DecidedBy decidedBy = DecidedBy::None;
    QList<ChannelIdentity> alsoUsable;        ///< the other candidates, best first
    std::optional<ChannelIdentity> preferred; ///< the contact's own wish, where confidence overruled it
    QList<ChannelIdentity> worthAskingAgain;  ///< other candidates whose answer is only stale
    QList<ChannelIdentity> unproven;          ///< nothing is known of them, and that is not our own fault
};

/// The channel to write on: confirmed before assumed before weak, then the contact's priority, the app's order, full
/// before partial, newer before older, name. Unknown, silent and new answers are never candidates; a channel whose
/// consent was refused is not offered at all.
BestChannel bestChannel(const QList<VerdictInput> &answers, const ChannelWishes &wishes = {});

/// The choice as one sentence with the deciding key and the second choice.
QString bestChannelSentence(const BestChannel &choice);

} // namespace console

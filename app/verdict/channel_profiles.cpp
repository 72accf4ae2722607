// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/channel_profiles.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace console {

// The kinds are our judgement on published facts: Google's RCS capability check remembers 31 days; Meta's contact check
// answers "valid" for everybody since v2.43; SMS and MMS have no check at all; Viber and Kakao learn it while sending;
// on the others the person must have started the conversation.
namespace {
using K = ChannelKind;
using std::chrono::hours;

constexpr auto kSendWithFallback = QT_TRANSLATE_NOOP("verdict", "Send with SMS fallback and read the delivery report.");
constexpr auto kSendAndRead = QT_TRANSLATE_NOOP("verdict", "Send, then read the delivery report.");
constexpr auto kSmsFallback = QT_TRANSLATE_NOOP("verdict", "Use the next channel, SMS for example.");
constexpr auto kAskToWrite
    = QT_TRANSLATE_NOOP("verdict", "Look at the last inbound message; ask the person to write to us.");
constexpr auto kAskToFollow
    = QT_TRANSLATE_NOOP("verdict", "Ask the person to follow us again, by QR code for example.");
constexpr auto kAskToSignIn = QT_TRANSLATE_NOOP("verdict", "Ask whether our app is installed and signed in.");

constexpr std::array kProfiles {
    ChannelProfile {
        Channel::Rcs, K::Directory, hours(24), QT_TRANSLATE_NOOP("verdict", "Send with SMS fallback."),
        QT_TRANSLATE_NOOP("verdict", "Check that our RCS sender is launched with this network, then use SMS.")},
    ChannelProfile {Channel::WhatsApp, K::AlwaysYes, hours(168),
                    QT_TRANSLATE_NOOP("verdict", "Send an approved template with fallback; trust the delivery report."),
                    QT_TRANSLATE_NOOP("verdict", "Send an approved template with fallback, or use the next channel.")},
    ChannelProfile {Channel::Sms, K::None, hours(720), kSendAndRead,
                    QT_TRANSLATE_NOOP("verdict", "Check the number and its line type, then send and read the report.")},
    ChannelProfile {Channel::Mms, K::None, hours(720), kSendAndRead,
                    QT_TRANSLATE_NOOP("verdict", "Send a link by SMS instead.")},
    ChannelProfile {Channel::ViberBusiness, K::Unproven, hours(168), kSendWithFallback, kSmsFallback},
    ChannelProfile {Channel::KakaoTalk, K::Unproven, hours(168), kSendWithFallback,
                    QT_TRANSLATE_NOOP("verdict", "Try an approved notice template with SMS fallback.")},
    ChannelProfile {Channel::KakaoTalkChat, K::Relationship, hours(24), kSendAndRead,
                    QT_TRANSLATE_NOOP("verdict", "Send a KakaoTalk notice to the phone number instead.")},
    ChannelProfile {Channel::Messenger, K::Relationship, hours(24), kSendAndRead, kAskToWrite},
    ChannelProfile {Channel::Instagram, K::Relationship, hours(24), kSendAndRead, kAskToWrite},
    ChannelProfile {Channel::Telegram, K::Relationship, hours(24), kSendAndRead,
                    QT_TRANSLATE_NOOP("verdict", "Ask the person to press Start; look for an opt-out event.")},
    ChannelProfile {Channel::ViberBot, K::Relationship, hours(24), kSendAndRead, kAskToFollow},
    ChannelProfile {Channel::Line, K::Relationship, hours(24), kSendAndRead, kAskToFollow},
    ChannelProfile {Channel::WeChat, K::Relationship, hours(24), kSendAndRead, kAskToFollow},
    ChannelProfile {Channel::AppleBusinessChat, K::Relationship, hours(24), kSendAndRead,
                    QT_TRANSLATE_NOOP("verdict", "Wait until the person opens the chat, or use the next channel.")},
    ChannelProfile {Channel::SinchChat, K::Relationship, hours(24), kSendAndRead, kAskToSignIn},
    ChannelProfile {Channel::SinchPush, K::Relationship, hours(24), kSendAndRead, kAskToSignIn},
};

constexpr ChannelProfile kUnlisted {
    Channel::Unrecognized, K::Unlisted, hours(24),
    QT_TRANSLATE_NOOP("verdict", "Send with fallback; report the new channel name to the tool owner."),
    QT_TRANSLATE_NOOP("verdict", "Use the next channel; report the new channel name to the tool owner.")};
} // namespace

const ChannelProfile &channelProfile(Channel channel)
{
    const auto found = std::find_if(kProfiles.begin(), kProfiles.end(),
                                    [&](const ChannelProfile &profile) { return profile.channel == channel; });
    return found == kProfiles.end() ? kUnlisted : *found;
}

std::span<const ChannelProfile> channelProfiles()
{
    return kProfiles;
}

} // namespace console

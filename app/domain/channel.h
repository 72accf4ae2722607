// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/open_enum.h"

namespace console {

/// The channels of the Conversation API. Source: OAS ConversationChannel (13), plus four names that are to be read.
enum class Channel {
    Unrecognized,
    Sms,
    Rcs,
    WhatsApp,
    Mms,
    KakaoTalk,
    KakaoTalkChat,
    ViberBusiness,
    Line,
    Instagram,
    Messenger,
    WeChat,
    Telegram,
    AppleBusinessChat,
    ViberBot,
    SinchChat,
    SinchPush
};

template <>
struct EnumNames<Channel>
{
    static constexpr auto table = std::array {
        std::pair {Channel::Sms, std::string_view("SMS")},
        std::pair {Channel::Rcs, std::string_view("RCS")},
        std::pair {Channel::WhatsApp, std::string_view("WHATSAPP")},
        std::pair {Channel::Mms, std::string_view("MMS")},
        std::pair {Channel::KakaoTalk, std::string_view("KAKAOTALK")},
        std::pair {Channel::KakaoTalkChat, std::string_view("KAKAOTALKCHAT")},
        std::pair {Channel::ViberBusiness, std::string_view("VIBERBM")},
        std::pair {Channel::Line, std::string_view("LINE")},
        std::pair {Channel::Instagram, std::string_view("INSTAGRAM")},
        std::pair {Channel::Messenger, std::string_view("MESSENGER")},
        std::pair {Channel::WeChat, std::string_view("WECHAT")},
        std::pair {Channel::Telegram, std::string_view("TELEGRAM")},
        std::pair {Channel::AppleBusinessChat, std::string_view("APPLEBC")},
        std::pair {Channel::ViberBot, std::string_view("VIBER")},
        std::pair {Channel::SinchChat, std::string_view("SINCH_CHAT")},
        std::pair {Channel::SinchPush, std::string_view("SINCH_PUSH")},
    };
};

using ChannelName = OpenEnum<Channel>;

/// Channels whose identity is a phone number in E.164 digits. Source: OAS, contract 4.6.
bool usesPhoneNumbers(Channel channel);

/// The name that people use: "Viber" for VIBERBM. A channel nobody knows shows as it was sent.
QString channelDisplayName(const ChannelName &channel);

} // namespace console

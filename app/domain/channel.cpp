// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"

namespace console {

bool usesPhoneNumbers(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
    case Channel::Rcs:
    case Channel::WhatsApp:
    case Channel::Mms:
    case Channel::ViberBusiness:
    case Channel::KakaoTalk:
        return true;
    case Channel::Unrecognized:
    case Channel::KakaoTalkChat:
    case Channel::Line:
    case Channel::Instagram:
    case Channel::Messenger:
    case Channel::WeChat:
    case Channel::Telegram:
    case Channel::AppleBusinessChat:
    case Channel::ViberBot:
    case Channel::SinchChat:
    case Channel::SinchPush:
        return false;
    }
    return false;
}

QString channelDisplayName(const ChannelName &channel)
{
    switch (channel.value) {
    case Channel::Unrecognized:
    case Channel::Sms:
    case Channel::Rcs:
    case Channel::Mms:
    case Channel::Line:
        return channel.raw;
    case Channel::WhatsApp:
        return QStringLiteral("WhatsApp");
    case Channel::KakaoTalk:
        return QStringLiteral("KakaoTalk");
    case Channel::KakaoTalkChat:
        return QStringLiteral("KakaoTalk chat");
    case Channel::ViberBusiness:
        return QStringLiteral("Viber");
    case Channel::Instagram:
        return QStringLiteral("Instagram");
    case Channel::Messenger:
        return QStringLiteral("Messenger");
    case Channel::WeChat:
        return QStringLiteral("WeChat");
    case Channel::Telegram:
        return QStringLiteral("Telegram");
    case Channel::AppleBusinessChat:
        return QStringLiteral("Apple Messages");
    case Channel::ViberBot:
        return QStringLiteral("Viber Bot");
    case Channel::SinchChat:
        return QStringLiteral("Sinch Chat");
    case Channel::SinchPush:
        return QStringLiteral("Sinch Push");
    }
    return channel.raw;
}

} // namespace console

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

} // namespace console

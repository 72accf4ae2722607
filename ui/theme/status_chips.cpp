// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/status_chips.h"

#include "core/visible_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace console {

namespace {

struct StatusChips
{
    Q_DECLARE_TR_FUNCTIONS(console::StatusChips)
};

} // namespace

ChipLook chipFor(const CapabilityStatus &status)
{
    switch (status.value) {
    case Capability::Full:
        return {Icon::CircleCheck, StatusChips::tr("Full"), Tone::Ok};
    case Capability::Partial:
        return {Icon::CircleHalf, StatusChips::tr("Partial"), Tone::Info};
    case Capability::Unknown:
        return {Icon::CircleHelp, StatusChips::tr("Unknown"), Tone::Neutral};
    case Capability::None:
        return {Icon::CircleX, StatusChips::tr("None"), Tone::Bad};
    case Capability::Unrecognized:
        break;
    }
    return {Icon::TriangleAlert, status.raw.isEmpty() ? StatusChips::tr("No status") : visibleLine(status.raw),
            Tone::Warn};
}

ChipLook chipFor(LookupState state)
{
    switch (state) {
    case LookupState::Sending:
        return {Icon::Send, StatusChips::tr("Sending"), Tone::Info, true};
    case LookupState::Waiting:
        return {Icon::Clock, StatusChips::tr("Waiting"), Tone::Info, true};
    case LookupState::PartlyAnswered:
        return {Icon::CircleHalf, StatusChips::tr("Partly answered"), Tone::Info};
    case LookupState::Complete:
        return {Icon::CheckCheck, StatusChips::tr("Complete"), Tone::Ok};
    case LookupState::AnsweredLate:
        return {Icon::ClockCheck, StatusChips::tr("Answered late"), Tone::Ok, true};
    case LookupState::TimedOut:
        return {Icon::ClockAlert, StatusChips::tr("Timed out"), Tone::Warn};
    case LookupState::Failed:
        return {Icon::CircleX, StatusChips::tr("Failed"), Tone::Bad};
    case LookupState::OutcomeUnknown:
        return {Icon::CircleHelp, StatusChips::tr("Outcome unknown"), Tone::Warn};
    }
    Q_UNREACHABLE();
}

ChipLook chipFor(const LookupProgress &progress)
{
    ChipLook look = chipFor(progress.state);
    const bool isMissingSome = progress.state == LookupState::PartlyAnswered || progress.state == LookupState::TimedOut;
    //: Answers that came, of those that are expected
    const QString count = StatusChips::tr("%1 of %2").arg(progress.answered).arg(progress.expected);
    if (isMissingSome && progress.expected > 0)
        look.word = progress.state == LookupState::TimedOut ? StatusChips::tr("Timed out, %1").arg(count) : count;
    return look;
}

ChipLook chipFor(const ReceiverState &receiver)
{
    const auto &all = receiver.listeners;
    if (all.isEmpty())
        return {Icon::Unplug, StatusChips::tr("Receiver off"), Tone::Neutral};
    const auto isInTrouble = [](const ListenerState &listener) { return !listener.problem.isEmpty(); };
    if (std::any_of(all.begin(), all.end(), isInTrouble))
        return {Icon::TriangleAlert, StatusChips::tr("Receiver in trouble"), Tone::Bad};
    const auto isListening = [](const ListenerState &listener) { return listener.isListening; };
    if (!std::all_of(all.begin(), all.end(), isListening))
        return {Icon::Plug, StatusChips::tr("Receiver starting"), Tone::Info, true};
    if (all.size() > 1)
        return {Icon::Radio, StatusChips::tr("%n receivers", nullptr, int(all.size())), Tone::Ok};
    //: %1 is a port
    return {Icon::Radio, StatusChips::tr("Receiver :%1").arg(all.first().actual.port), Tone::Ok};
}

ChipLook chipFor(SignatureState signature)
{
    switch (signature) {
    case SignatureState::Valid:
        return {Icon::ShieldCheck, StatusChips::tr("Valid"), Tone::Ok};
    case SignatureState::Unsigned:
        return {Icon::ShieldAlert, StatusChips::tr("Unsigned"), Tone::Warn};
    }
    Q_UNREACHABLE();
}

ChipLook chipFor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::New:
        return {Icon::Inbox, StatusChips::tr("New"), Tone::Neutral, true};
    case Outcome::Retry:
        return {Icon::Refresh, StatusChips::tr("Retry"), Tone::Neutral};
    case Outcome::Conflict:
        return {Icon::GitMerge, StatusChips::tr("Conflict"), Tone::Warn};
    }
    Q_UNREACHABLE();
}

ChipLook silentChip()
{
    return {Icon::CircleDashed, StatusChips::tr("Silent"), Tone::Neutral, true};
}

ChipLook waitingChip()
{
    return {Icon::Clock, StatusChips::tr("Waiting"), Tone::Info, true};
}

ChipLook uncheckedChip()
{
    return {Icon::Settings, StatusChips::tr("Not checked"), Tone::Warn};
}

ChipLook refusedChip()
{
    return {Icon::ShieldAlert, StatusChips::tr("Refused"), Tone::Warn};
}

Icon iconFor(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return Icon::MessageSquare;
    case Channel::Rcs:
        return Icon::Messages;
    case Channel::WhatsApp:
        return Icon::Phone;
    case Channel::Mms:
        return Icon::Image;
    case Channel::KakaoTalk:
        return Icon::MessageCircle;
    case Channel::KakaoTalkChat:
        return Icon::MessageCircleMore;
    case Channel::ViberBusiness:
        return Icon::MessageSquareMore;
    case Channel::Line:
        return Icon::MessageSquareText;
    case Channel::Instagram:
        return Icon::Camera;
    case Channel::Messenger:
        return Icon::Zap;
    case Channel::WeChat:
        return Icon::Users;
    case Channel::Telegram:
        return Icon::Send;
    case Channel::AppleBusinessChat:
        return Icon::Smartphone;
    case Channel::ViberBot:
        return Icon::Bot;
    case Channel::SinchChat:
        return Icon::MessageSquareDashed;
    case Channel::SinchPush:
        return Icon::Bell;
    case Channel::Unrecognized:
        return Icon::CircleDashed;
    }
    Q_UNREACHABLE();
}

} // namespace console

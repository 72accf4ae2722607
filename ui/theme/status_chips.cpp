// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/status_chips.h"

#include <QCoreApplication>

namespace console {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("console::StatusChips", text);
}

} // namespace

ChipLook chipFor(const CapabilityStatus &status)
{
    switch (status.value) {
    case Capability::Full:
        return {Icon::CircleCheck, tr("Full"), Tone::Ok};
    case Capability::Partial:
        return {Icon::CircleHalf, tr("Partial"), Tone::Info};
    case Capability::Unknown:
        return {Icon::CircleHelp, tr("Unknown"), Tone::Neutral};
    case Capability::None:
        return {Icon::CircleX, tr("None"), Tone::Bad};
    case Capability::Unrecognized:
        break;
    }
    return {Icon::TriangleAlert, status.raw.isEmpty() ? tr("No status") : status.raw, Tone::Warn};
}

ChipLook chipFor(LookupState state)
{
    switch (state) {
    case LookupState::Sending:
        return {Icon::Send, tr("Sending"), Tone::Info, true};
    case LookupState::Waiting:
        return {Icon::Clock, tr("Waiting"), Tone::Info, true};
    case LookupState::PartlyAnswered:
        return {Icon::CircleHalf, tr("Partly answered"), Tone::Info};
    case LookupState::Complete:
        return {Icon::CheckCheck, tr("Complete"), Tone::Ok};
    case LookupState::AnsweredLate:
        return {Icon::ClockCheck, tr("Answered late"), Tone::Ok, true};
    case LookupState::TimedOut:
        return {Icon::ClockAlert, tr("Timed out"), Tone::Warn};
    case LookupState::Failed:
        return {Icon::CircleX, tr("Failed"), Tone::Bad};
    case LookupState::OutcomeUnknown:
        return {Icon::CircleHelp, tr("Outcome unknown"), Tone::Warn};
    }
    Q_UNREACHABLE();
}

ChipLook chipFor(const LookupProgress &progress)
{
    ChipLook look = chipFor(progress.state);
    const bool isMissingSome = progress.state == LookupState::PartlyAnswered || progress.state == LookupState::TimedOut;
    //: Answers that came, of those that are expected
    const QString count = tr("%1 of %2").arg(progress.answered).arg(progress.expected);
    if (isMissingSome && progress.expected > 0)
        look.word = progress.state == LookupState::TimedOut ? tr("Timed out, %1").arg(count) : count;
    return look;
}

ChipLook chipFor(ReceiverLamp lamp)
{
    switch (lamp) {
    case ReceiverLamp::Off:
        return {Icon::Unplug, tr("Receiver off"), Tone::Neutral};
    case ReceiverLamp::Starting:
        return {Icon::Plug, tr("Starting"), Tone::Info, true};
    case ReceiverLamp::Listening:
        return {Icon::Radio, tr("Listening"), Tone::Ok};
    case ReceiverLamp::Trouble:
        return {Icon::TriangleAlert, tr("Receiver in trouble"), Tone::Bad};
    }
    Q_UNREACHABLE();
}

ChipLook chipFor(SignatureState signature)
{
    switch (signature) {
    case SignatureState::Valid:
        return {Icon::ShieldCheck, tr("Valid"), Tone::Ok};
    case SignatureState::Unsigned:
        return {Icon::ShieldAlert, tr("Unsigned"), Tone::Warn};
    }
    Q_UNREACHABLE();
}

ChipLook chipFor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::New:
        return {Icon::Inbox, tr("New"), Tone::Neutral, true};
    case Outcome::Retry:
        return {Icon::Refresh, tr("Retry"), Tone::Neutral};
    case Outcome::Conflict:
        return {Icon::GitMerge, tr("Conflict"), Tone::Warn};
    }
    Q_UNREACHABLE();
}

ChipLook silentChip()
{
    return {Icon::CircleDashed, tr("Silent"), Tone::Neutral, true};
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

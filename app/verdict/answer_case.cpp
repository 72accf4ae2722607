// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/answer_case.h"

namespace console {

namespace {
/// An inactive sender overrules the code: it speaks like an inactive credential.
const ReasonProfile *reasonOf(const Reason &reason)
{
    if (reason.subCode.value == ReasonSubCode::InactiveSender)
        return &reasonProfile(OpenEnum<ReasonCode>::fromValue(ReasonCode::InactiveCredential));
    return reason.code.isEmpty() ? nullptr : &reasonProfile(reason.code);
}

/// WhatsApp's own code 130429 ("too many messages from us") says more than a code without content does.
bool isRefinedToTemporary(const VerdictInput &input, ReasonGroup group)
{
    if (input.address.channel.value != Channel::WhatsApp || input.reason.channelCode != QLatin1String("130429"))
        return false;
    return group == ReasonGroup::None || group == ReasonGroup::NotTold || group == ReasonGroup::Unlisted
        || group == ReasonGroup::Refused;
}

bool isFullAgainstPartial(const CapabilityStatus &a, const CapabilityStatus &b)
{
    return (a.value == Capability::Full && b.value == Capability::Partial)
        || (a.value == Capability::Partial && b.value == Capability::Full);
}
} // namespace

AnswerCase::AnswerCase(const VerdictInput &answer)
    : input(answer)
    , channel(channelProfile(answer.address.channel.value))
    , reason(reasonOf(answer.reason))
    , group(reason ? reason->group : ReasonGroup::None)
    , status(answer.status.value)
    , features(answer.channelCapabilities)
    , age(std::max(std::chrono::milliseconds(0), answer.age))
{
    if (isRefinedToTemporary(input, group)) {
        reason = &reasonProfile(OpenEnum<ReasonCode>::fromValue(ReasonCode::RateLimited));
        group = reason->group;
    }
    if (input.context.conflictWith && isFullAgainstPartial(input.status, *input.context.conflictWith))
        status = Capability::Partial;
    features.removeAll(QString());
}

bool AnswerCase::isInConflict() const
{
    return input.context.conflictWith && *input.context.conflictWith != input.status;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/rules.h"

namespace console {

namespace {
/// R6: a passing fault says nothing about the person; a yes beside it is probably the default.
Judgement temporaryJudgement(const AnswerCase &answer)
{
    Judgement result {6, Owner::Temporary, Confidence::Unknown, Reach::Unknown, AskAgain::Yes, {Cause::TemporaryFault}};
    if (answer.isPositive()) {
        result.confidence = Confidence::Weak;
        result.reach = answer.status == Capability::Full ? Reach::Yes : Reach::Limited;
    }
    return result;
}

/// R7: consent and window are about what we may do, whatever the status.
Judgement blockedJudgement(const AnswerCase &answer)
{
    const bool isConsent = answer.group == ReasonGroup::Consent;
    const bool isConfirmed = isConsent && answer.status == Capability::None;
    return {7,
            Owner::Customer,
            isConfirmed ? Confidence::Confirmed : Confidence::Weak,
            Reach::Blocked,
            AskAgain::No,
            {isConsent ? Cause::Consent : Cause::WindowClosed}};
}

/// R8: the channel speaks about the person, with NO or UNKNOWN.
Judgement refusedJudgement(const AnswerCase &answer)
{
    Judgement result {8, Owner::Channel, Confidence::Weak, Reach::No, AskAgain::No, {Cause::ChannelStatement}};
    if (answer.group == ReasonGroup::Refused)
        return result;
    if (answer.status == Capability::Unknown) {
        result.owner = answer.isRcs() ? Owner::Channel : Owner::Customer;
        result.askAgain = AskAgain::Yes;
        return result;
    }
    if (answer.isRcs()) { // the same words cover a phone without RCS and a sender that is not launched
        result = judgeByStatus(answer);
        result.rule = 8;
        return result;
    }
    result.owner = Owner::Customer;
    if (answer.isWhatsApp())
        result.causes = {Cause::UnexpectedForChannel};
    else if (answer.channel.kind == ChannelKind::Unlisted)
        result.causes = {Cause::UnlistedChannel};
    else
        result.confidence = Confidence::Confirmed;
    return result;
}

/// R10: the channel cannot be asked; a yes beside it is a default.
Judgement cannotBeAskedJudgement(const AnswerCase &answer)
{
    Judgement result {10, Owner::Channel, Confidence::Unknown, Reach::Unknown, AskAgain::No, {}};
    if (answer.isPositive()) {
        result = judgeByStatus(answer);
        result.rule = 10;
        result.confidence = atMost(result.confidence, Confidence::Assumed);
    }
    result.causes = {Cause::CannotBeAsked};
    return result;
}

/// R11: a reason without content for a lookup.
Judgement ignoredReasonJudgement(const AnswerCase &answer)
{
    Judgement result = judgeByStatus(answer);
    result.rule = 11;
    result.confidence = atMost(result.confidence, Confidence::Weak);
    if (answer.group == ReasonGroup::MessageOnly) {
        result.causes = {Cause::MessageOnlyReason};
        return result;
    }
    result.owner = Owner::Channel;
    result.askAgain = once(answer);
    result.causes = {answer.group == ReasonGroup::NotTold ? Cause::CauseNotTold : Cause::UnlistedReason};
    return result;
}
} // namespace

Judgement judgeByReason(const AnswerCase &answer)
{
    switch (answer.group) {
    case ReasonGroup::None:
        return judgeByStatus(answer);
    case ReasonGroup::ContactData:
        if (answer.isPositive())
            return {9, Owner::Config, Confidence::Unknown, Reach::Unknown, once(answer), {Cause::Contradiction}};
        [[fallthrough]];
    case ReasonGroup::SetUp:
        return {5, Owner::Config, Confidence::Unknown, Reach::Unknown, AskAgain::No, {Cause::SetupFault}};
    case ReasonGroup::Temporary:
        return temporaryJudgement(answer);
    case ReasonGroup::Consent:
    case ReasonGroup::Window:
        return blockedJudgement(answer);
    case ReasonGroup::NotReachable:
    case ReasonGroup::Refused:
        if (answer.isPositive())
            return {9, Owner::Channel, Confidence::Unknown, Reach::Unknown, once(answer), {Cause::Contradiction}};
        return refusedJudgement(answer);
    case ReasonGroup::CannotBeAsked:
        return cannotBeAskedJudgement(answer);
    case ReasonGroup::MessageOnly:
    case ReasonGroup::NotTold:
    case ReasonGroup::Unlisted:
        return ignoredReasonJudgement(answer);
    }
    return judgeByStatus(answer);
}

} // namespace console

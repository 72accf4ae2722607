// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/rules.h"

namespace console {

namespace {
/// R3: two answers to one question. Never the nicer one.
Judgement conflictJudgement(const AnswerCase &answer)
{
    Judgement result {3, Owner::Channel, Confidence::Unknown, Reach::Unknown, AskAgain::Yes, {Cause::Conflict}};
    const bool isMild = answer.isPositive()
        && (answer.input.context.conflictWith->value == Capability::Full
            || answer.input.context.conflictWith->value == Capability::Partial);
    if (isMild) {
        result.confidence = Confidence::Weak;
        result.reach = Reach::Limited;
    }
    return result;
}

/// R4: a status nobody knows. Only a known reason can name the owner.
Judgement unlistedStatusJudgement(const AnswerCase &answer)
{
    Judgement result {4, Owner::Channel, Confidence::Unknown, Reach::Unknown, once(answer), {Cause::UnlistedStatus}};
    switch (answer.group) {
    case ReasonGroup::SetUp:
    case ReasonGroup::ContactData:
        result.owner = Owner::Config;
        result.askAgain = AskAgain::No;
        result.causes.append(Cause::SetupFault);
        break;
    case ReasonGroup::Temporary:
        result.owner = Owner::Temporary;
        result.askAgain = AskAgain::Yes;
        result.causes.append(Cause::TemporaryFault);
        break;
    case ReasonGroup::Consent:
    case ReasonGroup::Window:
    case ReasonGroup::NotReachable:
        result.owner = Owner::Customer;
        result.askAgain = AskAgain::No;
        break;
    case ReasonGroup::Unlisted:
        result.causes.append(Cause::UnlistedReason);
        break;
    case ReasonGroup::None:
    case ReasonGroup::Refused:
    case ReasonGroup::CannotBeAsked:
    case ReasonGroup::MessageOnly:
    case ReasonGroup::NotTold:
        break;
    }
    if (answer.channel.kind == ChannelKind::Unlisted)
        result.causes.append(Cause::UnlistedChannel);
    return result;
}

} // namespace

Judgement judge(const AnswerCase &answer)
{
    if (answer.input.signature == AnswerSignature::Rejected)
        return {1, Owner::Config, Confidence::Unknown, Reach::Unknown, AskAgain::No, {Cause::RejectedSignature}};
    if (answer.input.isSilent)
        return {2, Owner::Channel, Confidence::Unknown, Reach::Unknown, once(answer), {Cause::Silent}};
    if (answer.isInConflict())
        return conflictJudgement(answer);
    if (answer.status == Capability::Unrecognized)
        return unlistedStatusJudgement(answer);
    return judgeByReason(answer);
}

QList<int> lower(Judgement &judgement, const AnswerCase &answer)
{
    QList<int> rules;
    if (judgement.rule == 1) // not an answer: it has no age, and our channel is not its subject
        return rules;
    const auto &context = answer.input.context;
    const bool isTooOld = answer.age > kMaximumAge;
    if (isTooOld) {
        judgement.owner = Owner::Nobody;
        judgement.confidence = Confidence::Unknown;
        judgement.reach = Reach::Unknown;
    }
    if (isTooOld || answer.age > answer.channel.timeToLive) {
        judgement.confidence = atMost(judgement.confidence, Confidence::Weak);
        judgement.askAgain = AskAgain::Yes;
        judgement.causes.append(isTooOld ? Cause::TooOld : Cause::Stale);
        rules.append(16);
    }
    if (answer.input.signature == AnswerSignature::Unsigned && !answer.input.isSilent) {
        judgement.confidence = atMost(judgement.confidence, Confidence::Weak);
        judgement.causes.append(Cause::Unsigned);
        rules.append(17);
    }
    const bool isOurFault = !context.channelState.isEmpty() && context.channelState.value != ChannelState::Active;
    if (context.isUnstable || isOurFault) {
        judgement.confidence = atMost(judgement.confidence, Confidence::Weak);
        rules.append(18);
    }
    if (context.isUnstable)
        judgement.causes.append(Cause::Unstable);
    if (isOurFault) {
        judgement.owner = Owner::Config;
        judgement.causes.append(Cause::ChannelNotActive);
    }
    return rules;
}

Severity severityOf(const Judgement &judgement, const AnswerCase &answer, bool hasNewFeatures)
{
    if (judgement.owner == Owner::Config)
        return Severity::Error;
    const bool isConflictWithoutResult = judgement.has(Cause::Conflict) && judgement.reach == Reach::Unknown;
    if (judgement.reach == Reach::No || judgement.reach == Reach::Blocked || judgement.has(Cause::Contradiction)
        || isConflictWithoutResult)
        return Severity::Warning;
    if (hasNewFeatures)
        return Severity::Notice;
    const bool isDefaultOfSms = answer.channel.kind == ChannelKind::None
        && (judgement.causes == QList {Cause::CapableByDefault}
            || judgement.causes == QList {Cause::ChannelDoesNotTell});
    return judgement.confidence == Confidence::Confirmed || isDefaultOfSms ? Severity::Info : Severity::Notice;
}

FeaturePromise featuresOf(const Judgement &judgement, const AnswerCase &answer)
{
    if (judgement.has(Cause::Silent) || judgement.has(Cause::TooOld) || judgement.has(Cause::RejectedSignature))
        return FeaturePromise::None;
    if (!answer.features.isEmpty())
        return FeaturePromise::Listed;
    if (judgement.reach != Reach::Yes && judgement.reach != Reach::Limited)
        return FeaturePromise::None;
    if (judgement.reach == Reach::Limited)
        return FeaturePromise::TextOnly;
    return answer.channel.kind == ChannelKind::Directory ? FeaturePromise::All : FeaturePromise::NotTold;
}

} // namespace console

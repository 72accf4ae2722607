// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/rules.h"

namespace console {

namespace {
Judgement fullJudgement(const AnswerCase &answer)
{
    Judgement result {12, Owner::Nobody, Confidence::Assumed, Reach::Yes, AskAgain::No, {}};
    switch (answer.channel.kind) {
    case ChannelKind::Directory:
        if (answer.input.context.isRcsCheckForbidden && answer.features.isEmpty()) {
            result.causes = {Cause::CapableByDefault};
        } else {
            result.confidence = Confidence::Confirmed;
            result.causes = {Cause::ChannelDirectory};
        }
        break;
    case ChannelKind::AlwaysYes:
        result.confidence = Confidence::Weak;
        result.causes = {Cause::AlwaysYesSource};
        break;
    case ChannelKind::None:
    case ChannelKind::Unproven:
    case ChannelKind::Relationship:
        result.causes = {Cause::CapableByDefault};
        break;
    case ChannelKind::Unlisted:
        result.confidence = Confidence::Weak;
        result.causes = {Cause::UnlistedChannel};
        break;
    }
    return result;
}

Judgement partialJudgement(const AnswerCase &answer)
{
    Judgement result {13, Owner::Nobody, Confidence::Weak, Reach::Limited, AskAgain::No, {}};
    switch (answer.channel.kind) {
    case ChannelKind::Directory: // a "partial" cannot come from a yes by default
        result.confidence = Confidence::Confirmed;
        result.causes = {Cause::ChannelDirectory};
        break;
    case ChannelKind::AlwaysYes:
        result.causes = {Cause::UnexpectedForChannel};
        break;
    case ChannelKind::None:
    case ChannelKind::Unproven:
    case ChannelKind::Relationship:
        if (!answer.features.isEmpty())
            result.confidence = Confidence::Assumed;
        result.causes = {answer.features.isEmpty() ? Cause::UnexpectedForChannel : Cause::FeatureList};
        break;
    case ChannelKind::Unlisted:
        result.causes = {Cause::UnlistedChannel};
        break;
    }
    return result;
}

/// Google folds three causes into one "no": phone, network, our launch. Only our own history can tell them apart.
void narrowByHistory(Judgement &result, RcsHistory history)
{
    switch (history) {
    case RcsHistory::NotKnown:
        return;
    case RcsHistory::AllNo:
        result.owner = Owner::Config;
        break;
    case RcsHistory::PositiveSameCountry:
        result.owner = Owner::Customer;
        result.confidence = Confidence::Assumed;
        break;
    }
    result.causes = {Cause::HistoryInference};
}

Judgement noJudgement(const AnswerCase &answer)
{
    Judgement result {14, Owner::Customer, Confidence::Weak, Reach::No, AskAgain::No, {Cause::CauseNotTold}};
    switch (answer.channel.kind) {
    case ChannelKind::Directory:
        result.owner = Owner::Channel;
        narrowByHistory(result, answer.input.context.rcsHistory);
        break;
    case ChannelKind::AlwaysYes:
    case ChannelKind::None:
        if (answer.input.address.channel.value == Channel::Mms)
            result.owner = Owner::Channel;
        result.askAgain = once(answer);
        result.causes = {Cause::UnexpectedForChannel};
        break;
    case ChannelKind::Unproven:
    case ChannelKind::Relationship:
        break;
    case ChannelKind::Unlisted:
        result.owner = Owner::Channel;
        break;
    }
    return result;
}

/// Both readings of UNKNOWN are served: a passing fault the first time, "does not tell" the second.
Judgement unknownJudgement(const AnswerCase &answer)
{
    const bool mayPass = !answer.isAskedAgain() && (answer.isRcs() || answer.isWhatsApp());
    return {15,
            mayPass ? Owner::Temporary : Owner::Channel,
            Confidence::Unknown,
            Reach::Unknown,
            once(answer),
            {Cause::ChannelDoesNotTell}};
}
} // namespace

Judgement judgeByStatus(const AnswerCase &answer)
{
    switch (answer.status) {
    case Capability::Full:
        return fullJudgement(answer);
    case Capability::Partial:
        return partialJudgement(answer);
    case Capability::None:
        return noJudgement(answer);
    case Capability::Unknown:
    case Capability::Unrecognized:
        return unknownJudgement(answer);
    }
    return unknownJudgement(answer);
}

} // namespace console

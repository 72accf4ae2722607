// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/best_channel.h"

#include "verdict/feature_glossary.h"

#include <algorithm>

namespace console {

namespace {
struct RankedAnswer
{
    const VerdictInput *input;
    Verdict verdict;
    qsizetype contactRank;
    qsizetype appRank;
};

/// A channel that is missing in a list comes after those in it.
qsizetype rankIn(const QList<ChannelName> &order, const ChannelName &channel)
{
    const qsizetype index = order.indexOf(channel);
    return index < 0 ? order.size() : index;
}

/// The first key that tells a from b, and whether a comes first by it.
std::pair<DecidedBy, bool> compare(const RankedAnswer &a, const RankedAnswer &b)
{
    if (a.verdict.confidence != b.verdict.confidence)
        return {DecidedBy::Confidence, a.verdict.confidence < b.verdict.confidence};
    if (a.contactRank != b.contactRank)
        return {DecidedBy::ContactPriority, a.contactRank < b.contactRank};
    if (a.appRank != b.appRank)
        return {DecidedBy::AppOrder, a.appRank < b.appRank};
    if (a.verdict.reach != b.verdict.reach)
        return {DecidedBy::Status, a.verdict.reach < b.verdict.reach};
    if (a.input->age != b.input->age)
        return {DecidedBy::Freshness, a.input->age < b.input->age};
    const auto &left = a.input->address;
    const auto &right = b.input->address;
    return {DecidedBy::Name, std::tie(left.channel.raw, left.identity) < std::tie(right.channel.raw, right.identity)};
}

bool comesBeforeUnproven(const RankedAnswer &a, const RankedAnswer &b)
{
    const auto &left = a.input->address;
    const auto &right = b.input->address;
    return std::tie(a.contactRank, a.appRank, left.channel.raw, left.identity)
        < std::tie(b.contactRank, b.appRank, right.channel.raw, right.identity);
}

bool isCandidate(const RankedAnswer &answer)
{
    const Verdict &verdict = answer.verdict;
    return (verdict.reach == Reach::Yes || verdict.reach == Reach::Limited) && verdict.confidence != Confidence::Unknown
        && !verdict.causes.contains(Cause::ChannelNotActive);
}

bool meets(const RankedAnswer &answer, const QStringList &needs)
{
    if (answer.verdict.features == FeaturePromise::All)
        return true;
    return std::all_of(needs.begin(), needs.end(),
                       [&](const QString &need) { return listsFeature(answer.input->channelCapabilities, need); });
}

bool refusesConsent(const VerdictInput &input)
{
    return input.signature != AnswerSignature::Rejected && !input.isSilent
        && input.reason.code.value == ReasonCode::RecipientNotOptedIn;
}

/// The answers whose channel the app has and may offer, judged.
QList<RankedAnswer> judgedAnswers(const QList<VerdictInput> &answers, const ChannelWishes &wishes)
{
    QList<RankedAnswer> judged;
    for (const VerdictInput &input : answers) {
        const ChannelName &channel = input.address.channel;
        const bool isRefused = std::any_of(answers.begin(), answers.end(), [&](const VerdictInput &other) {
            return other.address.channel == channel && refusesConsent(other)
                && (!wishes.maySpeakOfSeveral || other.address.isSameAddress(input.address));
        });
        if (isRefused || (!wishes.appOrder.isEmpty() && !wishes.appOrder.contains(channel)))
            continue;
        judged.append(
            {&input, verdict(input), rankIn(wishes.contactPriority, channel), rankIn(wishes.appOrder, channel)});
    }
    return judged;
}

bool failedOnSetup(const VerdictInput &input)
{
    return verdict(input).rules.first() == QLatin1String("R5");
}

DecidedBy whyNone(const QList<VerdictInput> &answers, bool hadCandidates)
{
    if (hadCandidates)
        return DecidedBy::NeedNotMet;
    const bool isAllSetup = !answers.isEmpty() && std::all_of(answers.begin(), answers.end(), failedOnSetup);
    return isAllSetup ? DecidedBy::SetupFault : DecidedBy::None;
}

QList<ChannelIdentity> unprovenOf(QList<RankedAnswer> judged)
{
    judged.removeIf([](const RankedAnswer &answer) {
        return answer.verdict.reach != Reach::Unknown || answer.verdict.owner == Owner::Config;
    });
    std::sort(judged.begin(), judged.end(), comesBeforeUnproven);
    QList<ChannelIdentity> addresses;
    for (const auto &answer : judged)
        addresses.append(answer.input->address);
    return addresses;
}
/// The candidate that the contact wishes more than the first one; the candidates are in their final order.
std::optional<ChannelIdentity> overruledWish(const QList<RankedAnswer> &candidates)
{
    const auto wished = std::min_element(candidates.begin(), candidates.end(),
                                         [](const auto &a, const auto &b) { return a.contactRank < b.contactRank; });
    if (wished->contactRank == candidates.first().contactRank)
        return std::nullopt;
    return wished->input->address;
}
} // namespace

BestChannel bestChannel(const QList<VerdictInput> &answers, const ChannelWishes &wishes)
{
    const QList<RankedAnswer> judged = judgedAnswers(answers, wishes);
    BestChannel choice;
    choice.unproven = unprovenOf(judged);

    QList<RankedAnswer> candidates;
    std::copy_if(judged.begin(), judged.end(), std::back_inserter(candidates), isCandidate);
    const bool hadCandidates = !candidates.isEmpty();
    candidates.removeIf([&](const RankedAnswer &answer) { return !meets(answer, wishes.needs); });
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto &a, const auto &b) { return compare(a, b).second; });
    if (candidates.isEmpty()) {
        choice.decidedBy = whyNone(answers, hadCandidates);
        return choice;
    }
    choice.best = candidates.first().input->address;
    choice.decidedBy = candidates.size() == 1 ? DecidedBy::OnlyOne : compare(candidates[0], candidates[1]).first;
    choice.confidence = candidates.first().verdict.confidence;
    for (const auto &answer : candidates.sliced(1)) {
        choice.alsoUsable.append(answer.input->address);
        if (answer.verdict.causes.contains(Cause::Stale))
            choice.worthAskingAgain.append(answer.input->address);
    }
    if (choice.decidedBy == DecidedBy::Confidence)
        choice.preferred = overruledWish(candidates);
    return choice;
}

} // namespace console

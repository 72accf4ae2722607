// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/lookup_state.h"

namespace console {

namespace {
std::optional<Timestamp> registrationTime(const Lookup &lookup)
{
    if (lookup.registeredAt)
        return lookup.registeredAt;
    if (!lookup.answers.isEmpty())
        return lookup.answers.first().receivedAt;
    return std::nullopt;
}

std::optional<Timestamp> firstAnswer(const Lookup &lookup, const ChannelIdentity &address)
{
    for (const auto &answer : lookup.answers) {
        if (answer.address.isSameAddress(address))
            return answer.receivedAt;
    }
    return std::nullopt;
}

void judgeUnregistered(LookupProgress &progress, const Lookup &lookup, Timestamp now)
{
    const Timestamp limit = lookup.askedAt + lookup.requestTimeLimit;
    if (lookup.failure) {
        const bool isUnknown = lookup.failure->kind == LookupFailure::Kind::OutcomeUnknown;
        progress.state = isUnknown ? LookupState::OutcomeUnknown : LookupState::Failed;
    } else if (now > limit) {
        progress.state = LookupState::OutcomeUnknown;
    } else {
        progress.state = LookupState::Sending;
        progress.changesAt = limit + std::chrono::milliseconds(1);
    }
}
} // namespace

LookupProgress progressOf(const Lookup &lookup, Timestamp now)
{
    LookupProgress progress;
    progress.expected = int(lookup.expected.size());
    const auto registered = registrationTime(lookup);
    progress.age = std::max(std::chrono::milliseconds(0), now - registered.value_or(lookup.askedAt));
    const Timestamp deadline = registered.value_or(lookup.askedAt) + lookup.wait;

    bool anyLate = false;
    for (const auto &address : lookup.expected) {
        const auto answeredAt = firstAnswer(lookup, address);
        if (!answeredAt) {
            progress.silent.append(address);
            continue;
        }
        ++progress.answered;
        anyLate = anyLate || *answeredAt > deadline;
    }
    if (!registered) {
        judgeUnregistered(progress, lookup, now);
    } else if (progress.silent.isEmpty() && progress.expected > 0) {
        progress.state = anyLate ? LookupState::AnsweredLate : LookupState::Complete;
    } else if (now > deadline) {
        progress.state = LookupState::TimedOut;
    } else {
        progress.state = lookup.answers.isEmpty() ? LookupState::Waiting : LookupState::PartlyAnswered;
        progress.changesAt = deadline + std::chrono::milliseconds(1);
    }
    return progress;
}

QString stateName(LookupState state)
{
    switch (state) {
    case LookupState::Sending:
        return QStringLiteral("sending");
    case LookupState::Waiting:
        return QStringLiteral("waiting");
    case LookupState::PartlyAnswered:
        return QStringLiteral("partly_answered");
    case LookupState::Complete:
        return QStringLiteral("complete");
    case LookupState::AnsweredLate:
        return QStringLiteral("answered_late");
    case LookupState::TimedOut:
        return QStringLiteral("timed_out");
    case LookupState::Failed:
        return QStringLiteral("failed");
    case LookupState::OutcomeUnknown:
        return QStringLiteral("outcome_unknown");
    }
    return {};
}

QList<ChannelIdentity> expectedAnswers(const QList<ChannelIdentity> &contactIdentities,
                                       const QList<ChannelName> &appChannels)
{
    QList<ChannelIdentity> expected;
    for (const auto &address : contactIdentities) {
        const bool isRepeated = std::any_of(expected.begin(), expected.end(),
                                            [&](const auto &other) { return other.isSameAddress(address); });
        if (!isRepeated && (appChannels.isEmpty() || appChannels.contains(address.channel)))
            expected.append(address);
    }
    return expected;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/verdict_input.h"

namespace console {

namespace {
bool isPositive(const CapabilityStatus &status)
{
    return status.value == Capability::Full || status.value == Capability::Partial;
}

/// Adds one more answer about the same address. Of "full" and "partial" the smaller promise leads; any other second
/// status stands against both, so it is kept as the conflict.
void addAnswer(VerdictInput &input, const VerdictInput &other)
{
    if (other.status == input.status) {
        auto context = input.context;
        input = other;
        input.context = std::move(context);
        return;
    }
    const bool isMild = isPositive(input.status) && isPositive(other.status);
    const auto earlier = input.context.conflictWith;
    if (earlier && !isPositive(*earlier))
        return;
    auto against = other.status;
    Timestamp at = other.at;
    if (isMild && other.status.value == Capability::Partial) {
        against = input.status;
        at = input.at;
        input = other;
    }
    input.context.conflictWith = against;
    input.context.conflictAt = at;
}
} // namespace

VerdictInput answerInput(const NotificationRow &row, Timestamp now)
{
    VerdictInput input;
    input.address = row.address;
    input.status = row.status;
    input.reason = row.reason;
    input.channelCapabilities = row.channelCapabilities;
    input.age = now - row.receivedAt;
    input.at = row.receivedAt;
    input.signature = row.signature == SignatureState::Unsigned ? AnswerSignature::Unsigned : AnswerSignature::Valid;
    return input;
}

QList<ChannelIdentity> silentAfterWait(const LookupProgress &progress)
{
    return progress.state == LookupState::TimedOut ? progress.silent : QList<ChannelIdentity>();
}

QList<VerdictInput> lookupInputs(const QList<NotificationRow> &rows, const QList<ChannelIdentity> &silent,
                                 Timestamp askedAt, Timestamp now)
{
    QList<VerdictInput> inputs;
    for (const auto &row : rows) {
        const auto known = std::find_if(inputs.begin(), inputs.end(), [&](const VerdictInput &input) {
            return input.address.isSameAddress(row.address);
        });
        if (known == inputs.end())
            inputs.append(answerInput(row, now));
        else
            addAnswer(*known, answerInput(row, now));
    }
    for (const auto &address : silent) {
        VerdictInput input;
        input.address = address;
        input.isSilent = true;
        input.age = now - askedAt;
        input.at = askedAt;
        inputs.append(input);
    }
    return inputs;
}

} // namespace console

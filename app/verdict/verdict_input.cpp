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
        auto conflict = input.context.conflictWith;
        input = other;
        input.context.conflictWith = std::move(conflict);
        return;
    }
    const bool isMild = isPositive(input.status) && isPositive(other.status);
    const auto earlier = input.context.conflictWith;
    if (earlier && !isPositive(*earlier))
        return;
    auto against = other.status;
    if (isMild && other.status.value == Capability::Partial) {
        against = input.status;
        input = other;
    }
    input.context.conflictWith = against;
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
        inputs.append(input);
    }
    return inputs;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/phrases.h"
#include "verdict/sentences.h"

#include <QCoreApplication>

namespace console {

namespace {
constexpr std::array kSilencingCauses {
    Cause::Conflict,          Cause::Contradiction, Cause::Stale,    Cause::TooOld,         Cause::Unsigned,
    Cause::RejectedSignature, Cause::Silent,        Cause::Unstable, Cause::UnlistedStatus, Cause::ChannelNotActive,
};

constexpr auto kWillTry = QT_TRANSLATE_NOOP("verdict", "We will try {channel}; tell us if nothing arrives.");

bool mayTell(const Judgement &judgement)
{
    const bool isWeakPartial = judgement.reach == Reach::Limited && judgement.confidence == Confidence::Weak;
    return !isWeakPartial && std::none_of(kSilencingCauses.begin(), kSilencingCauses.end(), [&](Cause cause) {
        return judgement.has(cause);
    });
}

const char *fullSource(const AnswerCase &answer, Confidence confidence)
{
    if (confidence == Confidence::Confirmed)
        return QT_TRANSLATE_NOOP("verdict", "We can write to you on {channel}.");
    if (confidence == Confidence::Assumed)
        return kWillTry;
    if (usesPhoneNumbers(answer.input.address.channel.value))
        return QT_TRANSLATE_NOOP("verdict", "Do you use {channel} on this number?");
    return QT_TRANSLATE_NOOP("verdict", "Do you use {channel}?");
}

const char *reasonSource(const AnswerCase &answer, int rule)
{
    if (rule == 10)
        return answer.isPositive() ? kWillTry : "";
    const bool isAboutNumber = answer.reason->code == ReasonCode::RecipientInvalidChannelIdentity;
    if (isAboutNumber && !usesPhoneNumbers(answer.input.address.channel.value))
        return "";
    return answer.reason->customer;
}

const char *sourceFor(const AnswerCase &answer, const Judgement &judgement)
{
    if (judgement.rule <= 11)
        return answer.reason ? reasonSource(answer, judgement.rule) : "";
    if (judgement.rule == 12)
        return fullSource(answer, judgement.confidence);
    if (judgement.rule == 13)
        return QT_TRANSLATE_NOOP("verdict", "We can write to you on {channel}.");
    if (judgement.rule == 14)
        return answer.isRcs()
            ? QT_TRANSLATE_NOOP("verdict", "We will write to you by SMS.")
            : QT_TRANSLATE_NOOP("verdict", "We could not reach you on {channel}; may we use another channel?");
    return "";
}
} // namespace

QString customerSentence(const AnswerCase &answer, const Judgement &judgement)
{
    const char *source = mayTell(judgement) ? sourceFor(answer, judgement) : "";
    return *source ? phrase(source, answer) : QString();
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/phrases.h"
#include "verdict/sentences.h"

#include <QCoreApplication>

namespace console {

namespace {
const char *rcsNoSource(const AnswerCase &answer)
{
    switch (answer.input.context.rcsHistory) {
    case RcsHistory::AllNo:
        return QT_TRANSLATE_NOOP("verdict",
                                 "Every {channel} check of this app said no, so our {channel} sender is probably "
                                 "not launched; it is unlikely to be the phone.");
    case RcsHistory::PositiveSameCountry:
        return QT_TRANSLATE_NOOP("verdict",
                                 "Our {channel} sender works in this country, so this phone most likely has "
                                 "{channel} off or does not support it.");
    case RcsHistory::NotKnown:
        break;
    }
    if (answer.group == ReasonGroup::NotReachable)
        return QT_TRANSLATE_NOOP("verdict",
                                 "{channel} says not reachable; the same words cover a phone without {channel} and "
                                 "a network where our sender is not launched.");
    return QT_TRANSLATE_NOOP("verdict",
                             "{channel} does not reach this phone through our sender; the cause is open: device, "
                             "network, or our launch there.");
}

const char *fullSource(const AnswerCase &answer)
{
    if (answer.group != ReasonGroup::None) // an ignored cause stands beside it, so it is no more than a yes
        return QT_TRANSLATE_NOOP("verdict", "{channel} says yes.");
    switch (answer.channel.kind) {
    case ChannelKind::Directory:
        if (answer.input.context.isRcsCheckForbidden && answer.features.isEmpty())
            return QT_TRANSLATE_NOOP("verdict",
                                     "{channel} is assumed: our supplier forbids checks, so a yes is only the "
                                     "default answer.");
        return QT_TRANSLATE_NOOP("verdict", "{channel} reaches this phone with every feature our sender offers.");
    case ChannelKind::AlwaysYes:
        return QT_TRANSLATE_NOOP("verdict", "{channel} is known to say yes to any number, so this yes proves nothing.");
    case ChannelKind::None:
    case ChannelKind::Unproven:
    case ChannelKind::Relationship:
        return QT_TRANSLATE_NOOP("verdict", "{channel} is assumed to work; nobody can check it beforehand.");
    case ChannelKind::Unlisted:
        break;
    }
    return QT_TRANSLATE_NOOP("verdict", "{channel} says yes, but this console does not know the channel.");
}

const char *unknownSource(const AnswerCase &answer)
{
    if (answer.isAskedAgain())
        return QT_TRANSLATE_NOOP("verdict", "{channel} did not tell us, twice; more asking will not help.");
    if (answer.isRcs())
        return QT_TRANSLATE_NOOP("verdict", "{channel} gave no result this time; nothing is known about the phone.");
    if (answer.isWhatsApp())
        return QT_TRANSLATE_NOOP("verdict", "{channel} gave no result this time; nothing is known about the person.");
    return QT_TRANSLATE_NOOP("verdict", "{channel} does not tell whether it reaches this person.");
}

QString statusSentence(const AnswerCase &answer)
{
    switch (answer.status) {
    case Capability::Full: {
        const QString sentence = phrase(fullSource(answer), answer);
        if (answer.features.isEmpty())
            return sentence;
        //: %1 are features in plain words
        return sentence + QLatin1Char(' ')
            + phrase(QT_TRANSLATE_NOOP("verdict", "It lists: %1."), answer).arg(featureList(answer.features));
    }
    case Capability::Partial:
        return featureSentence(answer);
    case Capability::None:
        if (answer.isRcs())
            return phrase(rcsNoSource(answer), answer);
        return phrase(
            QT_TRANSLATE_NOOP("verdict", "{channel} says it cannot reach this person; the cause is not told."), answer);
    case Capability::Unknown:
    case Capability::Unrecognized:
        break;
    }
    return phrase(unknownSource(answer), answer);
}

const char *conflictSource(const AnswerCase &answer)
{
    if (answer.status == Capability::Partial && answer.input.context.conflictWith->isRecognized()
        && answer.input.context.conflictWith->value != Capability::None
        && answer.input.context.conflictWith->value != Capability::Unknown)
        return QT_TRANSLATE_NOOP("verdict",
                                 "{channel} answered twice for one question, once full and once partial; use the "
                                 "smaller promise.");
    const auto other = answer.input.context.conflictWith->value;
    const bool isYesAndNo = (answer.isPositive() && other == Capability::None)
        || (answer.status == Capability::None && (other == Capability::Full || other == Capability::Partial));
    if (isYesAndNo)
        return QT_TRANSLATE_NOOP("verdict", "{channel} said yes and no to the same question; neither can be trusted.");
    return QT_TRANSLATE_NOOP("verdict",
                             "{channel} answered twice for one question, once “{status}” and once “{other}”; "
                             "neither can be trusted.");
}

QString unlistedStatusSentence(const AnswerCase &answer)
{
    const QString sentence
        = phrase(answer.input.status.isEmpty()
                     ? QT_TRANSLATE_NOOP("verdict", "{channel} answered without a status.")
                     : QT_TRANSLATE_NOOP("verdict", "{channel} answered {status}, which this console does not know."),
                 answer);
    return answer.reason ? sentence + QLatin1Char(' ') + phrase(answer.reason->agent, answer) : sentence;
}

QString reasonSentence(const AnswerCase &answer, int rule)
{
    const QString sentence = phrase(answer.reason->agent, answer);
    if (rule == 6 && answer.isPositive())
        return sentence + QLatin1Char(' ')
            + phrase(QT_TRANSLATE_NOOP("verdict", "Its yes is probably only the default."), answer);
    if (rule == 8 && answer.isRcs() && answer.group == ReasonGroup::NotReachable && answer.status == Capability::None)
        return phrase(rcsNoSource(answer), answer);
    if (rule == 9)
        return phrase(QT_TRANSLATE_NOOP("verdict",
                                        "{channel} said yes, but its cause {code} says no; nothing reliable is known."),
                      answer);
    if (rule == 10 && answer.isPositive())
        return phrase(
            QT_TRANSLATE_NOOP("verdict", "{channel} cannot be checked on this route; the yes is only assumed."),
            answer);
    if (rule == 11)
        return statusSentence(answer) + QLatin1Char(' ') + sentence;
    return sentence;
}

QString baseSentence(const AnswerCase &answer, int rule)
{
    switch (rule) {
    case 1:
        return phrase(refusalSentence(answer.input.context.refusedFor), answer);
    case 2:
        return phrase(
            answer.isAskedAgain()
                ? QT_TRANSLATE_NOOP("verdict", "{channel} stayed silent again; nothing reliable is known.")
                : QT_TRANSLATE_NOOP("verdict", "{channel} did not answer in time; nothing reliable is known."),
            answer);
    case 3:
        return phrase(conflictSource(answer), answer);
    case 4:
        return unlistedStatusSentence(answer);
    default:
        return rule <= 11 ? reasonSentence(answer, rule) : statusSentence(answer);
    }
}

QString stateWords(const OpenEnum<ChannelState> &state)
{
    if (state.value == ChannelState::Failing)
        return QCoreApplication::translate("verdict", "failing");
    if (state.value == ChannelState::Pending)
        return QCoreApplication::translate("verdict", "pending");
    return state.raw;
}

QString agedSentence(const AnswerCase &answer, const Judgement &judgement)
{
    if (judgement.has(Cause::TooOld))
        return phrase(
            QT_TRANSLATE_NOOP("verdict", "The last {channel} answer is older than 31 days; treat it as no answer."),
            answer);
    const QString base = baseSentence(answer, judgement.rule);
    if (!judgement.has(Cause::Stale))
        return base;
    //: %1 is an age such as "40 hours", %2 a sentence, %3 how long an answer is good for, such as "24 hours"
    return phrase(QT_TRANSLATE_NOOP("verdict", "%1 ago: %2 This answer is past its %3."), answer)
        .arg(ageWords(answer.age), base, ageWords(answer.channel.timeToLive));
}
} // namespace

QString agentSentence(const AnswerCase &answer, const Judgement &judgement)
{
    QStringList sentences {agedSentence(answer, judgement)};
    if (answer.isWhatsApp() && answer.input.reason.channelCode == QLatin1String("131026") && judgement.rule >= 4)
        sentences.append(phrase(QT_TRANSLATE_NOOP("verdict",
                                                  "Its code 131026 means: no account, terms not accepted, or an "
                                                  "old app."),
                                answer));
    if (judgement.has(Cause::Unsigned))
        sentences.append(
            phrase(QT_TRANSLATE_NOOP("verdict", "The answer is unsigned, so its sender is not proven."), answer));
    if (judgement.has(Cause::Unstable))
        sentences.append(phrase(QT_TRANSLATE_NOOP("verdict", "It changed three times or more within 7 days."), answer));
    if (judgement.has(Cause::ChannelNotActive)) {
        //: %1 is a state: failing, pending
        const char *source = answer.isPositive()
            ? QT_TRANSLATE_NOOP("verdict", "But our {channel} channel is %1, so nothing will be sent.")
            : QT_TRANSLATE_NOOP("verdict", "Besides, our {channel} channel is %1.");
        sentences.append(phrase(source, answer).arg(stateWords(answer.input.context.channelState)));
    }
    if (answer.input.age < std::chrono::milliseconds(0))
        sentences.append(phrase(QT_TRANSLATE_NOOP("verdict",
                                                  "It seems to come from the future: check the clock of this "
                                                  "computer."),
                                answer));
    return sentences.join(QLatin1Char(' '));
}

} // namespace console

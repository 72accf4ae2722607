// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/phrases.h"
#include "verdict/sentences.h"

#include <QCoreApplication>

namespace console {

namespace {
const char *rcsNoStep(const AnswerCase &answer)
{
    switch (answer.input.context.rcsHistory) {
    case RcsHistory::AllNo:
        return QT_TRANSLATE_NOOP("verdict",
                                 "Ask the {channel} owner to check the launch state and the region of the sender.");
    case RcsHistory::PositiveSameCountry:
        return QT_TRANSLATE_NOOP("verdict", "Use SMS; the customer may switch on {channel} chats.");
    case RcsHistory::NotKnown:
        break;
    }
    if (answer.group == ReasonGroup::NotReachable)
        return QT_TRANSLATE_NOOP("verdict", "Use SMS; if many customers of one network fail, check the launch.");
    return answer.channel.stepWhenNot;
}

const char *unknownStep(const AnswerCase &answer)
{
    if (answer.isAskedAgain())
        return answer.channel.kind == ChannelKind::None
            ? QT_TRANSLATE_NOOP("verdict", "Send, and watch the delivery report.")
            : QT_TRANSLATE_NOOP("verdict", "Send with fallback and watch the delivery report.");
    if (answer.isRcs() || answer.isWhatsApp())
        return QT_TRANSLATE_NOOP("verdict", "Ask again once after 15 minutes, then accept it.");
    return QT_TRANSLATE_NOOP("verdict", "Send and read the delivery report, or ask again once after 15 minutes.");
}

QString statusStep(const AnswerCase &answer)
{
    switch (answer.status) {
    case Capability::Full: {
        const bool isChecked = answer.channel.kind == ChannelKind::Directory && answer.group == ReasonGroup::None
            && (!answer.input.context.isRcsCheckForbidden || !answer.features.isEmpty());
        return phrase(isChecked ? QT_TRANSLATE_NOOP("verdict", "Use {channel}; keep SMS as fallback.")
                                : answer.channel.stepWhenAssumed,
                      answer);
    }
    case Capability::Partial:
        return featureStep(answer);
    case Capability::None:
        return phrase(answer.isRcs() ? rcsNoStep(answer) : answer.channel.stepWhenNot, answer);
    case Capability::Unknown:
    case Capability::Unrecognized:
        break;
    }
    return phrase(unknownStep(answer), answer);
}

QString unlistedStatusStep(const AnswerCase &answer)
{
    if (answer.reason && *answer.reason->nextStep)
        return phrase(answer.reason->nextStep, answer);
    return phrase(answer.isAskedAgain()
                      ? QT_TRANSLATE_NOOP("verdict", "Report the new status to the tool owner.")
                      : QT_TRANSLATE_NOOP("verdict", "Ask again once, and report the new status to the tool owner."),
                  answer);
}

QString notReachableStep(const AnswerCase &answer)
{
    if (answer.status == Capability::None)
        return statusStep(answer);
    return phrase(QT_TRANSLATE_NOOP("verdict", "Use the next channel, and ask again after 15 minutes."), answer);
}

QString reasonStep(const AnswerCase &answer, int rule)
{
    const QString step = phrase(answer.reason->nextStep, answer);
    if (rule == 8 && answer.group == ReasonGroup::NotReachable)
        return notReachableStep(answer);
    if (rule == 9 && answer.group != ReasonGroup::ContactData)
        return phrase(QT_TRANSLATE_NOOP("verdict", "Ask again once; then show the raw answer to the tool owner."),
                      answer);
    if (rule == 10 && answer.isPositive())
        return phrase(
            QT_TRANSLATE_NOOP("verdict", "Send with fallback and read the delivery report; do not ask again."), answer);
    if (rule == 11 && answer.group == ReasonGroup::MessageOnly)
        return QString(statusStep(answer) + QLatin1Char(' ') + step).trimmed();
    return step;
}

QString baseStep(const AnswerCase &answer, const Judgement &judgement)
{
    switch (judgement.rule) {
    case 1:
        return phrase(refusalStep(answer.input.context.refusedFor), answer);
    case 2:
        return phrase(
            answer.isAskedAgain()
                ? QT_TRANSLATE_NOOP("verdict", "Send with fallback and watch the delivery report.")
                : QT_TRANSLATE_NOOP("verdict", "Check that callbacks reach the receiver, then ask again once."),
            answer);
    case 3:
        return phrase(judgement.reach == Reach::Limited
                          ? QT_TRANSLATE_NOOP("verdict", "Ask again; until then only the listed features.")
                          : QT_TRANSLATE_NOOP("verdict", "Ask again; show both raw answers if it repeats."),
                      answer);
    case 4:
        return unlistedStatusStep(answer);
    default:
        return judgement.rule <= 11 ? reasonStep(answer, judgement.rule) : statusStep(answer);
    }
}

const char *repairStep(const AnswerCase &answer)
{
    if (answer.input.context.channelState.value == ChannelState::Failing)
        return QT_TRANSLATE_NOOP("verdict", "Configuration owner: repair the {channel} credentials of the app.");
    return QT_TRANSLATE_NOOP("verdict",
                             "Configuration owner: wait until the {channel} channel of the app is active, or use "
                             "another one.");
}
} // namespace

QString nextStep(const AnswerCase &answer, const Judgement &judgement)
{
    if (judgement.has(Cause::ChannelNotActive))
        return phrase(repairStep(answer), answer);
    if (judgement.has(Cause::TooOld))
        return phrase(QT_TRANSLATE_NOOP("verdict", "Ask again."), answer);
    if (judgement.has(Cause::Unsigned))
        return phrase(QT_TRANSLATE_NOOP("verdict", "Give the webhook a secret; until then treat it as a hint."),
                      answer);
    if (judgement.has(Cause::Stale))
        return phrase(QT_TRANSLATE_NOOP("verdict", "Ask again before relying on it."), answer);
    const QString step = baseStep(answer, judgement);
    if (!judgement.has(Cause::Unstable))
        return step;
    return step + QLatin1Char(' ')
        + phrase(QT_TRANSLATE_NOOP("verdict", "Trust the delivery report more than this answer."), answer);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/phrases.h"
#include "verdict/sentences.h"

#include <QCoreApplication>

namespace console {

namespace {
struct CauseHeadline
{
    Cause cause;
    const char *words;
};

/// Causes that say more than the reach does, the strongest first.
constexpr std::array kByCause {
    CauseHeadline {Cause::RejectedSignature, QT_TRANSLATE_NOOP("verdict", "{channel}: an answer came and was refused")},
    CauseHeadline {Cause::ChannelNotActive, QT_TRANSLATE_NOOP("verdict", "{channel}: our channel is not active")},
    CauseHeadline {Cause::TooOld, QT_TRANSLATE_NOOP("verdict", "{channel}: the answer is too old")},
    CauseHeadline {Cause::Silent, QT_TRANSLATE_NOOP("verdict", "{channel} is silent")},
    CauseHeadline {Cause::SetupFault, QT_TRANSLATE_NOOP("verdict", "{channel}: our set-up, not the customer")},
    CauseHeadline {Cause::Conflict, QT_TRANSLATE_NOOP("verdict", "{channel} gave two different answers")},
    CauseHeadline {Cause::Contradiction, QT_TRANSLATE_NOOP("verdict", "{channel} contradicts itself")},
    CauseHeadline {Cause::Consent, QT_TRANSLATE_NOOP("verdict", "{channel} is blocked: no consent")},
    CauseHeadline {Cause::WindowClosed, QT_TRANSLATE_NOOP("verdict", "{channel} is blocked: the window is closed")},
    CauseHeadline {Cause::UnlistedStatus, QT_TRANSLATE_NOOP("verdict", "{channel}: a new kind of answer")},
};

const char *yesWords(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Confirmed:
        return QT_TRANSLATE_NOOP("verdict", "{channel} works");
    case Confidence::Assumed:
        return QT_TRANSLATE_NOOP("verdict", "{channel} should work");
    case Confidence::Weak:
    case Confidence::Unknown:
        break;
    }
    return QT_TRANSLATE_NOOP("verdict", "{channel} may work");
}

const char *limitedWords(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Confirmed:
        return QT_TRANSLATE_NOOP("verdict", "{channel} works, with limits");
    case Confidence::Assumed:
        return QT_TRANSLATE_NOOP("verdict", "{channel} should work, with limits");
    case Confidence::Weak:
    case Confidence::Unknown:
        break;
    }
    return QT_TRANSLATE_NOOP("verdict", "{channel} may work, with limits");
}

const char *noWords(Confidence confidence)
{
    return confidence == Confidence::Confirmed ? QT_TRANSLATE_NOOP("verdict", "{channel} does not reach this person")
                                               : QT_TRANSLATE_NOOP("verdict", "{channel} probably does not work");
}

const char *reachWords(const Judgement &judgement)
{
    switch (judgement.reach) {
    case Reach::Yes:
        return yesWords(judgement.confidence);
    case Reach::Limited:
        return limitedWords(judgement.confidence);
    case Reach::No:
        return noWords(judgement.confidence);
    case Reach::Blocked:
        return QT_TRANSLATE_NOOP("verdict", "{channel} is blocked");
    case Reach::Unknown:
        break;
    }
    return QT_TRANSLATE_NOOP("verdict", "{channel}: not known");
}
} // namespace

QString headline(const AnswerCase &answer, const Judgement &judgement)
{
    for (const auto &[cause, words] : kByCause) {
        if (judgement.has(cause))
            return phrase(words, answer);
    }
    return phrase(reachWords(judgement), answer);
}

} // namespace console

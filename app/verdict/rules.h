// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/answer_case.h"
#include "verdict/verdict.h"

#include <algorithm>

namespace console {

/// What the rules decide, without words. The sentences look at `rule` to know which case they speak about.
struct Judgement
{
    int rule; ///< 1 to 15: the first one that fits
    Owner owner;
    Confidence confidence;
    Reach reach;
    AskAgain askAgain;
    QList<Cause> causes;

    bool has(Cause cause) const { return causes.contains(cause); }
};

/// The weaker of both: the enum runs from confirmed down to unknown.
inline Confidence atMost(Confidence confidence, Confidence limit)
{
    return std::max(confidence, limit);
}

/// "Ask again, but only once": no when the same came before.
inline AskAgain once(const AnswerCase &answer)
{
    return answer.isAskedAgain() ? AskAgain::No : AskAgain::Yes;
}

/// R1 to R15: the first rule that fits decides.
Judgement judge(const AnswerCase &answer);

/// R5 to R11: a known status with a cause; without one as judgeByStatus().
Judgement judgeByReason(const AnswerCase &answer);

/// R12 to R15: what status and channel say when no cause is told (or the cause is ignored).
Judgement judgeByStatus(const AnswerCase &answer);

/// R16 to R18: age, signature and our own channel may lower the result, never raise it.
/// \returns the rules that did, by number.
QList<int> lower(Judgement &judgement, const AnswerCase &answer);

/// R19 and R21.
Severity severityOf(const Judgement &judgement, const AnswerCase &answer, bool hasNewFeatures);
FeaturePromise featuresOf(const Judgement &judgement, const AnswerCase &answer);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/verdict.h"

#include "verdict/sentences.h"

namespace console {

Verdict verdict(const VerdictInput &input)
{
    const AnswerCase answer(input);
    Judgement judgement = judge(answer);

    Verdict result;
    result.rules.append(QStringLiteral("R%1").arg(judgement.rule));
    for (const int rule : lower(judgement, answer))
        result.rules.append(QStringLiteral("R%1").arg(rule));
    result.owner = judgement.owner;
    result.confidence = judgement.confidence;
    result.reach = judgement.reach;
    result.askAgain = judgement.askAgain;
    result.causes = judgement.causes;
    result.features = featuresOf(judgement, answer);
    if (result.features == FeaturePromise::Listed)
        result.unknownFeatures = newFeatures(answer.features);
    result.severity = severityOf(judgement, answer, !result.unknownFeatures.isEmpty());

    result.headline = headline(answer, judgement);
    result.agentSentence = agentSentence(answer, judgement);
    result.customerSentence = customerSentence(answer, judgement);
    result.nextStep = nextStep(answer, judgement);
    return result;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/verdict_input.h"
#include "verdict/verdict_terms.h"

#include <QList>
#include <QStringList>

namespace console {

/// What one answer means for the person, the agent and the tool owner.
struct Verdict
{
    QString headline;         ///< a few words: "RCS works, with limits"
    QString agentSentence;    ///< what the agent may know
    QString customerSentence; ///< what the agent may say to the customer; empty: nothing to tell
    QString nextStep;
    Owner owner = Owner::Nobody;
    Confidence confidence = Confidence::Unknown;
    Reach reach = Reach::Unknown;
    AskAgain askAgain = AskAgain::No;
    QList<Cause> causes;
    Severity severity = Severity::Notice;
    FeaturePromise features = FeaturePromise::None;
    QStringList unknownFeatures; ///< listed names that the glossary does not know
    QStringList rules;           ///< the rules that decided, then those that lowered: "R12", "R16"
};

/// Judges one answer by the rules R1 to R21. Every input has a verdict: values nobody knows are shown as they were
/// sent and judged as unknown. Words come through QCoreApplication::translate("verdict", …).
///
/// Basis: a channel without a source of truth must answer "capable", so a yes may mean nothing and a no says more than
/// a yes; a reason about set-up or a passing fault says nothing about the person; silence is never a no.
Verdict verdict(const VerdictInput &input);

} // namespace console

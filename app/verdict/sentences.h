// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/rules.h"

namespace console {

// The words of a verdict, one function a kind of reader. All are total: each judgement of the rules has its sentence.

QString headline(const AnswerCase &answer, const Judgement &judgement);
QString agentSentence(const AnswerCase &answer, const Judgement &judgement);
/// Empty where nothing may be told: the customer never hears guesses, nor that a block is suspected.
QString customerSentence(const AnswerCase &answer, const Judgement &judgement);
QString nextStep(const AnswerCase &answer, const Judgement &judgement);

/// What a "partial" answer offers and lacks, and what to send then.
QString featureSentence(const AnswerCase &answer);
QString featureStep(const AnswerCase &answer);
/// The listed features in plain words, "card carousel, call button"; new names as they were sent.
QString featureList(const QStringList &names);
QStringList newFeatures(const QStringList &names);

/// Of rule R1, by what the receiver found. With {channel}, for phrase().
const char *refusalSentence(std::optional<RejectionCause> cause);
const char *refusalStep(std::optional<RejectionCause> cause);

} // namespace console

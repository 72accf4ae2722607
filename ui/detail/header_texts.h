// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/answer_header.h"
#include "ui/detail/answer_source.h"
#include "verdict/best_channel.h"

namespace console {

/// The words above the cards. Sandbox and problem are left to the caller.
HeaderTexts headerTexts(const AnswerSource &source, const AnswerFacts &facts, const QList<AnswerCard> &cards,
                        const BestChannel &best);

/// Why the question was not put, or that it may not have been; empty otherwise.
QString failureText(const AnswerFacts &facts);

} // namespace console

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

/// Why the silence of every channel may be our own fault; empty unless the wait is over and nothing came.
QString doubtText(const AnswerFacts &facts);
/// Channels of the contact that the app has not got, so that nobody was asked about them there; in the contact's order.
QList<ChannelName> channelsNotAsked(const AnswerFacts &facts);

} // namespace console

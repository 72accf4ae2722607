// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/answer_source.h"
#include "verdict/ticket_text.h"

namespace console {

/// What the ticket says of the answer that is shown. The facts are those of the source, with app and contact.
Ticket answerTicket(const AnswerSource &source, const AnswerFacts &facts, const ChannelWishes &wishes, bool isSandbox);

} // namespace console

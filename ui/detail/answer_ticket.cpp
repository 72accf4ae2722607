// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/answer_ticket.h"

#include "ui/detail/answer_card.h"
#include "ui/detail/header_texts.h"

namespace console {

Ticket answerTicket(const AnswerSource &source, const AnswerFacts &facts, const ChannelWishes &wishes, bool isSandbox)
{
    Ticket ticket;
    ticket.who = source.who();
    ticket.contactId = source.contactId();
    ticket.appName = facts.app ? facts.app->displayName : QString();
    ticket.askedAt = source.askedAt();
    ticket.requestId = source.requestId();
    ticket.answers = judgedInputs(answerCards(facts));
    ticket.wishes = wishes;
    ticket.isSandbox = isSandbox;
    ticket.asked = facts.lookup ? facts.lookup->expected : QList<ChannelIdentity>();
    ticket.failure = failureText(facts);
    ticket.doubt = doubtText(facts);
    ticket.notAsked = channelsNotAsked(facts);
    return ticket;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "domain/contact.h"
#include "domain/lookup_state.h"
#include "domain/notification_row.h"
#include "domain/rejected_callback.h"
#include "ui/theme/chip.h"
#include "verdict/verdict.h"

namespace console {

/// What the panel has to go by.
struct AnswerFacts
{
    std::optional<Lookup> lookup;    ///< none: rows that nobody asked for here
    LookupProgress progress;         ///< of the lookup
    QList<NotificationRow> rows;     ///< in order of arrival
    QList<NotificationRow> heard;    ///< about the same recipient, newest first; may be incomplete
    QList<RejectedCallback> refused; ///< callbacks that name this lookup, and that the receiver refused
    std::optional<App> app;
    std::optional<Contact> contact; ///< as far as the list of contacts has seen it
    Timestamp now;
};

/// One channel's place in the panel: its answer, its silence, or the wait for it.
struct AnswerCard
{
    ChannelIdentity address;
    bool isPending = false;             ///< the wait for it goes on: there is nothing to judge yet
    VerdictInput input;                 ///< empty while pending
    Verdict verdict;                    ///< empty while pending
    std::optional<NotificationRow> row; ///< the newest answer
    ChipLook chip;
    QString headline; ///< "RCS works, with limits"
    QString owner;    ///< "Owner: the customer"; empty where nobody has to do anything
    QString meta;     ///< "assumed · 4 min ago · 46701234567"
    QString marks;    ///< "joined by recipient · 2 retries"; empty when there is nothing to remark

    friend bool operator==(const AnswerCard &a, const AnswerCard &b)
    {
        return a.address == b.address && a.isPending == b.isPending && a.row == b.row && a.chip == b.chip
            && a.headline == b.headline && a.owner == b.owner && a.meta == b.meta && a.marks == b.marks;
    }
};

/// One card an address: expected ones in the order of the question, so that no card moves while answers come; then
/// those that nobody expected. A lookup that was refused has no silent cards: nobody was asked.
QList<AnswerCard> answerCards(const AnswerFacts &facts);

/// What was judged, pending ones left out: for the best channel and the ticket.
QList<VerdictInput> judgedInputs(const QList<AnswerCard> &cards);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/best_channel.h"

namespace console {

/// What "Copy for ticket" is made of.
struct Ticket
{
    QString who;       ///< the contact's name, or the typed identities
    QString contactId; ///< empty when unknown
    QString appName;   ///< empty when unknown
    Timestamp askedAt;
    QString requestId;
    QList<VerdictInput> answers; ///< silent ones included
    ChannelWishes wishes;
    bool isSandbox = false;       ///< sandbox results are never called real
    QList<ChannelIdentity> asked; ///< what the question was about; may be empty
    QList<ChannelName> notAsked;  ///< channels of the person that the app has not got
    QString doubt;                ///< why the silence of all may be our own fault; else empty
    QString failure;              ///< why the question was not put, or whether it was is unknown; else empty
};

/// Plain text for a ticket: who, when, best channel, why it failed or per channel the verdict with
/// status, reason, owner and time; request id. Lines end with
/// \n.
QString ticketText(const Ticket &ticket);

} // namespace console

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
    bool isSandbox = false; ///< sandbox results are never called real
};

/// Plain text for a ticket: who, when, best channel, per channel the verdict with its age, request id. Lines end with
/// \n.
QString ticketText(const Ticket &ticket);

} // namespace console

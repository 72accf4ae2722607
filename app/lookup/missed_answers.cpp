// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/missed_answers.h"

#include "domain/lookup_state.h"

namespace console {

QList<Lookup> lookupsHitBy(const ReceiverGap &gap, const QList<Lookup> &lookups, Timestamp now)
{
    QList<Lookup> hit;
    for (const auto &lookup : lookups) {
        const auto progress = progressOf(lookup, now);
        const bool wasWaiting = lookup.askedAt <= gap.to && lookup.askedAt + lookup.wait >= gap.from;
        const bool wasAsked = progress.state != LookupState::Failed;
        if (wasWaiting && wasAsked && !progress.silent.isEmpty())
            hit.append(lookup);
    }
    return hit;
}

} // namespace console

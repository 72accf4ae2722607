// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/missed_answers.h"

#include "domain/lookup_state.h"

namespace console {

namespace {

bool isSameQuestion(const Lookup &one, const Lookup &other)
{
    return one.recipient == other.recipient && one.projectId == other.projectId && one.appId == other.appId;
}

} // namespace

QList<Lookup> lookupsHitBy(const ReceiverGap &gap, const QList<Lookup> &lookups, Timestamp now)
{
    QList<Lookup> hit;
    for (auto lookup = lookups.begin(); lookup != lookups.end(); ++lookup) {
        if (lookup->askedAt > gap.to || lookup->askedAt + lookup->wait < gap.from)
            continue;
        const auto progress = progressOf(*lookup, now);
        const bool isAskedAgain = std::any_of(lookups.begin(), lookup, [&](const Lookup &newer) {
            return isSameQuestion(newer, *lookup) && progressOf(newer, now).state != LookupState::Failed;
        });
        if (progress.state != LookupState::Failed && !progress.silent.isEmpty() && !isAskedAgain)
            hit.append(*lookup);
    }
    return hit;
}

} // namespace console

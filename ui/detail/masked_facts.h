// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/answer_source.h"
#include "ui/detail/timeline_model.h"

namespace console {

/// The facts with people as they are shown at present.
AnswerFacts maskedFacts(AnswerFacts facts);

/// What the timeline shows of it.
QList<NotificationRow> maskedHeard(const AnswerSource &source);
QList<TimelineLookup> maskedAsked(const AnswerSource &source);
TimelineLookup maskedLookup(const AnswerSource &source, const Lookup &lookup);

/// The address of the true facts that is shown as this one; itself where there is none.
ChannelIdentity unmasked(const ChannelIdentity &shown, const AnswerFacts &facts);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/answer_card.h"

namespace console {

/// The facts with people as they are shown at present.
AnswerFacts maskedFacts(AnswerFacts facts);

/// The address of the true facts that is shown as this one; itself where there is none.
ChannelIdentity unmasked(const ChannelIdentity &shown, const AnswerFacts &facts);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"

#include <chrono>

namespace console {

struct AnswerCase;

/// A translated sentence with {channel}, {code}, {status} and {other} (the status of a conflict) filled in.
QString phrase(const char *source, const AnswerCase &answer);

/// The channel's name for people; "this channel" when the answer named none.
QString channelWords(const ChannelName &channel);

/// "6 minutes", "40 hours", "12 days": whole units, chosen so that the number is at least 2 wherever it can be.
QString ageWords(std::chrono::milliseconds age);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/filter_completion.h"

namespace console {

/// Whether a filter says anything but channels, states and the like. A word alone is looked for everywhere, so it may.
bool mayNameSomebody(const QString &filter);

/// Without those that name people, where personal data is masked.
FilterCompletion shownProposals(const QString &text, FilterCompletion completion);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup.h"
#include "domain/receiver_gap.h"

#include <QList>

namespace console {

/// The lookups whose answers a gap may have cost: asked, waiting at some moment of it, and still without an answer that
/// was expected. What was asked again since is left out. In the order in which they are given, newest first.
QList<Lookup> lookupsHitBy(const ReceiverGap &gap, const QList<Lookup> &lookups, Timestamp now);

} // namespace console

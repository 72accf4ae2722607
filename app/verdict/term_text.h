// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "verdict/verdict_terms.h"

namespace console {

// The terms of a verdict in translated words for people; termName() gives the untranslated ones.

QString confidenceText(Confidence confidence); ///< "confirmed"
QString reachText(Reach reach);                ///< "reachable, with limits"
QString ownerText(Owner owner);                ///< who can change it: "the customer"
QString causeText(Cause cause);                ///< why the confidence is what it is: "no consent"

} // namespace console

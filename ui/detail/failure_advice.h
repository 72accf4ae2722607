// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup.h"

#include <QString>

namespace console {

/// Why a lookup was not registered, with the vendor's words as a quotation, and what to do about it.
/// \param asked  what was sent: the one that the words speak of is named.
QString failureAdvice(const LookupFailure &failure, const QList<ChannelIdentity> &asked = {});

/// For a lookup whose POST got no answer: only the user may ask again, since it may have been carried out.
QString unknownOutcomeAdvice();

/// For a lookup that was registered under another request id than ours.
QString aliasWarning(const QList<RequestId> &aliases);

} // namespace console

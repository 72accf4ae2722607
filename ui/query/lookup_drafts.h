// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "domain/contact.h"
#include "lookup/lookup_service.h"

namespace console {

LookupDraft draftForContact(const Contact &contact, const App &app, std::chrono::milliseconds wait);
LookupDraft draftForIdentities(const QList<ChannelIdentity> &identities, const App &app,
                               std::chrono::milliseconds wait);
/// The same question with the same wait.
LookupDraft draftAgain(const Lookup &lookup);

/// The name that was known, else the identities: "RCS 46701234567 and 2 more".
QString recipientText(const Lookup &lookup);

} // namespace console

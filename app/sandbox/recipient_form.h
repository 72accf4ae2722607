// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/form_reader.h"
#include "sandbox/sandbox_contact.h"

namespace console {

/// The recipient of a request: a contact id or a list of channel identities, never both. Contract 2.1.
struct RecipientForm
{
    QString contactId; ///< empty when identities are given
    QList<SandboxIdentity> identities;
    QJsonObject echo; ///< as it was sent, for the registration

    /// Reads the member "recipient"; what is wrong is left in the reader.
    static RecipientForm read(FormReader &body);
};

} // namespace console

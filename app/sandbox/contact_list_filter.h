// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sandbox/sandbox_contact.h"

#include <QSet>

#include <optional>

namespace console {

class ContactStore;
class RequestArguments;

/// Which contacts a list request wants: all, those with an external id, or those with one channel identity.
class ContactListFilter
{
public:
    /// Errors: 400 for channel without identity or the reverse, an unknown channel, external_id beside either.
    [[nodiscard]] static Result<ContactListFilter> parse(const RequestArguments &arguments,
                                                         const ContactStore &contacts);

    bool matches(const SandboxContact &contact) const;

private:
    ContactListFilter() = default;

    QString m_externalId;
    std::optional<QSet<QString>> m_ids; ///< of the contacts with the identity
};

} // namespace console

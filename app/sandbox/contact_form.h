// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sandbox/sandbox_app.h"
#include "sandbox/sandbox_contact.h"

namespace console {

/// What a client may write into a contact, and the rules for it. Contract 3.2.
class ContactForm
{
public:
    explicit ContactForm(const QList<SandboxApp> &apps)
        : m_apps(apps)
    { }

    /// Every member that a client can set.
    static const QStringList &fields();
    /// The contact with the given fields taken from the body; a field that the body lacks is cleared.
    /// Errors: 400 for a wrong type, an unknown word, an empty identity, no identity at all, no language.
    [[nodiscard]] Result<SandboxContact> apply(const QJsonObject &body, const QStringList &changed,
                                               SandboxContact contact) const;

private:
    const QList<SandboxApp> &m_apps;
};

} // namespace console

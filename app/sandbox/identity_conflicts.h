// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace console {

class ContactStore;

/// GET /contacts:identityConflicts: identities that more than one contact has.
class IdentityConflicts
{
public:
    explicit IdentityConflicts(const ContactStore &contacts)
        : m_contacts(contacts)
    { }

    /// \param after  how many conflicts to pass over
    QJsonObject page(quint64 after, int size) const;

private:
    const ContactStore &m_contacts;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_session.h"
#include "domain/contact.h"

namespace console {

/// The contacts of the project. Errors as of AppsClient. Idempotent: retried. Thread: the session's.
class ContactsClient
{
public:
    static constexpr int kPageSize = 20; ///< the most that the API gives

    explicit ContactsClient(ApiSession &session)
        : m_session(session)
    { }
    /// One page; the empty token asks for the first. Source: OAS Contact_ListContacts.
    [[nodiscard]] QFuture<Result<ContactPage>> list(const ContactFilter &filter, const QString &pageToken);
    [[nodiscard]] QFuture<Result<Contact>> get(const ContactId &id);

private:
    ApiSession &m_session;
};

} // namespace console

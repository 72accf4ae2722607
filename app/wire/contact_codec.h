// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

#include <QByteArray>

namespace console {

/// The body of GET /contacts. An empty, absent or null next_page_token is the end. Errors: Malformed.
/// Source: OAS ListContactsResponse.
[[nodiscard]] Result<ContactPage> decodeContactPage(const QByteArray &body);

/// The body of GET /contacts/{id}. Errors: Malformed.
[[nodiscard]] Result<Contact> decodeContact(const QByteArray &body);

} // namespace console

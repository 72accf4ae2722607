// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_query.h"

#include <QByteArray>

namespace console {

/// The body of POST capability:query, compact JSON. request_id is always sent; project_id never (it stands in the path).
/// Source: OAS QueryCapability; bytes in tests/fixtures/api/capability-request-*.json.
QByteArray encodeCapabilityQuery(const CapabilityQuery &query);

/// The body of its 200. Any JSON object is a registration, whatever it echoes; so is a body that cannot be read, which
/// registers without an echo: the vendor said 200.
Registration decodeRegistration(const QByteArray &body);

} // namespace console

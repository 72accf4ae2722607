// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace console {

/// An HTTP answer other than 2xx as an Error. The kind is decided by the status alone; the body, in any of the shapes
/// that the vendor is known to use (google.rpc wrapped or flat, problem+json, {code,text}, RFC 6749, plain text, empty),
/// is only quoted. Source: contract 1.4 and 2.4; bytes in tests/fixtures/api/error-*.json.
Error decodeApiError(int httpStatus, const QByteArray &body, const QByteArray &retryAfterHeader);

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"

namespace console {

/// Where it goes: "https://…/v1/projects/…/capability:query".
QString requestUrl(const ApiSettings &settings);

/// The body as it will be sent, in lines; the request id, made on sending, is shown as a placeholder.
QString requestJson(const LookupDraft &draft);

/// The same request as a shell command. It holds no secret: token or key come from variables that the reader sets.
QString requestAsCurl(const ApiSettings &settings, const LookupDraft &draft, const RequestId &requestId);

} // namespace console

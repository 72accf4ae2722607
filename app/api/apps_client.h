// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_session.h"
#include "domain/app.h"

namespace console {

/// The apps of the project. Errors of all calls: Unauthorized, Rejected, NotFound, RateLimited, ServerFault, Timeout,
/// Network, Malformed. Idempotent: retried. Thread: the session's.
class AppsClient
{
public:
    explicit AppsClient(ApiSession &session)
        : m_session(session)
    { }
    /// All apps; the list has no pages. Also the test whether key, project and region fit together.
    [[nodiscard]] QFuture<Result<QList<App>>> list();
    [[nodiscard]] QFuture<Result<App>> get(const AppId &id);

private:
    ApiSession &m_session;
};

} // namespace console

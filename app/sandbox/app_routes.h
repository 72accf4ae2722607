// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api_router.h"
#include "sandbox/sandbox_app.h"

namespace console {

/// GET /apps and GET /apps/{app_id}. Contract 3.1.
class AppRoutes
{
public:
    explicit AppRoutes(const QList<SandboxApp> &apps);

    void addTo(ApiRouter &router);

private:
    RouteAnswer list() const;
    RouteAnswer get(const RoutedRequest &call) const;

    const QList<SandboxApp> &m_apps;
};

} // namespace console

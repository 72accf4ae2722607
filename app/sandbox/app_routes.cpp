// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/app_routes.h"

#include <QJsonArray>

namespace console {

AppRoutes::AppRoutes(const QList<SandboxApp> &apps)
    : m_apps(apps)
{ }

void AppRoutes::addTo(ApiRouter &router)
{
    router.add("GET", "apps", [this](const RoutedRequest &) { return list(); });
    router.add("GET", "apps/*", [this](const RoutedRequest &call) { return get(call); });
}

RouteAnswer AppRoutes::list() const
{
    QJsonArray apps;
    for (const auto &app : m_apps)
        apps.append(app.answer);
    return QJsonObject {{QStringLiteral("apps"), apps}};
}

RouteAnswer AppRoutes::get(const RoutedRequest &call) const
{
    const auto *app = findApp(m_apps, call.id);
    if (!app)
        return failure(VendorEnvelope::notFound());
    return app->answer;
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/app_catalog.h"

#include "core/continuation.h"

namespace console {

AppCatalog::AppCatalog(QObject *parent)
    : QObject(parent)
{ }

std::optional<App> AppCatalog::find(const ProjectId &project, const AppId &app) const
{
    const auto apps = m_apps.value(project);
    for (const auto &candidate : apps) {
        if (candidate.id == app)
            return candidate;
    }
    return std::nullopt;
}

void AppCatalog::load(ProjectConnection &connection)
{
    connection.apps().list() | then(this, [this, project = connection.projectId()](const Result<QList<App>> &apps) {
        if (apps) {
            m_apps.insert(project, *apps);
            Q_EMIT loaded(project);
        } else {
            Q_EMIT failed(project, apps.error());
        }
    });
}

} // namespace console

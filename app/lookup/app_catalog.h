// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "lookup/project_connection.h"

#include <QHash>

namespace console {

/// The apps of projects, fetched once and kept for the session. Thread: GUI.
class AppCatalog : public QObject
{
    Q_OBJECT

public:
    explicit AppCatalog(QObject *parent = nullptr);

    /// What is known, which may be nothing yet.
    QList<App> apps(const ProjectId &project) const { return m_apps.value(project); }
    std::optional<App> find(const ProjectId &project, const AppId &app) const;

    /// Fetches anew; ends in loaded() or failed().
    void load(ProjectConnection &connection);

Q_SIGNALS:
    void loaded(const console::ProjectId &project);
    void failed(const console::ProjectId &project, const console::Error &error);

private:
    QHash<ProjectId, QList<App>> m_apps;
};

} // namespace console

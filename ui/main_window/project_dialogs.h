// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"
#include "ui/settings/about_dialog.h"
#include "ui/settings/connect_project_dialog.h"

#include <QWidget>

#include <functional>

namespace console {

class ProjectController;
struct Project;
struct ProjectSecrets;

/// Opens the dialogs of the window and carries out what they say. Thread: GUI.
class ProjectDialogs : public QObject
{
    Q_OBJECT

public:
    ProjectDialogs(ProjectController &projects, QWidget *window);

    void connectProject();
    void editProject();
    void duplicateProject();
    void renameProject();
    /// Asks for the secrets of the selected project again.
    void enterKey();
    void webhooks();
    void shortcuts();
    void sandboxEndings();
    void removeProject();
    void editSettings(const Preferences &preferences);
    void about();

    /// Asked for when About is opened.
    void setLibraries(std::function<QList<LibraryVersion>()> libraries) { m_libraries = std::move(libraries); }

Q_SIGNALS:
    void preferencesChanged(const console::Preferences &preferences);
    void identitiesWanted(const QStringList &identities);

private:
    ConnectProjectDialog *makeDialog(ConnectProjectDialog::Purpose purpose, const QString &title,
                                     const Project &project, const ProjectSecrets &secrets);
    void addFrom(const QString &title, const Project &project, const ProjectSecrets &secrets);
    template <typename Dialog>
    void followKeychain(Dialog *dialog);

    ProjectController &m_projects;
    QWidget *m_window;
    std::function<QList<LibraryVersion>()> m_libraries;
};

} // namespace console

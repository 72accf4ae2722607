// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/project_dialogs.h"

#include "ui/main_window/project_controller.h"
#include "ui/settings/connect_project_dialog.h"
#include "ui/settings/settings_dialog.h"

#include <QMessageBox>
#include <QPushButton>
#include <QUuid>

namespace console {

ProjectDialogs::ProjectDialogs(ProjectController &projects, QWidget *window)
    : QObject(window)
    , m_projects(projects)
    , m_window(window)
{ }

ConnectProjectDialog *ProjectDialogs::makeDialog(const QString &title, const Project &project,
                                                 const ProjectSecrets &secrets)
{
    auto *dialog = new ConnectProjectDialog(
        [this](const Project &tried, const ProjectSecrets &with) { return m_projects.tryConnection(tried, with); },
        SecretStore::missingKeychain(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setProject(project, secrets);
    return dialog;
}

void ProjectDialogs::addFrom(const QString &title, const Project &project, const ProjectSecrets &secrets)
{
    Project added = project;
    added.key = QUuid::createUuid().toString(QUuid::Id128);
    added.callbackPath = makeCallbackPath();
    auto *dialog = makeDialog(title, added, secrets);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_projects.add(dialog->project(), dialog->secrets()); });
    dialog->open();
}

void ProjectDialogs::connectProject()
{
    Project project;
    project.kind = Project::Kind::Test;
    addFrom(tr("Connect a project"), project, {});
}

void ProjectDialogs::duplicateProject()
{
    Project copy = m_projects.selected();
    //: %1 is the name of the project that was duplicated
    copy.name = tr("%1 (copy)").arg(copy.name);
    ProjectSecrets secrets = m_projects.secretsOf(copy.key);
    secrets.previousWebhookSecret = {};
    addFrom(tr("Duplicate project"), copy, secrets);
}

void ProjectDialogs::editProject()
{
    const Project project = m_projects.selected();
    if (project.isSandbox())
        return;
    auto *dialog = makeDialog(tr("Edit project"), project, m_projects.secretsOf(project.key));
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_projects.change(dialog->project(), dialog->secrets()); });
    dialog->open();
}

void ProjectDialogs::removeProject()
{
    const Project project = m_projects.selected();
    if (project.isSandbox())
        return;
    auto *question
        = new QMessageBox(QMessageBox::Question, tr("Remove project"),
                          tr("Remove “%1” with its secrets?").arg(project.name), QMessageBox::Cancel, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Its notifications stay in the history."));
    auto *remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(question, &QMessageBox::buttonClicked, this, [this, key = project.key, remove](QAbstractButton *button) {
        if (button == remove)
            m_projects.remove(key);
    });
    question->open();
}

void ProjectDialogs::editSettings(const Preferences &preferences)
{
    auto *dialog = new SettingsDialog(preferences, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT preferencesChanged(dialog->preferences()); });
    dialog->open();
}

void ProjectDialogs::about()
{
    auto *dialog = new AboutDialog(m_libraries ? m_libraries() : QList<LibraryVersion>(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/project_dialogs.h"

#include "core/continuation.h"
#include "ui/main_window/endings_dialog.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/secret_keeper.h"
#include "ui/receiver/webhooks_dialog.h"
#include "ui/settings/enter_key_dialog.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/shortcuts_dialog.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QUuid>

namespace console {

ProjectDialogs::ProjectDialogs(ProjectController &projects, QWidget *window)
    : QObject(window)
    , m_projects(projects)
    , m_window(window)
{ }

/// Where secrets would be kept is looked at without touching it; unlocking is the user's order.
template <typename Dialog>
void ProjectDialogs::followKeychain(Dialog *dialog)
{
    const auto show = [dialog](KeychainState state) { dialog->setKeychain(state); };
    m_projects.secretKeeper().look() | then(dialog, show);
    connect(dialog, &Dialog::unlockRequested, this, [this] { m_projects.unlockKeychain(); });
    connect(&m_projects.secretKeeper(), &SecretKeeper::changed, dialog,
            [this, show] { show(m_projects.secretKeeper().state()); });
}

ConnectProjectDialog *ProjectDialogs::makeDialog(ConnectProjectDialog::Purpose purpose, const QString &title,
                                                 const Project &project, const ProjectSecrets &secrets)
{
    auto *dialog = new ConnectProjectDialog(
        purpose,
        [this](const Project &tried, const ProjectSecrets &with) { return m_projects.tryConnection(tried, with); },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setReceivesTls(!m_projects.preferences().tls.isEmpty());
    if (!m_projects.managed().mayAllowUnsigned())
        dialog->forbidUnsigned();
    dialog->setProject(project, secrets);
    followKeychain(dialog);
    return dialog;
}

void ProjectDialogs::addFrom(const QString &title, const Project &project, const ProjectSecrets &secrets)
{
    Project added = project;
    added.key = QUuid::createUuid().toString(QUuid::Id128);
    added.callbackPath = makeCallbackPath();
    auto *dialog = makeDialog(ConnectProjectDialog::Purpose::New, title, added, secrets);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_projects.add(dialog->project(), dialog->secrets()); });
    dialog->open();
}

void ProjectDialogs::connectProject()
{
    Project project;
    project.kind = Project::Kind::Test;
    project.receiver = m_projects.preferences().receiver;
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
    auto *dialog = makeDialog(ConnectProjectDialog::Purpose::Edit, tr("Edit project"), project,
                              m_projects.secretsOf(project.key));
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_projects.change(dialog->project(), dialog->secrets()); });
    dialog->open();
}

void ProjectDialogs::renameProject()
{
    const Project project = m_projects.selected();
    if (project.isSandbox())
        return;
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename project"));
    dialog->setLabelText(tr("&Name"));
    dialog->setTextValue(project.name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, key = project.key](const QString &name) { m_projects.rename(key, name); });
    dialog->open();
}

void ProjectDialogs::enterKey()
{
    const Project project = m_projects.selected();
    auto *dialog = new EnterKeyDialog(project, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    followKeychain(dialog);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, project] { m_projects.change(project, dialog->secrets()); });
    dialog->open();
}

void ProjectDialogs::webhooks()
{
    const auto app = m_projects.selectedApp();
    if (!app)
        return;
    auto *dialog
        = new WebhooksDialog(WebhooksDialog::Purpose::Look, app->displayName, m_projects.webhookTarget(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto list = [this, dialog, id = app->id] {
        m_projects.webhooks(id)
            | then(dialog, [dialog](const Result<AppWebhooks> &webhooks) { dialog->setWebhooks(webhooks); });
    };
    const auto listAfter = [dialog, list](const Result<> &outcome) {
        dialog->showOutcome(outcome);
        list();
    };
    connect(dialog, &WebhooksDialog::listRequested, this, list);
    connect(dialog, &WebhooksDialog::registerRequested, this,
            [this, dialog, listAfter, id = app->id] { m_projects.prepareLookup(id) | then(dialog, listAfter); });
    connect(dialog, &WebhooksDialog::removeRequested, this,
            [this, dialog, listAfter, app = app->id](const WebhookId &id) {
                m_projects.removeWebhook(app, id) | then(dialog, listAfter);
            });
    list();
    dialog->open();
}

void ProjectDialogs::shortcuts()
{
    auto *dialog = new ShortcutsDialog(shortcutsOf(m_window), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProjectDialogs::sandboxEndings()
{
    auto *dialog = new EndingsDialog(m_projects.sandboxEndings(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EndingsDialog::identitiesWanted, this, &ProjectDialogs::identitiesWanted);
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
    auto *dialog = new SettingsDialog(
        preferences, [this](const TlsFiles &files) { return m_projects.checkTls(files); }, m_window);
    dialog->setManaged(m_projects.managed());
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/lookup_flow.h"

#include "core/continuation.h"
#include "text/error_text.h"
#include "ui/main_window/project_controller.h"

#include <QMessageBox>
#include <QPushButton>

namespace console {

LookupFlow::LookupFlow(ProjectController &projects, LookupService &lookups, QWidget *window)
    : QObject(window)
    , m_projects(projects)
    , m_lookups(lookups)
    , m_window(window)
{ }

void LookupFlow::ask(const LookupDraft &draft)
{
    const Project &project = m_projects.selected();
    if (m_declined.contains(project.key))
        return submit(draft);
    const bool mayRegister = project.isSandbox() || m_agreed.contains(project.key);
    if (!mayRegister && m_projects.needsWebhook(draft.appId))
        return askForWebhook(draft);
    prepare(draft);
}

void LookupFlow::askForWebhook(const LookupDraft &draft)
{
    auto *question
        = new QMessageBox(QMessageBox::Question, tr("Register the receiver?"),
                          tr("Answers come as callbacks. May a webhook be made at this app, so that they come here?"),
                          QMessageBox::Cancel, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("It points at %1 and is removed when the program ends.").arg(m_projects.webhookTarget().toString()));
    auto *make = question->addButton(tr("Make it and look up"), QMessageBox::AcceptRole);
    auto *without = question->addButton(tr("Look up without"), QMessageBox::DestructiveRole);
    question->setDefaultButton(make);
    const QString key = m_projects.selected().key;
    connect(question, &QMessageBox::buttonClicked, this, [=, this](QAbstractButton *button) {
        if (button == make) {
            m_agreed.insert(key);
            prepare(draft);
        } else if (button == without) {
            m_declined.insert(key);
            submit(draft);
        }
    });
    question->open();
}

void LookupFlow::prepare(const LookupDraft &draft)
{
    m_projects.prepareLookup(draft.appId) | then(this, [this, draft](const Result<> &prepared) {
        if (prepared)
            submit(draft);
        else
            tellUnprepared(draft, prepared.error());
    });
}

void LookupFlow::tellUnprepared(const LookupDraft &draft, const Error &error)
{
    auto *warning = new QMessageBox(QMessageBox::Warning, tr("No way for the answers"),
                                    tr("The receiver could not be registered, so no answer can come here."),
                                    QMessageBox::Cancel, m_window);
    warning->setAttribute(Qt::WA_DeleteOnClose);
    warning->setInformativeText(errorText(error));
    auto *anyway = warning->addButton(tr("Look up anyway"), QMessageBox::AcceptRole);
    connect(warning, &QMessageBox::buttonClicked, this, [=, this](QAbstractButton *button) {
        if (button == anyway)
            submit(draft);
    });
    warning->open();
}

void LookupFlow::submit(const LookupDraft &draft)
{
    ProjectConnection *connection = m_projects.connection();
    if (!connection)
        return;
    m_lookups.submit(*connection, draft) | then(this, [this](const LookupSubmission &submission) {
        if (submission.storage)
            Q_EMIT notKept(*submission.storage);
    });
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/lookup_flow.h"

#include "core/continuation.h"
#include "text/error_text.h"
#include "ui/main_window/project_controller.h"
#include "ui/receiver/webhooks_dialog.h"

#include <QMessageBox>
#include <QPushButton>

namespace console {

LookupFlow::LookupFlow(ProjectController &projects, LookupService &lookups, QWidget *window)
    : QObject(window)
    , m_projects(projects)
    , m_lookups(lookups)
    , m_window(window)
{ }

QString LookupFlow::keyOf(const LookupDraft &draft) const
{
    return m_projects.selected().key + QLatin1Char(' ') + draft.appId.toString();
}

void LookupFlow::ask(const LookupDraft &draft)
{
    const Project &project = m_projects.selected();
    if (m_declined.contains(keyOf(draft)))
        return submit(draft);
    const bool mayRegister = project.isSandbox() || m_agreed.contains(keyOf(draft));
    if (!mayRegister && m_projects.needsWebhook(draft.appId))
        return askForWebhook(draft);
    prepare(draft);
}

void LookupFlow::askForWebhook(const LookupDraft &draft)
{
    const auto app = m_projects.selectedApp();
    auto *question
        = new WebhooksDialog(WebhooksDialog::Purpose::AskFirst, app ? app->displayName : draft.appId.toString(),
                             m_projects.webhookTarget(), m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QString key = keyOf(draft);
    const auto list = [this, question, id = draft.appId] {
        m_projects.webhooks(id)
            | then(question, [question](const Result<AppWebhooks> &listed) { question->setWebhooks(listed); });
    };
    connect(question, &WebhooksDialog::removeRequested, this, [this, question, list, draft](const WebhookId &id) {
        m_projects.removeWebhook(draft.appId, id) | then(question, [question, list](const Result<> &removed) {
            question->showOutcome(removed);
            list();
        });
    });
    connect(question, &WebhooksDialog::registerRequested, this, [this, question, key, draft] {
        question->accept();
        m_agreed.insert(key);
        prepare(draft);
    });
    connect(question, &WebhooksDialog::withoutRequested, this, [this, question, key, draft] {
        question->accept();
        m_declined.insert(key);
        submit(draft);
    });
    list();
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

QMessageBox *LookupFlow::makeUnpreparedWarning(const Error &error, QWidget *window)
{
    auto *warning = new QMessageBox(QMessageBox::Warning, tr("No way for the answers"),
                                    tr("The receiver could not be registered, so no answer can come here."),
                                    QMessageBox::Cancel, window);
    warning->setAttribute(Qt::WA_DeleteOnClose);
    warning->setInformativeText(errorText(error));
    warning->addButton(tr("Look up anyway"), QMessageBox::AcceptRole);
    return warning;
}

void LookupFlow::tellUnprepared(const LookupDraft &draft, const Error &error)
{
    auto *warning = makeUnpreparedWarning(error, m_window);
    connect(warning, &QMessageBox::buttonClicked, this, [this, warning, draft](QAbstractButton *button) {
        if (warning->buttonRole(button) == QMessageBox::AcceptRole)
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/project_notice.h"

#include "ui/main_window/project_controller.h"
#include "ui/main_window/secret_keeper.h"
#include "ui/settings/keychain_banner.h"
#include "ui/theme/banner.h"

namespace console {

ProjectNotice::ProjectNotice(ProjectController &projects, Banner &banner, QObject *parent)
    : QObject(parent)
    , m_projects(projects)
    , m_banner(banner)
{
    connect(&banner, &Banner::actionTriggered, this, &ProjectNotice::act);
    connect(&banner, &Banner::dismissed, this, &ProjectNotice::dismiss);
    connect(&projects, &ProjectController::selectionChanged, this, &ProjectNotice::refresh);
    connect(&projects.secretKeeper(), &SecretKeeper::changed, this, &ProjectNotice::refresh);
    refresh();
}

void ProjectNotice::refresh()
{
    if (!showStanding() && !showSessionOnly() && !showLeftovers())
        m_banner.hide();
}

bool ProjectNotice::showStanding()
{
    const ProjectStanding standing = m_projects.standing();
    switch (standing.need) {
    case ProjectStanding::Need::Nothing:
        return false;
    case ProjectStanding::Need::Key:
        show(standing.problem, Action::EnterKey, false);
        return true;
    case ProjectStanding::Need::Keychain:
        show(standing.problem, Action::Unlock, false);
        return true;
    case ProjectStanding::Need::Retry:
        show(standing.problem, Action::Retry, false);
        return true;
    case ProjectStanding::Need::Edit:
        show(standing.problem, m_projects.selected().isSandbox() ? Action::None : Action::Edit, false);
        return true;
    }
    return false;
}

bool ProjectNotice::showSessionOnly()
{
    const Project &project = m_projects.selected();
    const QString reason = m_projects.secretKeeper().sessionOnlyReason(project.key);
    //: %1 is a project, %2 the reason
    const QString text = tr("The secrets of “%1” are kept until the program ends only: %2.").arg(project.name, reason);
    if (reason.isEmpty() || m_dismissed.contains(text))
        return false;
    show(text, canBeUnlocked(m_projects.secretKeeper().state()) ? Action::Unlock : Action::None, true);
    return true;
}

bool ProjectNotice::showLeftovers()
{
    const QString text = tr("The secrets of a removed project are still in the keychain, which is locked.");
    if (!m_projects.secretKeeper().hasLeftovers() || m_dismissed.contains(text))
        return false;
    show(text, canBeUnlocked(m_projects.secretKeeper().state()) ? Action::Unlock : Action::None, true);
    return true;
}

void ProjectNotice::show(const QString &text, Action action, bool isDismissible)
{
    m_action = action;
    const bool isSecret = action == Action::EnterKey || action == Action::Unlock || isDismissible;
    m_banner.setMessage(Tone::Warn, isSecret ? Icon::Key : Icon::TriangleAlert, text);
    switch (action) {
    case Action::None:
        m_banner.setAction({});
        break;
    case Action::EnterKey:
        m_banner.setAction(tr("Enter the key …"));
        break;
    case Action::Unlock:
        m_banner.setAction(unlockOrder(m_projects.secretKeeper().state()));
        break;
    case Action::Retry:
        m_banner.setAction(tr("Try again"));
        break;
    case Action::Edit:
        m_banner.setAction(tr("Edit project …"));
        break;
    }
    m_banner.setDismissible(isDismissible);
    m_banner.show();
}

void ProjectNotice::act()
{
    switch (m_action) {
    case Action::None:
        return;
    case Action::EnterKey:
        return Q_EMIT enterKeyRequested();
    case Action::Unlock:
        return Q_EMIT unlockRequested();
    case Action::Retry:
        return Q_EMIT retryRequested();
    case Action::Edit:
        return Q_EMIT editRequested();
    }
}

void ProjectNotice::dismiss()
{
    m_dismissed.insert(m_banner.text());
    refresh();
}

} // namespace console

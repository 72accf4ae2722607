// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/project_standing.h"

#include <QObject>
#include <QSet>

namespace console {

class Banner;
class ProjectController;

/// The line across the window that says what the selected project needs, with the one thing to do about it: enter its
/// key, unlock the keychain, try again, edit it. Thread: GUI.
class ProjectNotice : public QObject
{
    Q_OBJECT

public:
    ProjectNotice(ProjectController &projects, Banner &banner, QObject *parent);

Q_SIGNALS:
    void enterKeyRequested();
    void editRequested();
    void retryRequested();
    void unlockRequested();

private:
    enum class Action { None, EnterKey, Unlock, Retry, Edit };
    void refresh();
    bool showStanding();
    bool showSessionOnly();
    bool showLeftovers();
    void show(const QString &text, Action action, bool isDismissible);
    void act();
    void dismiss();

    ProjectController &m_projects;
    Banner &m_banner;
    Action m_action = Action::None;
    QSet<QString> m_dismissed; ///< texts
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace console {

class AppChannels;
class ProjectController;
class ReceiverStatus;
class StatusChip;

/// The top of the window: which project and app are asked, of what kind they are, and how the receiver does.
/// Thread: GUI.
class WindowHeader : public QWidget
{
    Q_OBJECT

public:
    WindowHeader(ProjectController &projects, const Clock &clock, QWidget *parent = nullptr);

    ReceiverStatus *receiver() const { return m_receiver; }
    QToolButton *projectMenuButton() const { return m_projectMenu; }
    QToolButton *settingsButton() const { return m_settings; }

private:
    QComboBox *addPicker(const QString &objectName, const QString &label);
    void fillProjects();
    void showSelection();
    void pickProject(int row);
    void pickApp(int row);

    ProjectController &m_projects;
    StatusChip *m_kind;
    QComboBox *m_project;
    QToolButton *m_projectMenu;
    QComboBox *m_app;
    AppChannels *m_channels;
    ReceiverStatus *m_receiver;
    QToolButton *m_settings;
};

} // namespace console

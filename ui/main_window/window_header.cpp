// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_header.h"

#include "core/visible_text.h"
#include "ui/main_window/app_channels.h"
#include "ui/main_window/kind_look.h"
#include "ui/main_window/project_controller.h"
#include "ui/receiver/receiver_status.h"
#include "ui/theme/buttons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/status_chip.h"
#include "ui/theme/tinted_icon.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace console {

WindowHeader::WindowHeader(ProjectController &projects, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_projects(projects)
{
    auto *row = makeRow(this, 2 * kGrid, {kPanelMargin, 2 * kGrid, 3 * kGrid, 2 * kGrid});
    m_kind = new StatusChip(this);
    m_kind->setObjectName(QStringLiteral("projectKind"));
    row->addWidget(m_kind);
    row->addSpacing(kGrid);
    m_project = addPicker(QStringLiteral("project"), tr("P&roject"));
    m_projectMenu = makeIconButton(QStringLiteral("projectMenu"), Icon::Ellipsis, tr("Projects"), this);
    m_projectMenu->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_projectMenu);
    row->addSpacing(kGrid);
    m_app = addPicker(QStringLiteral("app"), tr("&App"));
    m_channels = new AppChannels(this);
    row->addWidget(m_channels, 1);
    m_receiver = new ReceiverStatus(clock, this);
    row->addWidget(m_receiver);
    m_settings = makeIconButton(QStringLiteral("settings"), Icon::Settings, tr("Settings"), this);
    row->addWidget(m_settings);
    connect(m_project, &QComboBox::activated, this, &WindowHeader::pickProject);
    connect(m_app, &QComboBox::activated, this, &WindowHeader::pickApp);
    connect(&projects, &ProjectController::projectsChanged, this, &WindowHeader::fillProjects);
    connect(&projects, &ProjectController::selectionChanged, this, &WindowHeader::showSelection);
    connect(&projects, &ProjectController::receiverChanged, this,
            [this] { m_receiver->setView(m_projects.receiverView()); });
    fillProjects();
}

QComboBox *WindowHeader::addPicker(const QString &objectName, const QString &label)
{
    auto *text = new QLabel(label, this);
    auto *picker = new QComboBox(this);
    picker->setObjectName(objectName);
    picker->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    picker->setMaximumWidth(260);
    text->setBuddy(picker);
    layout()->addWidget(text);
    layout()->addWidget(picker);
    return picker;
}

void WindowHeader::fillProjects()
{
    const QSignalBlocker quiet(m_project);
    m_project->clear();
    for (const auto &project : m_projects.projects())
        m_project->addItem(tintedIcon(kindLook(project.kind).icon, Ink::Muted), project.name, project.key);
    showSelection();
}

void WindowHeader::showSelection()
{
    const QSignalBlocker quietProject(m_project);
    const QSignalBlocker quietApp(m_app);
    const Project &project = m_projects.selected();
    m_kind->setLook(kindLook(project.kind));
    m_kind->setToolTip(kindSentence(project.kind));
    m_project->setCurrentIndex(m_project->findData(project.key));
    m_project->setToolTip(project.name);
    const auto app = m_projects.selectedApp();
    m_app->clear();
    const auto apps = m_projects.apps();
    for (const auto &one : apps)
        m_app->addItem(visibleLine(one.displayName.isEmpty() ? one.id.toString() : one.displayName), one.id.toString());
    if (apps.isEmpty())
        m_app->addItem(m_projects.problem().isEmpty() ? tr("Starting …") : tr("None"));
    m_app->setEnabled(!apps.isEmpty());
    m_app->setCurrentIndex(app ? m_app->findData(app->id.toString()) : 0);
    m_app->setToolTip(app ? app->id.toString() : m_projects.problem());
    m_channels->setApp(app);
    m_receiver->setView(m_projects.receiverView());
}

void WindowHeader::pickProject(int row)
{
    m_projects.select(m_project->itemData(row).toString());
}

void WindowHeader::pickApp(int row)
{
    if (const auto id = AppId::parse(m_app->itemData(row).toString()))
        m_projects.selectApp(*id);
}

} // namespace console

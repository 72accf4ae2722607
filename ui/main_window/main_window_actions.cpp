// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window_actions.h"

#include "ui/theme/theme.h"
#include "ui/theme/tinted_icon.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace console {

MainWindowActions::MainWindowActions(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    makeProjectMenu();
    makeLookupMenu();
    makeViewMenu();
    makeHistoryMenu();
    makeHelpMenu();
}

QAction *MainWindowActions::make(const char *objectName, const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(objectName));
    action->setShortcut(shortcut);
    m_window->addAction(action); // else its shortcut rests while the menu bar is hidden
    return action;
}

void MainWindowActions::makeProjectMenu()
{
    connectProject = make("connectProject", tr("&Connect a project …"), QKeySequence(Qt::CTRL | Qt::Key_N));
    connectProject->setIcon(tintedIcon(Icon::Plug));
    editProject = make("editProject", tr("&Edit project …"), QKeySequence(Qt::CTRL | Qt::Key_E));
    editProject->setIcon(tintedIcon(Icon::Edit));
    duplicateProject = make("duplicateProject", tr("&Duplicate project …"));
    duplicateProject->setIcon(tintedIcon(Icon::Duplicate));
    renameProject = make("renameProject", tr("Re&name project …"), QKeySequence(Qt::Key_F2));
    removeProject = make("removeProject", tr("&Remove project …"));
    removeProject->setIcon(tintedIcon(Icon::Trash));
    reloadApps = make("reloadApps", tr("Read the &apps again"), QKeySequence(Qt::Key_F5));
    reloadApps->setIcon(tintedIcon(Icon::Refresh));
    webhooks = make("webhooks", tr("&Webhooks of the app …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W));
    webhooks->setIcon(tintedIcon(Icon::Link));
    settings = make("openSettings", tr("&Settings …"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    settings->setIcon(tintedIcon(Icon::Settings));
    settings->setMenuRole(QAction::PreferencesRole);
    quit = make("quit", tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);

    projectMenu = m_window->menuBar()->addMenu(tr("&Project"));
    projectMenu->addActions({connectProject, editProject, renameProject, duplicateProject, removeProject});
    projectMenu->addSeparator();
    projectMenu->addActions({reloadApps, webhooks});
    projectMenu->addSeparator();
    projectMenu->addActions({settings, quit});
    selectedProjectMenu = new QMenu(tr("Projects"), m_window);
    selectedProjectMenu->addActions({connectProject, editProject, renameProject, duplicateProject, removeProject});
    selectedProjectMenu->addSeparator();
    selectedProjectMenu->addActions({reloadApps, webhooks});
}

void MainWindowActions::makeLookupMenu()
{
    findContact = make("focusFindContact", tr("&Find contact"), QKeySequence(Qt::CTRL | Qt::Key_K));
    findContact->setIcon(tintedIcon(Icon::Search));
    typeIdentities = make("focusIdentities", tr("Type &identities"), QKeySequence(Qt::CTRL | Qt::Key_I));
    typeIdentities->setIcon(tintedIcon(Icon::Phone));
    copyTicket = make("copyTicket", tr("Copy for &ticket"), QKeySequence(Qt::CTRL | Qt::Key_T));
    copyTicket->setIcon(tintedIcon(Icon::Copy));
    copyTicket->setEnabled(false);
    m_lookupMenu = m_window->menuBar()->addMenu(tr("&Look up"));
    m_lookupMenu->addActions({findContact, typeIdentities});
    m_lookupMenu->addSeparator();
    m_lookupMenu->addAction(copyTicket);
}

void MainWindowActions::makeViewMenu()
{
    pause = make("pauseAction", tr("&Pause"), QKeySequence(Qt::CTRL | Qt::Key_P));
    pause->setCheckable(true);
    filter = make("focusFilter", tr("&Filter"), QKeySequence(QKeySequence::Find));
    filter->setIcon(tintedIcon(Icon::Filter));
    copyRows = make("copyRows", tr("&Copy selected rows"));
    copyRows->setIcon(tintedIcon(Icon::Copy));
    compareRows = make("compareRows", tr("Compare t&wo rows …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    compareRows->setIcon(tintedIcon(Icon::Columns));
    otherPage = make("otherPage", tr("&Rejected && other"), QKeySequence(Qt::CTRL | Qt::Key_R));
    otherPage->setCheckable(true);
    showQuery = make("showQuery", tr("&Look up panel"), QKeySequence(Qt::Key_F7));
    showQuery->setCheckable(true);
    showDetail = make("showDetail", tr("&Details panel"), QKeySequence(Qt::Key_F8));
    showDetail->setCheckable(true);
    nextPane = make("nextPane", tr("&Next pane"), QKeySequence(Qt::Key_F6));
    previousPane = make("previousPane", tr("Pre&vious pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6));
    mask = make("maskPersonal", tr("Mas&k personal data"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    mask->setIcon(tintedIcon(Icon::EyeOff));
    mask->setCheckable(true);
    colorRules = make("editColorRules", tr("Colo&ur rules …"));
    compactRows = make("compactRows", tr("Co&mpact rows"));
    compactRows->setCheckable(true);

    auto *view = m_window->menuBar()->addMenu(tr("&View"));
    view->addActions({pause, filter, copyRows});
    copyMenu = view->addMenu(tr("Copy selected rows &as"));
    view->addAction(compareRows);
    viewsMenu = view->addMenu(tintedIcon(Icon::Star), tr("Saved vi&ews"));
    groupMenu = view->addMenu(tr("&Group by"));
    columnMenu = view->addMenu(tintedIcon(Icon::Columns), tr("C&olumns"));
    view->addActions({colorRules, otherPage});
    view->addSeparator();
    view->addActions({showQuery, showDetail, nextPane, previousPane});
    view->addSeparator();
    view->addActions({mask, compactRows});
    auto *themes = view->addMenu(tr("&Theme"));
    theme = new QActionGroup(this);
    const std::array modes {std::pair {ThemeMode::System, tr("Like the &desktop")},
                            std::pair {ThemeMode::Light, tr("&Light")}, std::pair {ThemeMode::Dark, tr("D&ark")}};
    for (const auto &[mode, text] : modes) {
        auto *action = themes->addAction(text);
        action->setCheckable(true);
        action->setData(int(mode));
        theme->addAction(action);
    }
}

void MainWindowActions::makeHistoryMenu()
{
    pinRows = make("pinRows", tr("&Pin or unpin selected rows"), QKeySequence(Qt::CTRL | Qt::Key_B));
    pinRows->setIcon(tintedIcon(Icon::Pin));
    annotateRows = make("annotateRows", tr("&Tags and note …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    annotateRows->setIcon(tintedIcon(Icon::Tag));
    exportRows = make("exportRows", tr("&Export …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    exportRows->setIcon(tintedIcon(Icon::Download));
    importRows = make("importRows", tr("&Import …"));
    backUp = make("backUp", tr("&Back up …"));
    backUp->setIcon(tintedIcon(Icon::Duplicate));
    restore = make("restoreHistory", tr("Restore &from a backup …"));
    restore->setIcon(tintedIcon(Icon::Revert));
    compact = make("compactHistory", tr("&Compact …"));
    showPerson = make("showPersonRows", tr("Show this person's ro&ws"));
    showPerson->setIcon(tintedIcon(Icon::Filter));
    erasePerson = make("erasePersonAction", tr("E&rase person …"));
    erasePerson->setIcon(tintedIcon(Icon::Trash));
    auto *history = m_window->menuBar()->addMenu(tr("H&istory"));
    history->addActions({pinRows, annotateRows});
    history->addSeparator();
    history->addActions({exportRows, importRows});
    history->addSeparator();
    history->addActions({backUp, restore, compact});
    history->addSeparator();
    history->addActions({showPerson, erasePerson});
    for (auto *action : writingActions())
        action->setEnabled(false); // until a history is open that may be written
}

void MainWindowActions::makeHelpMenu()
{
    shortcuts = make("showShortcuts", tr("&Keyboard shortcuts …"), QKeySequence(QKeySequence::HelpContents));
    sandboxEndings
        = make("sandboxEndings", tr("&Sandbox: what each ending answers …"), QKeySequence(Qt::SHIFT | Qt::Key_F1));
    sandboxEndings->setIcon(tintedIcon(Icon::Flask));
    about = make("about", tr("&About Capability Console"));
    about->setMenuRole(QAction::AboutRole);
    m_helpMenu = m_window->menuBar()->addMenu(tr("&Help"));
    m_helpMenu->addActions({shortcuts, sandboxEndings, about});
}

void MainWindowActions::setLookUp(QAction *lookUp, const QList<QList<QAction *>> &others)
{
    m_lookupMenu->insertAction(findContact, lookUp);
    for (const auto &group : others) {
        m_lookupMenu->addSeparator();
        m_lookupMenu->addActions(group);
    }
}

void MainWindowActions::setReceiverActions(const QList<QAction *> &actions)
{
    projectMenu->insertActions(reloadApps, actions);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace console {

/// Every order that the window takes, once: menus, tool buttons and shortcuts share these. Thread: GUI.
class MainWindowActions : public QObject
{
    Q_OBJECT

public:
    explicit MainWindowActions(QMainWindow *window);

    /// The panel's own, so that its shortcut has one owner.
    void setLookUp(QAction *lookUp, const QList<QList<QAction *>> &others);
    void setReceiverActions(const QList<QAction *> &actions);
    /// Those that change the history; the others only read it.
    QList<QAction *> writingActions() const
    {
        return {pinRows, annotateRows, importRows, backUp, restore, compact, erasePerson};
    }

    QAction *connectProject;
    QAction *editProject;
    QAction *duplicateProject;
    QAction *renameProject;
    QAction *removeProject;
    QAction *webhooks;
    QAction *settings;
    QAction *quit;
    QAction *reloadApps;
    QAction *findContact;
    QAction *typeIdentities;
    QAction *copyTicket;
    QAction *pause;
    QAction *filter;
    QAction *copyRows;
    QAction *compareRows;
    QAction *otherPage;
    QAction *nextPane;
    QAction *previousPane;
    QAction *showQuery;
    QAction *showDetail;
    QAction *mask;
    QAction *colorRules;
    QAction *compactRows;
    QAction *pinRows;
    QAction *annotateRows;
    QAction *exportRows;
    QAction *importRows;
    QAction *backUp;
    QAction *restore;
    QAction *compact;
    QAction *showPerson;
    QAction *erasePerson;
    QAction *shortcuts;
    QAction *sandboxEndings;
    QAction *about;
    QActionGroup *theme; ///< data() of each: int(ThemeMode)
    QMenu *projectMenu;
    QMenu *selectedProjectMenu; ///< the part of it that is about projects
    QMenu *columnMenu;
    QMenu *copyMenu;
    QMenu *viewsMenu;
    QMenu *groupMenu;

private:
    QAction *make(const char *objectName, const QString &text, const QKeySequence &shortcut = {});
    void makeProjectMenu();
    void makeLookupMenu();
    void makeViewMenu();
    void makeHistoryMenu();
    void makeHelpMenu();

    QMainWindow *m_window;
    QMenu *m_lookupMenu;
    QMenu *m_helpMenu;
};

} // namespace console

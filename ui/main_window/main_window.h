// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/name_book.h"
#include "settings/preferences.h"
#include "settings/shortlist_store.h"
#include "ui/main_window/focus_ring.h"
#include "ui/main_window/window_panels.h"
#include "ui/theme/tokens.h"

#include <QMainWindow>

#include <optional>

namespace console {

class Clock;
class DetailPanel;
class HistoryAccess;
class HistoryDialogs;
class HistoryKeeper;
class HistoryTotals;
class LookupFlow;
class LookupService;
class MainWindowActions;
class ProjectController;
class ProjectDialogs;
class ProjectNotice;
class QueryPanel;
class SettingsStore;
class Theme;
class WindowBanners;
class WindowHeader;
class WindowPages;
struct Contact;
struct Lookup;

/// Arranges the panels and hands on what one says to the others. It is shown before the history is open; openHistory()
/// brings the panels that need it. Thread: GUI.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(ProjectController &projects, SettingsStore &settings, Theme &theme, const Clock &clock,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// All outlive the window. The keeper is null where the history is only read.
    void openHistory(HistoryAccess &history, LookupService &lookups, HistoryKeeper *keeper);
    /// Says across the window that nothing can be looked up, and why.
    void showReadOnly(const QString &reason);
    void showClosed(const QString &reason); ///< the organisation's settings are damaged
    /// What the desktop wanted when the program last ended.
    static std::optional<Appearance> lastAppearance(const Preferences &preferences);
    ProjectDialogs &dialogs() { return *m_dialogs; }

Q_SIGNALS:
    void closed();
    /// A backup is to take the place of the history, which is closed for it, and the window with it.
    void restoreWanted(const QString &backup);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool isForward) override;

private:
    void build(const Clock &clock);
    void makePanels(HistoryAccess &history, LookupService &lookups);
    void readRecent(HistoryAccess &history, LookupService &lookups);
    void connectActions();
    void connectViewActions();
    void connectFocusActions();
    void showPersonRows();
    void showContact(const Contact &contact, const QList<Lookup> &recent);
    void showPanel(WindowPanels::Side side, bool isShown);
    void connectHistoryActions();
    void openKeeper(HistoryKeeper *keeper);
    void forgetPerson(const QStringList &contactIds);
    void connectPanels(LookupService &lookups);
    void showSelection();
    void watchGaps(HistoryAccess &history, LookupService &lookups);
    void applyPreferences();
    void showManaged();
    void changePreferences(const Preferences &preferences);
    void restoreLayout();
    void saveLayout();

    ProjectController &m_projects;
    SettingsStore &m_settings;
    Theme &m_theme;
    Preferences m_preferences;
    ShortlistStore m_shortlists;
    NameBook m_nameBook;
    HistoryTotals *m_totals;
    MainWindowActions *m_actions;
    ProjectDialogs *m_dialogs;
    HistoryDialogs *m_historyDialogs;
    WindowHeader *m_header = nullptr;
    WindowBanners *m_banners = nullptr;
    ProjectNotice *m_projectNotice = nullptr;
    WindowPanels *m_panels = nullptr;
    WindowPages *m_pages = nullptr;
    QueryPanel *m_query = nullptr;
    DetailPanel *m_detail = nullptr;
    LookupFlow *m_flow = nullptr;
    HistoryKeeper *m_keeper = nullptr;
    FocusRing m_ring;
    int m_recentReading = 0;  ///< the last one counts
    QString m_readOnlyReason; ///< for who wants to look something up; empty: it may be
};

} // namespace console

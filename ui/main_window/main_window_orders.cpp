// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that says what becomes of its actions, which of them are not to be had, and what it reads anew.
#include "core/continuation.h"
#include "history/filter_clauses.h"
#include "history/history_access.h"
#include "lookup/lookup_service.h"
#include "settings/settings_store.h"
#include "ui/detail/detail_panel.h"
#include "ui/history/history_dialogs.h"
#include "ui/main_window/answer_hint.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/main_window_actions.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/project_dialogs.h"
#include "ui/main_window/project_notice.h"
#include "ui/main_window/window_banners.h"
#include "ui/main_window/window_header.h"
#include "ui/main_window/window_pages.h"
#include "ui/main_window/window_panels.h"
#include "ui/masking/masker.h"
#include "ui/notifications/color_rules.h"
#include "ui/notifications/column_layout.h"
#include "ui/notifications/filter_line.h"
#include "ui/notifications/group_keys.h"
#include "ui/notifications/history_totals.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/notifications_page.h"
#include "ui/notifications/saved_views.h"
#include "ui/query/query_panel.h"
#include "ui/receiver/receiver_status.h"
#include "ui/settings/managed_mark.h"

#include <QActionGroup>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>

namespace console {

namespace {
constexpr int kMessageMs = 5'000;
}

void MainWindow::connectActions()
{
    const auto &a = *m_actions;
    connect(m_banners, &WindowBanners::connectRequested, a.connectProject, &QAction::trigger);
    connect(m_header->settingsButton(), &QToolButton::clicked, a.settings, &QAction::trigger);
    connect(a.connectProject, &QAction::triggered, m_dialogs, &ProjectDialogs::connectProject);
    connect(a.editProject, &QAction::triggered, m_dialogs, &ProjectDialogs::editProject);
    connect(a.duplicateProject, &QAction::triggered, m_dialogs, &ProjectDialogs::duplicateProject);
    connect(a.renameProject, &QAction::triggered, m_dialogs, &ProjectDialogs::renameProject);
    connect(a.removeProject, &QAction::triggered, m_dialogs, &ProjectDialogs::removeProject);
    connect(a.webhooks, &QAction::triggered, m_dialogs, &ProjectDialogs::webhooks);
    connect(a.shortcuts, &QAction::triggered, m_dialogs, &ProjectDialogs::shortcuts);
    connect(a.sandboxEndings, &QAction::triggered, m_dialogs, &ProjectDialogs::sandboxEndings);
    connect(m_banners, &WindowBanners::endingsRequested, a.sandboxEndings, &QAction::trigger);
    connect(m_projectNotice, &ProjectNotice::enterKeyRequested, m_dialogs, &ProjectDialogs::enterKey);
    connect(m_projectNotice, &ProjectNotice::editRequested, m_dialogs, &ProjectDialogs::editProject);
    connect(m_projectNotice, &ProjectNotice::retryRequested, &m_projects, &ProjectController::reloadApps);
    connect(m_projectNotice, &ProjectNotice::unlockRequested, &m_projects, &ProjectController::unlockKeychain);
    connect(m_header->receiver()->listenAgainAction(), &QAction::triggered, &m_projects,
            &ProjectController::listenAgain);
    connect(a.about, &QAction::triggered, m_dialogs, &ProjectDialogs::about);
    connect(a.settings, &QAction::triggered, this, [this] { m_dialogs->editSettings(m_preferences); });
    connect(m_dialogs, &ProjectDialogs::preferencesChanged, this, &MainWindow::changePreferences);
    connect(a.reloadApps, &QAction::triggered, &m_projects, &ProjectController::reloadApps);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectViewActions()
{
    const auto &a = *m_actions;
    connect(a.filter, &QAction::triggered, this, [this] {
        m_pages->showOther(false);
        m_pages->notifications()->filterField()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(a.copyRows, &QAction::triggered, this, [this] { m_pages->notifications()->table()->copyRows(); });
    m_pages->notifications()->table()->fillCopyMenu(a.copyMenu);
    m_pages->notifications()->table()->addAction(a.compareRows);
    connect(a.compareRows, &QAction::triggered, this, [this] {
        if (!m_pages->notifications()->compareChosen())
            statusBar()->showMessage(tr("Choose two rows to compare, the second one with Ctrl."), kMessageMs);
    });
    connect(a.pause, &QAction::toggled, m_pages->notifications()->pauseButton(), &QPushButton::setChecked);
    connect(m_pages->notifications()->pauseButton(), &QPushButton::toggled, a.pause, &QAction::setChecked);
    connect(a.viewsMenu, &QMenu::aboutToShow, this,
            [this] { m_pages->notifications()->savedViews()->fillMenu(m_actions->viewsMenu); });
    connect(a.groupMenu, &QMenu::aboutToShow, this,
            [this] { fillGroupMenu(m_actions->groupMenu, m_pages->notifications()->model()); });
    connect(a.columnMenu, &QMenu::aboutToShow, this,
            [this] { m_pages->notifications()->table()->columns()->fillMenu(m_actions->columnMenu); });
    connect(a.otherPage, &QAction::toggled, m_pages, &WindowPages::showOther);
    connect(m_pages, &WindowPages::otherShown, a.otherPage, &QAction::setChecked);
    connect(a.showQuery, &QAction::triggered, this, [this](bool isOn) { showPanel(WindowPanels::Side::Query, isOn); });
    connect(a.showDetail, &QAction::triggered, this,
            [this](bool isOn) { showPanel(WindowPanels::Side::Detail, isOn); });
    connect(m_panels, &WindowPanels::shownChanged, this, [this] {
        m_actions->showQuery->setChecked(m_panels->isShown(WindowPanels::Side::Query));
        m_actions->showDetail->setChecked(m_panels->isShown(WindowPanels::Side::Detail));
        m_banners->hint()->setNeeded(!m_panels->isShown(WindowPanels::Side::Detail));
    });
    connect(a.colorRules, &QAction::triggered, this, [this] { m_pages->notifications()->colorRules()->edit(); });
    connect(a.mask, &QAction::toggled, &Masker::instance(), &Masker::setOn);
    connect(&Masker::instance(), &Masker::changed, a.mask,
            [this] { m_actions->mask->setChecked(Masker::instance().isOn()); });
    connect(a.compactRows, &QAction::triggered, this, [this](bool isCompact) {
        m_preferences.isCompact = isCompact;
        changePreferences(m_preferences);
    });
    connect(a.theme, &QActionGroup::triggered, this, [this](QAction *chosen) {
        m_preferences.theme = Preferences::ThemeMode(chosen->data().toInt());
        changePreferences(m_preferences);
    });
}

/// The keyboard goes along: it may have been in the panel that makes way.
void MainWindow::showPanel(WindowPanels::Side side, bool isShown)
{
    m_panels->setShown(side, isShown);
    if (isShown)
        FocusRing::enter(side == WindowPanels::Side::Query ? m_panels->panes().constFirst()
                                                           : m_panels->panes().constLast());
}

void MainWindow::connectFocusActions()
{
    const auto &a = *m_actions;
    const auto goTo = [this](void (QueryPanel::*place)()) {
        QueryPanel *const query = m_query;
        if (!query)
            return;
        m_panels->setShown(WindowPanels::Side::Query, true);
        (query->*place)();
    };
    connect(a.findContact, &QAction::triggered, this, [goTo] { goTo(&QueryPanel::findContact); });
    connect(a.typeIdentities, &QAction::triggered, this, [goTo] { goTo(&QueryPanel::typeIdentities); });
    connect(m_dialogs, &ProjectDialogs::identitiesWanted, this, [this](const QStringList &identities) {
        if (!m_query)
            return;
        m_panels->setShown(WindowPanels::Side::Query, true);
        m_query->addIdentities(identities);
    });
    connect(a.nextPane, &QAction::triggered, this,
            [this] { m_ring.moveToPane(focusWidget(), FocusRing::Direction::Forward); });
    connect(a.previousPane, &QAction::triggered, this,
            [this] { m_ring.moveToPane(focusWidget(), FocusRing::Direction::Backward); });
    connect(m_banners->hint(), &AnswerHint::detailWanted, this,
            [this] { showPanel(WindowPanels::Side::Detail, true); });
}

void MainWindow::connectHistoryActions()
{
    const auto &a = *m_actions;
    auto *table = m_pages->notifications()->table();
    table->addActions({a.pinRows, a.annotateRows});
    connect(a.pinRows, &QAction::triggered, this, [this, table] { m_historyDialogs->togglePins(table->chosenRows()); });
    connect(a.annotateRows, &QAction::triggered, this,
            [this, table] { m_historyDialogs->annotate(table->chosenRows()); });
    connect(a.exportRows, &QAction::triggered, this, [this, table] {
        const NotificationTableModel &rows = table->notifications();
        m_historyDialogs->exportRows(rows.history(), rows.json().pathsOf(table->columns()->shown()));
    });
    connect(a.importRows, &QAction::triggered, m_historyDialogs, &HistoryDialogs::importRows);
    connect(a.backUp, &QAction::triggered, m_historyDialogs, &HistoryDialogs::backUp);
    connect(a.restore, &QAction::triggered, m_historyDialogs, &HistoryDialogs::restore);
    connect(m_historyDialogs, &HistoryDialogs::restoreWanted, this, &MainWindow::restoreWanted);
    connect(a.compact, &QAction::triggered, m_historyDialogs, &HistoryDialogs::compact);
    connect(a.showPerson, &QAction::triggered, this, &MainWindow::showPersonRows);
    connect(a.erasePerson, &QAction::triggered, this, [this] {
        if (m_detail)
            m_detail->requestErasing();
    });
    connect(m_historyDialogs, &HistoryDialogs::failed, m_banners, &WindowBanners::setNotice);
    connect(m_historyDialogs, &HistoryDialogs::done, statusBar(),
            [this](const QString &text) { statusBar()->showMessage(text, kMessageMs); });
    connect(m_historyDialogs, &HistoryDialogs::erased, this,
            [this](const ErasedPerson &person) { forgetPerson(person.contactIds); });
}

/// What was last heard of him in this project, so that no verdict stands beside the name of somebody else.
void MainWindow::showContact(const Contact &contact, const QList<Lookup> &recent)
{
    if (m_detail->contactId() == contact.id.toString())
        return;
    const auto project = m_projects.selectedId();
    const auto last = std::find_if(recent.begin(), recent.end(), [&](const Lookup &lookup) {
        const auto *asked = std::get_if<ContactId>(&lookup.recipient);
        return asked && *asked == contact.id && project && lookup.projectId == *project;
    });
    m_pages->notifications()->table()->chooseNothing();
    m_query->markRecent(last == recent.end() ? QString() : last->requestId.toString());
    if (last == recent.end())
        m_detail->showUnasked();
    else
        m_detail->showLookup(*last);
}

/// By the contact where there is one: his identities may have been others earlier.
void MainWindow::showPersonRows()
{
    const QString contact = m_detail ? m_detail->contactId() : QString();
    const QStringList identities = m_detail ? m_detail->identities() : QStringList();
    if (contact.isEmpty() && identities.isEmpty())
        return;
    m_pages->showOther(false);
    m_pages->notifications()->filterField()->setText(contact.isEmpty()
                                                         ? withFilterValues({}, FilterField::Identity, identities)
                                                         : withFilterValues({}, FilterField::Contact, {contact}));
}

void MainWindow::openKeeper(HistoryKeeper *keeper)
{
    m_keeper = keeper;
    m_historyDialogs->setKeeper(keeper);
    for (auto *action : m_actions->writingActions())
        action->setEnabled(keeper);
}

/// Favourites and those looked up lately keep id and name.
void MainWindow::forgetPerson(const QStringList &contactIds)
{
    for (const auto &project : m_projects.projects()) {
        const ContactShortlist before = m_shortlists.load(project.key);
        const ContactShortlist after = before.without(contactIds);
        if (after != before)
            m_shortlists.save(project.key, after);
    }
    showSelection();
}

void MainWindow::showReadOnly(const QString &reason)
{
    m_readOnlyReason = tr("Another program writes this history: nothing can be looked up here.");
    //: %1 says who writes it
    m_banners->setLastingNotice(tr("Opened to read only, so nothing can be looked up or received: %1.").arg(reason));
    m_pages->notifications()->watchOtherWriter();
    m_totals->watchOtherWriter();
    showSelection();
}

void MainWindow::showClosed(const QString &reason)
{
    m_readOnlyReason = tr("The settings of your organisation cannot be read: nothing can be looked up.");
    //: %1 names a file and what is wrong with it
    m_banners->setLastingNotice(
        tr("The settings of your organisation cannot be read, so nothing is looked up or received: %1.").arg(reason));
    showSelection();
}

void MainWindow::showManaged()
{
    const ManagedSettings &managed = m_settings.managed();
    if (managed.isLocked(QStringLiteral("window/compact")))
        markManaged(m_actions->compactRows);
    if (managed.isLocked(QStringLiteral("window/theme"))) {
        for (auto *action : m_actions->theme->actions())
            markManaged(action);
    }
    //: %1 names a file, the setting and what is expected there
    if (!managed.mistakes().isEmpty())
        m_banners->setNotice(tr("A mistake in the settings of your organisation: %1.")
                                 .arg(managed.mistakes().join(QStringLiteral("; "))));
}

void MainWindow::readRecent(HistoryAccess &history, LookupService &lookups)
{
    lookups.expectRestore();
    history.recentLookups(LookupService::kRecent)
        | then(this, [this, &lookups, reading = ++m_recentReading](const Result<QList<Lookup>> &recent) {
              if (!recent || reading != m_recentReading)
                  return;
              lookups.restore(*recent);
              m_query->reloadRecent();
              m_pages->notifications()->table()->viewport()->update(); // which answers a gap may have cost is known now
          });
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "core/continuation.h"
#include "history/history_keeper.h"
#include "lookup/gap_watch.h"
#include "settings/settings_store.h"
#include "ui/detail/detail_panel.h"
#include "ui/history/history_dialogs.h"
#include "ui/main_window/answer_hint.h"
#include "ui/main_window/gap_notice.h"
#include "ui/main_window/lookup_flow.h"
#include "ui/main_window/main_window_actions.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/project_dialogs.h"
#include "ui/main_window/project_notice.h"
#include "ui/main_window/window_banners.h"
#include "ui/main_window/window_header.h"
#include "ui/main_window/window_pages.h"
#include "ui/main_window/window_panels.h"
#include "ui/main_window/window_status.h"
#include "ui/masking/masker.h"
#include "ui/notifications/color_rules.h"
#include "ui/notifications/filter_bar.h"
#include "ui/notifications/history_totals.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/notifications_page.h"
#include "ui/notifications/saved_views.h"
#include "ui/query/lookup_drafts.h"
#include "ui/query/query_panel.h"
#include "ui/receiver/receiver_status.h"
#include "ui/theme/spacing.h"
#include "ui/theme/theme.h"
#include "ui/theme/widget_roles.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QScreen>
#include <QTimer>
#include <QToolButton>

namespace console {

namespace {

constexpr QSize kFirstSize {1440, 900};
constexpr int kTitleBar = 40; ///< of the window manager, at most

} // namespace

MainWindow::MainWindow(ProjectController &projects, SettingsStore &settings, Theme &theme, const Clock &clock,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_projects(projects)
    , m_settings(settings)
    , m_theme(theme)
    , m_preferences(settings.loadPreferences())
    , m_shortlists(settings.folder())
    , m_nameBook(settings.folder())
    , m_totals(new HistoryTotals(this))
    , m_actions(new MainWindowActions(this))
    , m_dialogs(new ProjectDialogs(projects, this))
    , m_historyDialogs(new HistoryDialogs(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    build(clock);
    connectActions();
    connectViewActions();
    connectFocusActions();
    connectHistoryActions();
    connect(&projects, &ProjectController::selectionChanged, this, &MainWindow::showSelection);
    connect(&projects, &ProjectController::projectsChanged, this, [this] {
        QStringList keys;
        for (const auto &project : m_projects.projects())
            keys.append(project.key);
        m_shortlists.keepOnly(keys);
    });
    resize(kFirstSize.boundedTo(screen()->availableSize() - QSize(0, kTitleBar)));
    restoreLayout();
    applyPreferences();
    Masker::instance().setOn(m_preferences.isMaskedAtStart);
    showSelection();
    showManaged();
}

MainWindow::~MainWindow() = default;

void MainWindow::build(const Clock &clock)
{
    auto *content = new QWidget(this);
    auto *column = makeColumn(content, 0);
    m_header = new WindowHeader(m_projects, clock, content);
    m_header->projectMenuButton()->setMenu(m_actions->selectedProjectMenu);
    m_actions->setReceiverActions({m_header->receiver()->copyUrlAction(), m_header->receiver()->listenAgainAction()});
    m_banners = new WindowBanners(content);
    m_projectNotice = new ProjectNotice(m_projects, *m_banners->project(), this);
    m_panels = new WindowPanels(content);
    m_pages = new WindowPages(*m_totals, clock, content);
    m_panels->setMiddle(m_pages);
    m_pages->notifications()->savedViews()->useFolder(m_settings.folder());
    m_pages->notifications()->colorRules()->useFolder(m_settings.folder());
    column->addWidget(m_header);
    column->addWidget(m_banners);
    column->addWidget(m_panels, 1);
    setCentralWidget(content);
    setStatusBar(new WindowStatus(m_projects, *m_totals, this));
    m_ring.setPanes(QList<QWidget *> {m_header} + m_banners->panes() + m_panels->panes());
}

void MainWindow::openHistory(HistoryAccess &history, LookupService &lookups, HistoryKeeper *keeper)
{
    m_pages->open(history, lookups, m_preferences.rowsInMemory); // is read while the panels are made
    openKeeper(keeper);
    makePanels(history, lookups);
    connectPanels(lookups);
    m_totals->follow(history, lookups);
    watchGaps(history, lookups);
    applyPreferences();
    showSelection();
}

void MainWindow::watchGaps(HistoryAccess &history, LookupService &lookups)
{
    auto *notice = new GapNotice(m_projects, lookups, *m_banners->gap(), this);
    notice->setMayAskAgain(m_keeper);
    auto *page = m_pages->notifications();
    page->model()->setGapTeller([notice](const QList<ReceiverGap> &gaps) { return notice->tell(gaps); });
    connect(page->table(), &NotificationTableView::lookupChosen, m_detail, &DetailPanel::showLookup);
    if (!m_keeper)
        return;
    auto *watch = new GapWatch(GapWatch::ofThisMachine, this);
    connect(watch, &GapWatch::gapFound, &lookups, &LookupService::recordGap);
    connect(watch, &GapWatch::gapFound, notice, &GapNotice::showGap);
    const auto askAgain = [this](const Lookup &lookup) {
        LookupDraft draft = draftAgain(lookup);
        draft.wait = m_preferences.wait;
        m_flow->ask(draft);
    };
    connect(notice, &GapNotice::lookUpAgainRequested, this, askAgain);
    connect(page->table(), &NotificationTableView::lookUpAgainRequested, this,
            [askAgain](const QList<Lookup> &missed) { std::for_each(missed.begin(), missed.end(), askAgain); });
    // After the recent lookups, which were asked for before: answers come in the order of the questions.
    history.gaps(1) | then(this, [notice](const Result<QList<ReceiverGap>> &gaps) {
        if (gaps && !gaps->isEmpty())
            notice->showEarlierGap(gaps->first());
    });
}

void MainWindow::makePanels(HistoryAccess &history, LookupService &lookups)
{
    m_query = new QueryPanel(lookups, this);
    m_detail = new DetailPanel(history, lookups, this);
    m_panels->setSide(WindowPanels::Side::Query, m_query);
    setPaneEntry(m_detail->findChild<QWidget *>(QStringLiteral("Verdict")));
    m_detail->setMenuActions({m_actions->showPerson, m_actions->erasePerson});
    m_panels->setSide(WindowPanels::Side::Detail, m_detail);
    m_query->restoreState(m_preferences.windowState.value(QStringLiteral("query")));
    m_detail->restoreState(m_preferences.windowState.value(QStringLiteral("detail")));
    m_detail->setContactOf([this](const ContactId &contact) { return m_query->knownContact(contact); });
    m_actions->setLookUp(m_query->submitAction(), m_query->moreActions());
    m_actions->copyTicket->setEnabled(true);
    m_detail->setTicketKeys(m_actions->copyTicket->shortcut());
    QTimer::singleShot(0, m_query, &QueryPanel::focusField); // once the panel is visible
    m_flow = new LookupFlow(m_projects, lookups, this);
    readRecent(history, lookups);
    connect(&lookups, &LookupService::historyChanged, this, [this, &history, &lookups](const HistoryBatch &batch) {
        if (batch.hasLostRows)
            readRecent(history, lookups);
    });
    connect(m_pages->notifications(), &NotificationsPage::rowsLost, this,
            [this, &history, &lookups] { readRecent(history, lookups); });
}

void MainWindow::connectPanels(LookupService &lookups)
{
    connect(m_query, &QueryPanel::lookupRequested, m_flow, &LookupFlow::ask);
    connect(m_query, &QueryPanel::shortlistChanged, this,
            [this](const QString &key, const ContactShortlist &list) { m_shortlists.save(key, list); });
    connect(m_query, &QueryPanel::lookupSelected, m_detail, &DetailPanel::showLookup);
    connect(m_query, &QueryPanel::contactChosen, this,
            [this, &lookups](const Contact &contact) { showContact(contact, lookups.recent()); });
    // One thing is chosen at a time, whatever it was chosen in.
    connect(m_query, &QueryPanel::lookupSelected, m_pages->notifications()->table(),
            &NotificationTableView::chooseNothing);
    connect(m_pages->notifications(), &NotificationsPage::rowChosen, m_query,
            [this](const NotificationRow &row) { m_query->markRecent(row.requestId); });
    m_banners->hint()->follow(lookups);
    connect(m_actions->copyTicket, &QAction::triggered, m_detail, &DetailPanel::copyTicket);
    connect(m_detail, &DetailPanel::lookUpAgainRequested, this, [this](LookupDraft draft) {
        draft.wait = m_preferences.wait;
        m_flow->ask(draft);
    });
    connect(m_detail, &DetailPanel::eraseRequested, this,
            [this](const QStringList &identities, const QString &contactId, const QString &who) {
                ErasedPerson person {identities, {contactId}};
                person.contactIds.removeAll(QString());
                m_historyDialogs->erase(person, who);
            });
    connect(m_pages->notifications(), &NotificationsPage::rowChosen, m_detail, &DetailPanel::showRow);
    connect(m_flow, &LookupFlow::notKept, m_query, &QueryPanel::showSubmissionError);
    connect(&lookups, &LookupService::storeFailed, this, [this](const QString &detail) {
        if (detail.isEmpty())
            m_banners->clearNotice();
        else
            m_banners->setNotice(
                tr("The history cannot be written, and callbacks are refused until it can: %1").arg(detail));
    });
}

void MainWindow::showSelection()
{
    const Project &project = m_projects.selected();
    setWindowTitle(tr("%1 – Capability Console").arg(project.name));
    m_banners->setKind(project.kind, height());
    for (auto *action :
         {m_actions->editProject, m_actions->renameProject, m_actions->duplicateProject, m_actions->removeProject})
        action->setEnabled(!project.isSandbox());
    m_actions->webhooks->setEnabled(m_projects.selectedApp() && m_projects.canReceive());
    if (!m_query)
        return;
    m_query->setShortlist(project.key, m_shortlists.load(project.key));
    if (!m_readOnlyReason.isEmpty())
        m_query->setReadOnly(m_readOnlyReason);
    if (!m_projects.problem().isEmpty())
        m_query->setUnavailable(m_projects.problem());
    else
        m_query->setConnection(m_projects.connection(), m_projects.selectedApp());
    const auto known = m_projects.knownApps();
    m_detail->setAppChannels(known);
    m_detail->setProject(m_readOnlyReason.isEmpty() ? m_projects.selectedId() : std::nullopt, m_readOnlyReason);
    m_pages->notifications()->setReadOnly(m_readOnlyReason);
    m_detail->setSandboxProject(m_projects.sandboxId());
    KnownNames names;
    for (const auto &one : m_projects.projects())
        names.projects.insert(one.projectId, one.name);
    for (const auto &app : known)
        names.apps.insert(app.id.toString(), app.displayName);
    names = m_nameBook.merge(names);
    m_pages->notifications()->setNames({names.projects, names.apps});
    m_pages->notifications()->model()->setSandbox(m_projects.sandboxId());
    m_pages->notifications()->filterBar()->setProject(m_projects.projects().size() > 1 ? project.name : QString());
}

void MainWindow::changePreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    m_settings.managed().applyLocks(m_preferences); // a form may have rounded them
    m_settings.savePreferences(m_preferences);
    m_projects.applyPreferences(m_preferences);
    applyPreferences();
}

void MainWindow::applyPreferences()
{
    m_theme.setMode(ThemeMode(int(m_preferences.theme)));
    m_pages->notifications()->setCompactRows(m_preferences.isCompact);
    m_actions->compactRows->setChecked(m_preferences.isCompact);
    for (auto *action : m_actions->theme->actions())
        action->setChecked(action->data().toInt() == int(m_preferences.theme));
    if (m_keeper)
        m_keeper->setLimits(m_preferences.retention);
    if (m_query) {
        m_query->setWait(m_preferences.wait);
        m_query->setAmberAfter(m_preferences.amberAfter);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    event->accept();
    Q_EMIT closed();
}

bool MainWindow::focusNextPrevChild(bool isForward)
{
    m_ring.moveOn(focusWidget(), isForward ? FocusRing::Direction::Forward : FocusRing::Direction::Backward);
    return true;
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_banners)
        m_banners->setKind(m_projects.selected().kind, height());
}

} // namespace console

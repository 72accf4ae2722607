// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notifications_page.h"

#include "core/continuation.h"
#include "history/filter_clauses.h"
#include "history/filter_doubt.h"
#include "text/error_text.h"
#include "ui/masking/private_field.h"
#include "ui/notifications/color_rules.h"
#include "ui/notifications/column_layout.h"
#include "ui/notifications/compare_dialog.h"
#include "ui/notifications/filter_bar.h"
#include "ui/notifications/filter_line.h"
#include "ui/notifications/group_keys.h"
#include "ui/notifications/json_column_dialog.h"
#include "ui/notifications/new_rows_pill.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/other_writer_watch.h"
#include "ui/notifications/private_filter.h"
#include "ui/notifications/row_count.h"
#include "ui/notifications/saved_views.h"
#include "ui/notifications/wait_plots.h"
#include "ui/theme/buttons.h"
#include "ui/theme/empty_state.h"
#include "ui/theme/spacing.h"
#include "ui/theme/status_chip.h"
#include "ui/theme/tinted_icon.h"

#include <QDataStream>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>

namespace console {

namespace {
constexpr std::chrono::milliseconds kTypingPause {300};
constexpr int kRoomy = 600;
constexpr QLatin1String kJsonWord("json:"); // of a column, in files
constexpr int kMostGaps = 1'000;            ///< older ones have no line
} // namespace

NotificationsPage::NotificationsPage(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_table(new NotificationTableView(this))
    , m_model(new NotificationTableModel(clock, this))
    , m_empty(new EmptyState(this))
{
    m_table->showNotifications(m_model);
    m_colorRules = new ColorRules(m_model->rules(), this);
    setCompactRows(false);

    auto *column = makeColumn(this, 0);
    column->addWidget(makeTools());
    m_bar = new FilterBar(m_model->history(), this);
    column->addWidget(m_bar);
    m_rowCount = new RowCount(m_model->history(), this);
    column->addWidget(m_bar->waitPlots());
    auto *content = new QWidget(this);
    m_content = new QStackedLayout(content);
    m_content->addWidget(m_table);
    m_content->addWidget(m_empty);
    column->addWidget(content, 1);

    m_pill = new NewRowsPill(m_table, this);
    connectTable();
    showLive();
    chooseContent();
}

QWidget *NotificationsPage::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = makeRow(tools, 2 * kGrid, {kPanelMargin, 2 * kGrid, 3 * kGrid, 2 * kGrid});
    m_live = new StatusChip(tools);
    m_live->setObjectName(QStringLiteral("liveChip"));
    m_pause = makeButton(QStringLiteral("pause"), Icon::Pause, tr("Pause"), tools);
    m_pause->setAccessibleName(tr("Pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Freezes the table. What arrives is received and stored all the same."));
    m_filter = new FilterLine(
        [this](const QString &text, qsizetype cursor) {
            return shownProposals(
                text,
                completeFilter(text, cursor, m_model->history().store(), m_model->names(), m_model->json().texts()));
        },
        this);
    m_filter->setMaximumWidth(480);
    keepPrivate(m_filter, mayNameSomebody);
    m_views = new SavedViews([this] { return currentView(); }, this);
    m_viewsButton = makeIconButton(QStringLiteral("savedViews"), Icon::Star, tr("Saved views"), tools);
    m_viewsButton->setPopupMode(QToolButton::InstantPopup);
    auto *viewsMenu = new QMenu(m_viewsButton);
    connect(viewsMenu, &QMenu::aboutToShow, this, [this, viewsMenu] { m_views->fillMenu(viewsMenu); });
    m_viewsButton->setMenu(viewsMenu);
    m_columns = makeIconButton(QStringLiteral("columns"), Icon::Columns, tr("Columns"), tools);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_columns);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { m_table->columns()->fillMenu(menu); });
    m_columns->setMenu(menu);
    row->addWidget(m_live);
    row->addWidget(m_pause);
    row->addStretch(1);
    row->addWidget(m_filter, 4);
    row->addWidget(m_viewsButton);
    row->addWidget(m_columns);
    return tools;
}

void NotificationsPage::connectTable()
{
    connect(m_table, &NotificationTableView::rowChosen, this, &NotificationsPage::rowChosen);
    connect(m_table, &NotificationTableView::newerCountChanged, m_pill, &NewRowsPill::setCount);
    m_filterPause.setSingleShot(true);
    m_filterPause.setInterval(kTypingPause);
    connect(&m_filterPause, &QTimer::timeout, this, &NotificationsPage::applyFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &NotificationsPage::filterSoon);
    connect(m_filter, &QLineEdit::returnPressed, this, &NotificationsPage::applyFilter);
    connect(m_views, &SavedViews::chosen, this, &NotificationsPage::showView);
    connect(m_pause, &QPushButton::toggled, this, &NotificationsPage::setPaused);
    connect(m_bar, &FilterBar::expressionWritten, m_filter, &QLineEdit::setText);
    connect(m_table->columns(), &ColumnLayout::jsonColumnWanted, this, &NotificationsPage::askForJsonColumn);
    connect(m_table->columns(), &ColumnLayout::jsonColumnHidden, this,
            [this](int column) { m_model->json().remove(column - kNotificationColumns); });
    connect(m_pill, &NewRowsPill::clicked, this, [this] {
        m_table->scrollToNewest();
        m_table->setFocus();
    });
    HistoryView &history = m_model->history();
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this, &history] { history.older().left() > 0 ? history.searchOlder() : m_filter->clear(); });
    connect(&history.older(), &OlderRows::changed, this, &NotificationsPage::chooseContent);
    connect(&history, &HistoryView::heldCountChanged, this, &NotificationsPage::showLive);
    connect(m_model, &NotificationTableModel::rowsMovedAlong, this, &NotificationsPage::chooseContent);
    connect(m_model, &NotificationTableModel::rowsReplaced, this, &NotificationsPage::chooseContent);
    connect(&history, &HistoryView::progress, this, [this](qint64 loaded, qint64 total) {
        m_isRead = loaded == total;
        chooseContent();
    });
    connect(&history, &HistoryView::searched, this, &NotificationsPage::chooseContent);
    connect(&history, &HistoryView::failed, this, [this](const Error &error) {
        m_empty->setContent(Icon::TriangleAlert, tr("The history cannot be read"), errorText(error));
    });
}

void NotificationsPage::open(HistoryAccess &history, LookupService &lookups, qint64 rowsInMemory)
{
    m_history = &history;
    m_lookups = &lookups;
    connect(&lookups, &LookupService::historyChanged, &m_model->history(), &HistoryView::apply);
    m_model->history().start(history.path(), rowsInMemory);
    m_model->json().open(history);
    connect(&lookups, &LookupService::lookupAdded, this, &NotificationsPage::chooseContent);
    connect(&lookups, &LookupService::lookupChanged, this, &NotificationsPage::chooseContent);
    connect(&lookups, &LookupService::lookupChanged, this, [this] {
        if (m_model->hasGapLines()) // what they may have cost is another question now
            m_table->viewport()->update();
    });
    connect(&lookups, &LookupService::gapRecorded, this, &NotificationsPage::readGaps);
    readGaps();
}

void NotificationsPage::readGaps()
{
    m_history->gaps(kMostGaps) | then(this, [this](const Result<QList<ReceiverGap>> &gaps) {
        if (gaps)
            m_model->setGaps(*gaps);
    });
}

void NotificationsPage::watchOtherWriter()
{
    auto *watch = new OtherWriterWatch(*m_history, m_model->history(), this);
    connect(watch, &OtherWriterWatch::rowsLost, this, &NotificationsPage::rowsLost);
}

void NotificationsPage::setCompactRows(bool isCompact)
{
    m_table->setRowHeight(isCompact ? kCompactRowHeight : kRowHeight);
}

/// Columns are searched with every key; once typing pauses, bodies, since each search begins anew, and a word that is
/// perhaps only the beginning of a field.
void NotificationsPage::filterSoon()
{
    if (readsBodies(m_filter->text()) || m_filter->isProposing())
        m_filterPause.start();
    else
        applyFilter();
}

/// What cannot be read changes nothing: the last rows stay, and the line says why.
void NotificationsPage::applyFilter()
{
    m_filterPause.stop();
    HistoryView &history = m_model->history();
    const auto error = history.setFilter(m_filter->text());
    m_filter->showError(error);
    if (!error)
        m_filter->showDoubt(doubtfulFilterValue(m_filter->text(), history.store()));
    m_bar->setExpression(history.filter().text());
}

/// Untranslated, for files.
QString NotificationsPage::wordOf(int column) const
{
    if (!isJsonColumn(column))
        return columnWord(NotificationColumn(column));
    const auto &path = m_model->json().path(column - kNotificationColumns);
    return kJsonWord + (path ? path->text() : QString());
}

std::optional<int> NotificationsPage::addJsonColumn(const QString &path)
{
    const auto parsed = JsonPath::parse(path);
    const auto slot = parsed ? m_model->json().add(*parsed) : std::nullopt;
    return slot ? std::optional(kNotificationColumns + *slot) : std::nullopt;
}

void NotificationsPage::askForJsonColumn()
{
    auto *dialog = new JsonColumnDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto column = addJsonColumn(dialog->path()->text());
        if (column)
            m_table->columns()->show(m_table->columns()->shown() << *column);
    });
    const auto row = m_table->currentRow();
    if (row && m_history) {
        const QStringList personal {row->address.identity, row->contactId, row->contactName};
        m_history->raw(row->id) | then(dialog, [dialog, personal](const Result<std::optional<RawCallback>> &raw) {
            if (raw && *raw)
                dialog->setBody((*raw)->body, personal);
        });
    }
    dialog->open();
}

bool NotificationsPage::compareChosen()
{
    const QList<NotificationRow> chosen = m_table->chosenRows();
    if (chosen.size() != 2 || !m_history)
        return false;
    auto *dialog = new CompareDialog(*m_history, chosen.first(), chosen.last(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return true;
}

SavedView NotificationsPage::currentView() const
{
    SavedView view;
    view.filter = m_model->history().filter().text();
    for (const int column : m_table->columns()->shown())
        view.columns.append(wordOf(column));
    const SortOrder &order = m_model->order();
    view.sortColumn = columnWord(NotificationColumn(order.column));
    view.isDescending = order.direction == Qt::DescendingOrder;
    for (const SortKey &key : order.then)
        view.thenBy.append({columnWord(NotificationColumn(key.column)), key.direction == Qt::DescendingOrder});
    view.groupBy = groupWord(m_model->groupKey());
    return view;
}

/// Columns that this version does not know are left out.
void NotificationsPage::showView(const SavedView &view)
{
    QList<int> columns;
    for (const QString &word : view.columns) {
        if (const auto column = columnOfWord(word))
            columns.append(int(*column));
        else if (word.startsWith(kJsonWord)) {
            if (const auto json = addJsonColumn(word.mid(kJsonWord.size())))
                columns.append(*json);
        }
    }
    m_table->columns()->show(columns);
    m_model->setGroupKey(groupOfWord(view.groupBy));
    const auto sorted = columnOfWord(view.sortColumn).value_or(NotificationColumn::Received);
    const auto directionOf = [](bool isDescending) { return isDescending ? Qt::DescendingOrder : Qt::AscendingOrder; };
    m_table->sortByColumn(int(sorted), directionOf(view.isDescending)); // the header's mark
    SortOrder order {SortColumn(sorted), directionOf(view.isDescending)};
    for (const SavedSort &further : view.thenBy) {
        if (const auto column = columnOfWord(further.column))
            order.then.append({SortColumn(*column), directionOf(further.isDescending)});
    }
    m_model->setOrder(order);
    m_filter->setText(view.filter);
}

void NotificationsPage::setPaused(bool isPaused)
{
    m_pause->setIcon(tintedIcon(isPaused ? Icon::Play : Icon::Pause));
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause")); // its name stays: that it is pressed is told beside it
    m_model->history().setHeld(isPaused);
    showLive();
}

void NotificationsPage::showLive()
{
    if (!m_pause->isChecked())
        m_live->setLook({Icon::Activity, tr("Live"), Tone::Ok});
    else if (m_model->history().heldCount() == 0)
        m_live->setLook({Icon::Pause, tr("Paused"), Tone::Warn});
    else
        m_live->setLook({Icon::Pause, tr("Paused · %n new", nullptr, m_model->history().heldCount()), Tone::Warn});
}

void NotificationsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_viewsButton->setVisible(width() >= kRoomy); // they are in the menu, too
}

void NotificationsPage::chooseContent()
{
    const bool isSearching = m_isRead && m_model->history().loadedCount() > 0 && !m_model->history().isSettled();
    if (m_model->rowCount() > 0 || isSearching) {
        m_content->setCurrentWidget(m_table);
        return;
    }
    m_content->setCurrentWidget(m_empty);
    const bool isWaiting
        = m_lookups && !m_lookups->recent().isEmpty() && m_lookups->progress(m_lookups->recent().constFirst()).isOpen();
    if (m_model->history().older().left() > 0)
        m_empty->setContent(Icon::Filter, tr("Nothing in memory matches"),
                            tr("None of the newest notifications is as the filter says. Older ones are on the disk."),
                            tr("Search older"));
    else if (m_model->history().loadedCount() > 0)
        m_empty->setContent(Icon::Filter, tr("Nothing matches this filter"),
                            tr("No stored notification is as the filter says."), tr("Clear the filter"));
    else if (isWaiting)
        m_empty->setContent(Icon::Hourglass, tr("Waiting for the first answer"),
                            tr("The lookup is registered. Each channel answers by itself, within seconds as a rule."));
    else if (m_isRead)
        m_empty->setContent(Icon::Inbox, tr("No answers yet"),
                            m_readOnlyReason.isEmpty() ? invitation() : m_readOnlyReason);
    else
        m_empty->setContent(Icon::History, tr("Opening the history"), QString());
}

QStringList NotificationsPage::jsonPaths() const
{
    QStringList paths;
    for (int slot = 0; slot < kJsonSlots; ++slot) {
        if (const auto &path = m_model->json().path(slot))
            paths.append(path->text());
    }
    return paths;
}

QByteArray NotificationsPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_table->columns()->save() << m_filter->text() << groupWord(m_model->groupKey()) << jsonPaths();
    return state;
}

void NotificationsPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray header;
    QString filter;
    stream >> header >> filter;
    if (stream.status() != QDataStream::Ok)
        return;
    QString group; // not there in what earlier versions left
    stream >> group;
    m_model->setGroupKey(groupOfWord(group));
    QStringList json;
    stream >> json;
    for (const QString &path : std::as_const(json))
        addJsonColumn(path);
    m_table->columns()->restore(header);
    m_filter->setText(filter);
}

} // namespace console

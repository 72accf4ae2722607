// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/recent_lookups.h"

#include "ui/masking/private_field.h"
#include "ui/query/lookup_drafts.h"
#include "ui/query/recent_lookup_delegate.h"
#include "ui/query/recent_lookups_model.h"
#include "ui/theme/labels.h"
#include "ui/theme/search_field.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tinted_icon.h"
#include "ui/theme/type_scale.h"
#include "ui/theme/widget_roles.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>

namespace console {

namespace {

constexpr std::chrono::seconds kTickWhileOpen {1};
constexpr std::chrono::seconds kTickOtherwise {30}; // "4 h ago" grows, too
constexpr std::chrono::hours kYoung {1};            // until then an age may change with each second

} // namespace

RecentLookups::RecentLookups(LookupService &lookups, QWidget *parent)
    : QWidget(parent)
    , m_service(lookups)
    , m_model(new RecentLookupsModel(lookups, this))
    , m_find(new SearchField(Icon::Search, tr("Find lookup"), tr("Find lookup"), this))
    , m_list(new QListView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(makeCaption(QString(), m_stack))
    , m_again(new QAction(tintedIcon(Icon::Refresh), tr("Look up &again"), this))
{
    build();
    connect(m_find, &QLineEdit::textChanged, this, &RecentLookups::onTyped);
    connect(m_again, &QAction::triggered, this, &RecentLookups::lookUpAgain);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecentLookups::onCurrentChanged);
    connect(m_list, &QListView::clicked, this, &RecentLookups::onClicked);
    m_list->viewport()->installEventFilter(this);
    m_find->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this, &RecentLookups::showMenu);
    // After the model has heard of it: the model was connected first.
    connect(&lookups, &LookupService::lookupAdded, this, &RecentLookups::onAdded);
    connect(&lookups, &LookupService::lookupChanged, this, &RecentLookups::showState);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        m_model->tick();
        showState();
    });
    showState();
}

void RecentLookups::build()
{
    m_list->setObjectName(QStringLiteral("Recent lookups"));
    m_list->setAccessibleName(tr("Recent lookups"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RecentLookupDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_find->setObjectName(QStringLiteral("Find lookup"));
    setCompact(m_find);
    keepPrivate(m_find);
    m_again->setObjectName(QStringLiteral("lookUpAgain"));
    m_again->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    addAction(m_again);
    m_empty->setObjectName(QStringLiteral("noRecentLookups"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    const int row = QFontMetrics(font()).height() + QFontMetrics(smallFont(font())).height() + 16;
    m_stack->setMinimumHeight(2 * row);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *column = makeColumn(this, 8, {0, 12, 0, 0});
    column->addWidget(makeSectionLabel(tr("Recent lookups"), this));
    column->addWidget(m_find);
    column->addWidget(m_stack, 1);
}

void RecentLookups::setAmberAfter(std::chrono::seconds amberAfter)
{
    m_model->setAmberAfter(amberAfter);
}

void RecentLookups::reload()
{
    m_model->reload();
    showState();
}

void RecentLookups::mark(const std::optional<RequestId> &requestId)
{
    const int row = requestId ? m_model->rowOf(*requestId) : -1;
    m_isRestoring = true;
    if (row < 0)
        m_list->selectionModel()->clear();
    else
        m_list->setCurrentIndex(m_model->index(row));
    m_isRestoring = false;
    showState();
}

void RecentLookups::setProject(const std::optional<ProjectId> &project)
{
    m_project = project;
    showState();
}

bool RecentLookups::canAsk(const Lookup &lookup) const
{
    return m_project && (!lookup.projectId || lookup.projectId == m_project);
}

void RecentLookups::lookUpAgain()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && canAsk(m_model->at(current.row())))
        Q_EMIT againRequested(draftAgain(m_model->at(current.row())));
}

void RecentLookups::onTyped()
{
    const QModelIndex current = m_list->currentIndex();
    const auto chosen = current.isValid() ? std::optional(m_model->at(current.row()).requestId) : std::nullopt;
    m_model->setFilter(m_find->text());
    const int row = chosen ? m_model->rowOf(*chosen) : -1;
    m_isRestoring = true;
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    m_isRestoring = false;
    showState();
}

void RecentLookups::onAdded(const Lookup &lookup)
{
    if (m_model->rowOf(lookup.requestId) < 0)
        m_find->clear(); // what was just asked is to be seen
    showState();
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void RecentLookups::onCurrentChanged(const QModelIndex &current)
{
    showState();
    if (!current.isValid() || m_isRestoring)
        return;
    m_isAnnounced = true;
    Q_EMIT selected(m_model->at(current.row()));
}

void RecentLookups::onClicked(const QModelIndex &index)
{
    if (!m_isAnnounced)
        Q_EMIT selected(m_model->at(index.row()));
    m_isAnnounced = false;
}

bool RecentLookups::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress)
        m_isAnnounced = false;
    if (watched == m_find && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown)
            && m_model->rowCount() > 0)
            return QCoreApplication::sendEvent(m_list, event);
    }
    return QWidget::eventFilter(watched, event);
}

void RecentLookups::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const Lookup lookup = m_model->at(index.row());
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("recentLookupMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *again = menu->addAction(tintedIcon(Icon::Refresh), tr("Look up again"), this,
                                  [this, lookup] { Q_EMIT againRequested(draftAgain(lookup)); });
    again->setEnabled(canAsk(lookup));
    menu->addAction(tintedIcon(Icon::Copy), tr("Copy request id"), this,
                    [id = lookup.requestId.toString()] { QGuiApplication::clipboard()->setText(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void RecentLookups::showState()
{
    const bool hasAny = !m_service.recent().isEmpty();
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    m_empty->setText(hasAny ? tr("No recent lookup holds all that was typed.")
                            : tr("None yet. What you look up is kept here, with its state."));
    m_find->setVisible(hasAny);
    const QModelIndex current = m_list->currentIndex();
    m_again->setEnabled(current.isValid() && canAsk(m_model->at(current.row())));
    const bool isYoung = m_model->rowCount() > 0 && m_service.clock().now() - m_model->at(0).askedAt < kYoung;
    const auto tick = isYoung || m_model->hasOpen() ? kTickWhileOpen : kTickOtherwise;
    if (!m_ticker.isActive() || m_ticker.intervalAsDuration() != tick)
        m_ticker.start(tick);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/recent_lookups.h"

#include "ui/query/lookup_drafts.h"
#include "ui/query/recent_lookup_delegate.h"
#include "ui/query/recent_lookups_model.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tinted_icon.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>

namespace console {

namespace {

constexpr std::chrono::seconds kTickWhileOpen {1};
constexpr std::chrono::seconds kTickOtherwise {30}; // "4 min ago" grows, too

} // namespace

RecentLookups::RecentLookups(LookupService &lookups, QWidget *parent)
    : QWidget(parent)
    , m_service(lookups)
    , m_model(new RecentLookupsModel(lookups, this))
    , m_list(new QListView(this))
    , m_stack(new QStackedWidget(this))
{
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecentLookups::onCurrentChanged);
    connect(m_list, &QListView::clicked, this, &RecentLookups::onClicked);
    m_list->viewport()->installEventFilter(this);
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
    auto *empty = makeCaption(tr("None yet. What you look up is kept here, with its state."), m_stack);
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_stack->addWidget(m_list);
    m_stack->addWidget(empty);
    auto *column = makeColumn(this, 8, {0, 12, 0, 0});
    column->addWidget(makeSectionLabel(tr("Recent lookups"), this));
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

void RecentLookups::onAdded()
{
    showState();
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void RecentLookups::onCurrentChanged(const QModelIndex &current)
{
    if (!current.isValid())
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
    again->setEnabled(m_project && (!lookup.projectId || lookup.projectId == m_project));
    menu->addAction(tintedIcon(Icon::Copy), tr("Copy request id"), this,
                    [id = lookup.requestId.toString()] { QGuiApplication::clipboard()->setText(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void RecentLookups::showState()
{
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    const auto tick = m_model->hasOpen() ? kTickWhileOpen : kTickOtherwise;
    if (!m_ticker.isActive() || m_ticker.intervalAsDuration() != tick)
        m_ticker.start(tick);
}

} // namespace console

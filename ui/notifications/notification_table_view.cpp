// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_table_view.h"

#include "ui/notifications/column_layout.h"
#include "ui/notifications/column_orders.h"
#include "ui/notifications/gap_delegate.h"
#include "ui/notifications/gap_menu.h"
#include "ui/notifications/group_head_delegate.h"
#include "ui/notifications/notification_table_model.h"
#include "ui/notifications/table_access.h"
#include "ui/theme/tinted_icon.h"
#include "ui/theme/tokens.h"
#include "ui/theme/widget_roles.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

namespace console {

namespace {

QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    const bool isTable = className == QLatin1String(NotificationTableView::staticMetaObject.className());
    auto *view = isTable ? qobject_cast<NotificationTableView *>(object) : nullptr;
    return view ? new TableAccess(view) : nullptr;
}

} // namespace

NotificationTableView::NotificationTableView(QWidget *parent)
    : QTableView(parent)
    , m_columns(new ColumnLayout(this))
    , m_heads(new GroupHeadDelegate(this))
    , m_gaps(new GapDelegate(this))
{
    [[maybe_unused]] static const bool isInstalled = (QAccessible::installFactory(makeAccess), true);
    setObjectName(QStringLiteral("notifications"));
    setPaneEntry(this);
    setAccessibleName(tr("Notifications"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setDragDropMode(DragOnly);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);
}

void NotificationTableView::showNotifications(NotificationTableModel *model)
{
    m_notifications = model;
    m_chosen.emplace(*model);
    m_place.emplace(*this, *model, [this] { updateGeometries(); });
    setModel(model);
    connect(model, &NotificationTableModel::rowsMovedAlong, this, &NotificationTableView::keepPlace);
    connect(model, &NotificationTableModel::rowsAboutToBeReplaced, this, [this] { m_isOurs = true; });
    connect(model, &NotificationTableModel::rowsReplaced, this, &NotificationTableView::showReplaced);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        m_place->remember();
        Q_EMIT newerCountChanged(m_place->newerCount());
    });
    connect(this, &QAbstractItemView::clicked, this, &NotificationTableView::choose);
    m_columns->setUp();
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->viewport()->installEventFilter(this);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &NotificationTableView::sortByHeader);
    connect(&m_columns->orders(), &ColumnOrders::sortWanted, this, [this](int column) {
        const auto *header = horizontalHeader();
        const bool isTurned
            = header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
        sortByColumn(column, isTurned ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(&m_columns->orders(), &ColumnOrders::furtherSortWanted, this,
            [this](int column) { m_notifications->sortAlsoBy(column); });
    sortByColumn(int(NotificationColumn::Received), Qt::DescendingOrder);
}

bool NotificationTableView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == horizontalHeader()->viewport() && event->type() == QEvent::MouseButtonRelease)
        m_isShiftPressed = static_cast<QMouseEvent *>(event)->modifiers() & Qt::ShiftModifier;
    return QTableView::eventFilter(watched, event);
}

/// With Shift, a column is sorted by after those before it; the header's mark stays at the first.
void NotificationTableView::sortByHeader(int column, Qt::SortOrder direction)
{
    const SortOrder &order = m_notifications->order();
    if (isJsonColumn(column)) { // their values are not in memory
        const QSignalBlocker blocker(horizontalHeader());
        return horizontalHeader()->setSortIndicator(int(order.column), order.direction);
    }
    const bool isFurther = int(order.column) != column && m_isShiftPressed;
    if (!isFurther)
        return m_notifications->sort(column, direction);
    m_isShiftPressed = false;
    m_notifications->sortAlsoBy(column);
    const QSignalBlocker blocker(horizontalHeader());
    horizontalHeader()->setSortIndicator(int(order.column), order.direction);
}

void NotificationTableView::keepPlace()
{
    executeDelayedItemsLayout(); // else it runs within the painting, and orders a second one
    m_place->restore();
    viewport()->update();
    Q_EMIT newerCountChanged(m_place->newerCount());
}

/// A filter begins at its first rows, unless it still shows the one that was looked at.
void NotificationTableView::showReplaced(NotificationTableModel::Replacement what)
{
    m_chosen->giveTo(*selectionModel());
    m_isOurs = false;
    if (what == NotificationTableModel::Replacement::OtherRows)
        m_place->goToNewest();
    keepPlace();
    if (what == NotificationTableModel::Replacement::OtherRows && currentIndex().isValid())
        scrollTo(currentIndex(), PositionAtCenter);
}

void NotificationTableView::resizeEvent(QResizeEvent *event)
{
    m_columns->fit();
    QTableView::resizeEvent(event);
}

QAbstractItemDelegate *NotificationTableView::itemDelegateForIndex(const QModelIndex &index) const
{
    if (m_notifications && m_notifications->isGap(index.row()))
        return m_gaps;
    if (m_notifications && m_notifications->headAt(index.row()))
        return m_heads;
    return QTableView::itemDelegateForIndex(index);
}

void NotificationTableView::setRowHeight(int pixels)
{
    verticalHeader()->setDefaultSectionSize(std::max(pixels, fontMetrics().height() + 8));
    if (m_place)
        keepPlace();
}

void NotificationTableView::copyRows(CopyFormat format) const
{
    const QList<int> rows = m_chosen->rows();
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(copiedRows(format, *m_notifications, rows, m_columns->shown()));
}

void NotificationTableView::fillCopyMenu(QMenu *menu)
{
    menu->clear();
    const std::array formats {
        std::pair {CopyFormat::Text, tr("Text")}, std::pair {CopyFormat::Markdown, tr("Markdown table")},
        std::pair {CopyFormat::Json, QStringLiteral("JSON")}, std::pair {CopyFormat::Csv, QStringLiteral("CSV")}};
    for (const auto &[format, name] : formats)
        menu->addAction(name, this, [this, format = format] { copyRows(format); });
}

/// Rows that are selected can be dragged out; from any other one on, the mouse selects.
void NotificationTableView::mousePressEvent(QMouseEvent *event)
{
    setDragEnabled(selectionModel()->isSelected(indexAt(event->pos())));
    QTableView::mousePressEvent(event);
}

/// The selected rows leave as text and as CSV. Qt would list every index of the selection first.
void NotificationTableView::startDrag(Qt::DropActions)
{
    const QList<int> rows = m_chosen->rows();
    if (rows.isEmpty())
        return;
    auto *dragged = new QMimeData;
    dragged->setText(copiedRows(CopyFormat::Text, *m_notifications, rows, m_columns->shown()));
    dragged->setData(QStringLiteral("text/csv"),
                     copiedRows(CopyFormat::Csv, *m_notifications, rows, m_columns->shown()).toUtf8());
    auto *drag = new QDrag(this);
    drag->setMimeData(dragged);
    drag->exec(Qt::CopyAction);
}

void NotificationTableView::copyCell() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(
            m_notifications->trueText(currentIndex().row(), NotificationColumn(currentIndex().column())));
}

void NotificationTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyRows();
    if (m_columns->orders().take(*event))
        return;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose();
    if (event->key() == Qt::Key_Space && m_notifications->isGap(currentIndex().row()))
        return choose();
    const auto head = m_notifications->headAt(currentIndex().row());
    const bool isOpening = event->key() == Qt::Key_Right && head && !head->isOpen;
    const bool isShutting = event->key() == Qt::Key_Left && head && head->isOpen;
    if (isOpening || isShutting || (head && event->key() == Qt::Key_Space))
        return m_notifications->toggleGroup(currentIndex().row());
    QTableView::keyPressEvent(event);
}

void NotificationTableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    if (m_notifications->isGap(currentIndex().row()))
        return showGapMenu(event->globalPos());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *rows = menu->addAction(tintedIcon(Icon::Copy), tr("Copy rows"), this, [this] { copyRows(); });
    rows->setShortcut(QKeySequence::Copy);
    fillCopyMenu(menu->addMenu(tr("Copy rows as")));
    menu->addAction(
        tr("Copy “%1”").arg(fontMetrics().elidedText(currentIndex().data().toString(), Qt::ElideMiddle, 200)), this,
        &NotificationTableView::copyCell);
    menu->addSeparator();
    menu->addActions(actions());
    menu->popup(event->globalPos());
}

QList<NotificationRow> NotificationTableView::chosenRows() const
{
    QList<NotificationRow> chosen;
    for (const int row : m_chosen->rows().mid(0, kMostChosen)) {
        if (m_notifications->idAt(row) != 0) // else the head of a group, or a gap
            chosen.append(m_notifications->rowAt(row));
    }
    return chosen;
}

std::optional<NotificationRow> NotificationTableView::currentRow() const
{
    const int row = currentIndex().row();
    return m_notifications->idAt(row) > 0 ? std::optional(m_notifications->rowAt(row)) : std::nullopt;
}

void NotificationTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // QTableView's lists every index for screen readers. NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::selectionChanged(selected, deselected);
    if (m_isOurs)
        return;
    m_chosen->takeFrom(*selectionModel());
    const QItemSelection &all = selectionModel()->selection();
    const bool isOne = all.size() == 1 && all.constFirst().height() == 1;
    if (!selected.isEmpty() && isOne && m_notifications->idAt(all.constFirst().top()) > 0)
        Q_EMIT rowChosen(m_notifications->rowAt(all.constFirst().top()));
}

void NotificationTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    if (m_isOurs)
        return; // it would scroll there
    // QTableView's counts its children otherwise. NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::currentChanged(current, previous);
    m_chosen->takeFrom(*selectionModel());
    if (!QAccessible::isActive() || !current.isValid() || !hasFocus())
        return;
    if (auto *access = dynamic_cast<TableAccess *>(QAccessible::queryAccessibleInterface(this))) {
        QAccessibleEvent focused(access->cellOfRow(current.row(), current.column()), QAccessible::Focus);
        QAccessible::updateAccessibility(&focused);
    }
}

void NotificationTableView::choose()
{
    if (const auto row = currentRow())
        Q_EMIT rowChosen(*row);
    else if (m_notifications->isGap(currentIndex().row()))
        showGapMenu(viewport()->mapToGlobal(QPoint(2 * kGrid, visualRect(currentIndex()).bottom())));
    else
        m_notifications->toggleGroup(currentIndex().row());
}

void NotificationTableView::showGapMenu(const QPoint &globalPos)
{
    const auto story = m_notifications->gapAt(currentIndex().row());
    if (auto *menu = story ? makeGapMenu(*story, this) : nullptr)
        menu->popup(globalPos);
}

void NotificationTableView::chooseNothing()
{
    selectionModel()->clear();
}

bool NotificationTableView::isFollowing() const
{
    return m_place->isFollowing();
}

void NotificationTableView::scrollToNewest()
{
    m_place->goToNewest();
    Q_EMIT newerCountChanged(0);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_table_view.h"

#include "ui/notifications/column_layout.h"
#include "ui/notifications/notification_table_model.h"
#include "ui/notifications/rows_as_text.h"
#include "ui/theme/tinted_icon.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

namespace console {

namespace {

qint64 idOf(const QModelIndex &index)
{
    return index.siblingAtColumn(int(NotificationColumn::Received)).data(NotificationTableModel::SortRole).toLongLong();
}

QModelIndexList inVisualOrder(QModelIndexList rows)
{
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    return rows;
}

} // namespace

NotificationTableView::NotificationTableView(QWidget *parent)
    : QTableView(parent)
    , m_columns(new ColumnLayout(this))
{
    setObjectName(QStringLiteral("notifications"));
    setAccessibleName(tr("Notifications"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (std::exchange(m_wasAway, isScrolledAway()) && !m_wasAway)
            Q_EMIT returnedToNewest();
    });
}

void NotificationTableView::setModel(QAbstractItemModel *model)
{
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] {
        rememberPlace();
        m_isOurs = true; // from here on, before the selection model hears of it
    });
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &NotificationTableView::rememberPlace);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { keepPlace(last - first + 1); });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_isOurs = false;
        keepPlace(0);
    });
    connect(this, &QAbstractItemView::clicked, this, &NotificationTableView::choose);
    m_columns->setUp();
    setSortingEnabled(true);
    sortByColumn(int(NotificationColumn::Received), Qt::DescendingOrder);
}

void NotificationTableView::resizeEvent(QResizeEvent *event)
{
    m_columns->fit();
    QTableView::resizeEvent(event);
}

void NotificationTableView::setRowHeight(int pixels)
{
    verticalHeader()->setDefaultSectionSize(std::max(pixels, fontMetrics().height() + 8));
}

void NotificationTableView::copyRows() const
{
    const auto rows = inVisualOrder(selectionModel()->selectedRows());
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(rowsAsText(rows, m_columns->shown()));
}

void NotificationTableView::copyCell() const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data().toString());
}

void NotificationTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyRows();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose();
    QTableView::keyPressEvent(event);
}

void NotificationTableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *rows = menu->addAction(tintedIcon(Icon::Copy), tr("Copy rows"), this, &NotificationTableView::copyRows);
    rows->setShortcut(QKeySequence::Copy);
    menu->addAction(
        tr("Copy “%1”").arg(fontMetrics().elidedText(currentIndex().data().toString(), Qt::ElideMiddle, 200)), this,
        &NotificationTableView::copyCell);
    menu->popup(event->globalPos());
}

std::optional<NotificationRow> NotificationTableView::currentRow() const
{
    const QVariant row = currentIndex().data(NotificationTableModel::RowRole);
    return row.isValid() ? std::optional(row.value<NotificationRow>()) : std::nullopt;
}

void NotificationTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (m_isOurs)
        return;
    m_chosenIds.clear();
    const auto rows = selectionModel()->selectedRows();
    for (const auto &row : rows)
        m_chosenIds.insert(idOf(row));
    if (rows.size() == 1 && !selected.isEmpty())
        Q_EMIT rowChosen(rows.constFirst().data(NotificationTableModel::RowRole).value<NotificationRow>());
}

void NotificationTableView::choose()
{
    if (const auto row = currentRow())
        Q_EMIT rowChosen(*row);
}

void NotificationTableView::reselect()
{
    m_isOurs = true;
    QItemSelection selection;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex first = model()->index(row, 0);
        if (m_chosenIds.contains(idOf(first)))
            selection.select(first, model()->index(row, kNotificationColumns - 1));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (!selection.isEmpty())
        selectionModel()->setCurrentIndex(selection.constFirst().topLeft(), QItemSelectionModel::NoUpdate);
    m_isOurs = false;
}

bool NotificationTableView::isScrolledAway() const
{
    return verticalScrollBar()->value() > 0;
}

void NotificationTableView::scrollToNewest()
{
    verticalScrollBar()->setValue(0);
}

void NotificationTableView::rememberPlace()
{
    m_anchor = isScrolledAway()
        ? QPersistentModelIndex(indexAt(QPoint(columnViewportPosition(m_columns->shown().constFirst()) + 1, 0)))
        : QPersistentModelIndex();
    m_anchorTop = m_anchor.isValid() ? rowViewportPosition(m_anchor.row()) : 0;
}

void NotificationTableView::keepPlace(int added)
{
    if (!m_anchor.isValid())
        return;
    updateGeometries(); // else the scroll bar ends where the table ended before
    const int moved = rowViewportPosition(m_anchor.row()) - m_anchorTop;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    if (moved > 0 && added > 0)
        Q_EMIT arrivedAbove(added);
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_table_view.h"

#include "ui/notifications/answer_delegate.h"
#include "ui/notifications/notification_table_model.h"
#include "ui/notifications/rows_as_text.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/tinted_icon.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QtMath>

namespace console {

namespace {

constexpr int kCellPadding = 18;

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
    auto *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        const bool isLast = !shownColumns().isEmpty() && shownColumns().constLast() == column; // it takes what is left
        m_hasOwnWidths = m_hasOwnWidths || (!m_isFitting && !isLast && QGuiApplication::mouseButtons() != Qt::NoButton);
    });
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint &at) { makeHeaderMenu()->popup(horizontalHeader()->mapToGlobal(at)); });
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
    setUpColumns();
}

void NotificationTableView::setUpColumns()
{
    for (int i = 0; i < kNotificationColumns; ++i) {
        const auto &spec = columnSpec(NotificationColumn(i));
        setColumnHidden(i, !spec.isShownAtFirst);
        switch (spec.shape) {
        case CellShape::Text:
            setItemDelegateForColumn(i, new TextDelegate(spec.look, this));
            break;
        case CellShape::Answer:
            setItemDelegateForColumn(i, new AnswerDelegate(this));
            break;
        case CellShape::Chip:
            setItemDelegateForColumn(i, new ChipDelegate(this));
            break;
        }
    }
    fitColumns();
    setSortingEnabled(true);
    sortByColumn(int(NotificationColumn::Received), Qt::DescendingOrder);
}

int NotificationTableView::columnWidthFor(int column, const char *text) const
{
    const QString usual = QString::fromUtf8(text);
    const bool hasFigures = columnSpec(NotificationColumn(column)).look.hasFigures;
    const int sample = hasFigures ? qCeil(FigureFont(font()).width(usual)) : fontMetrics().horizontalAdvance(usual);
    return std::max(sample, fontMetrics().horizontalAdvance(columnTitle(NotificationColumn(column)))) + kCellPadding;
}

void NotificationTableView::fitColumns()
{
    if (m_hasOwnWidths)
        return;
    m_isFitting = true;
    const auto shown = shownColumns();
    int excess = -viewport()->width();
    for (const int column : shown)
        excess += columnWidthFor(column, columnSpec(NotificationColumn(column)).sample);
    for (auto it = shown.crbegin(); it != shown.crend(); ++it) { // the first columns tell most
        const auto &spec = columnSpec(NotificationColumn(*it));
        const int usual = columnWidthFor(*it, spec.sample);
        const int least = spec.shortest ? std::min(usual, columnWidthFor(*it, spec.shortest)) : usual;
        const int width = std::clamp(usual - std::max(0, excess), least, usual);
        excess -= usual - width;
        setColumnWidth(*it, width);
    }
    m_isFitting = false;
}

void NotificationTableView::resizeEvent(QResizeEvent *event)
{
    fitColumns();
    QTableView::resizeEvent(event);
}

QByteArray NotificationTableView::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_hasOwnWidths << horizontalHeader()->saveState();
    return state;
}

void NotificationTableView::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray header;
    stream >> m_hasOwnWidths >> header;
    m_isFitting = true;
    horizontalHeader()->restoreState(header);
    m_isFitting = false;
    fitColumns();
}

void NotificationTableView::setRowHeight(int pixels)
{
    verticalHeader()->setDefaultSectionSize(std::max(pixels, fontMetrics().height() + 8));
}

QList<int> NotificationTableView::shownColumns() const
{
    QList<int> shown;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            shown.append(column);
    }
    return shown;
}

void NotificationTableView::setColumnShown(int column, bool isShown)
{
    if (!isShown && shownColumns().size() == 1)
        return; // a table without columns could not be got back
    setColumnHidden(column, !isShown);
    fitColumns();
    Q_EMIT shownColumnsChanged();
}

void NotificationTableView::fillColumnMenu(QMenu *menu)
{
    menu->clear();
    for (int i = 0; i < kNotificationColumns; ++i) {
        auto *action = menu->addAction(columnTitle(NotificationColumn(i)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool isShown) { setColumnShown(i, isShown); });
    }
}

QMenu *NotificationTableView::makeHeaderMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu);
    return menu;
}

void NotificationTableView::copyRows() const
{
    const auto rows = inVisualOrder(selectionModel()->selectedRows());
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(rowsAsText(rows, shownColumns()));
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
    menu->addAction(tr("Copy “%1”").arg(fontMetrics().elidedText(currentIndex().data().toString(), Qt::ElideMiddle, 200)),
                    this, &NotificationTableView::copyCell);
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
    m_anchor = isScrolledAway() ? QPersistentModelIndex(indexAt(QPoint(columnViewportPosition(shownColumns().constFirst()) + 1, 0)))
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

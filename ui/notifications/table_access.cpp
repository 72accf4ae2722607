// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/table_access.h"

#include "ui/notifications/cell_access.h"
#include "ui/notifications/column_layout.h"
#include "ui/notifications/notification_table_view.h"

#include <QHeaderView>

namespace console {

namespace {

constexpr int kColumnsOfKey = 64;
static_assert(kTableColumns <= kColumnsOfKey);

QAccessibleInterface *kept(QAccessible::Id id)
{
    return QAccessible::accessibleInterface(id);
}

} // namespace

TableAccess::TableAccess(NotificationTableView *view)
    : QAccessibleWidget(view, QAccessible::Table)
{ }

TableAccess::~TableAccess()
{
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
    for (const QAccessible::Id id : std::as_const(m_heads))
        QAccessible::deleteAccessibleInterface(id);
}

NotificationTableView &TableAccess::view() const
{
    return *static_cast<NotificationTableView *>(widget());
}

void *TableAccess::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *TableAccess::cell(qint64 id, int column) const
{
    const qint64 key = id * kColumnsOfKey + column;
    if (const auto known = m_cells.constFind(key); known != m_cells.constEnd())
        return kept(*known);
    if (m_cells.size() >= kMostCells)
        QAccessible::deleteAccessibleInterface(m_cells.take(m_oldestCells.dequeue()));
    auto *made = new CellAccess(&view(), id, column);
    m_cells.insert(key, QAccessible::registerAccessibleInterface(made));
    m_oldestCells.enqueue(key);
    return made;
}

QAccessibleInterface *TableAccess::cellOfRow(int row, int column) const
{
    const qint64 id = view().notifications().idAt(row);
    return cell(id > 0 ? id : -1 - qint64(row), column);
}

QAccessibleInterface *TableAccess::head(int column) const
{
    auto &id = m_heads[column];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new HeadAccess(&view(), column));
    return kept(id);
}

TableAccess::Rows TableAccess::rowsInSight() const
{
    const int first = view().rowAt(0);
    if (first < 0)
        return {};
    const int last = view().rowAt(view().viewport()->height() - 1);
    return {first, (last < 0 ? view().model()->rowCount() - 1 : last) - first + 1};
}

int TableAccess::childCount() const
{
    return columnCount() * (1 + rowsInSight().count);
}

QAccessibleInterface *TableAccess::child(int index) const
{
    const auto columns = view().columns()->shown();
    if (index < 0 || index >= childCount())
        return nullptr;
    const int column = columns[index % int(columns.size())];
    const int line = index / int(columns.size());
    return line == 0 ? head(column) : cellOfRow(rowsInSight().first + line - 1, column);
}

int TableAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto columns = view().columns()->shown();
    const auto *one = dynamic_cast<const TablePartAccess *>(child);
    const int column = one ? int(columns.indexOf(one->column())) : -1;
    if (column < 0)
        return -1;
    if (one->role() == QAccessible::ColumnHeader)
        return column;
    const Rows rows = rowsInSight();
    const int line = one->row() - rows.first;
    return line >= 0 && line < rows.count ? (line + 1) * int(columns.size()) + column : -1;
}

QAccessibleInterface *TableAccess::childAt(int x, int y) const
{
    const QPoint global(x, y);
    const auto *header = view().horizontalHeader();
    const QPoint inHeader = header->viewport()->mapFromGlobal(global);
    if (header->isVisible() && header->viewport()->rect().contains(inHeader)) {
        const int column = header->logicalIndexAt(inHeader);
        return column < 0 ? nullptr : head(column);
    }
    const QPoint inside = view().viewport()->mapFromGlobal(global);
    const QModelIndex index = view().viewport()->rect().contains(inside) ? view().indexAt(inside) : QModelIndex();
    return index.isValid() ? cellOfRow(index.row(), index.column()) : nullptr;
}

QAccessibleInterface *TableAccess::focusChild() const
{
    const QModelIndex current = view().currentIndex();
    return view().hasFocus() && current.isValid() ? cellOfRow(current.row(), current.column()) : nullptr;
}

QAccessibleInterface *TableAccess::cellAt(int row, int column) const
{
    const auto columns = view().columns()->shown();
    const bool isThere = row >= 0 && row < rowCount() && column >= 0 && column < columns.size();
    return isThere ? cellOfRow(row, columns[column]) : nullptr;
}

int TableAccess::columnCount() const
{
    return int(view().columns()->shown().size());
}

int TableAccess::rowCount() const
{
    return view().model()->rowCount();
}

QString TableAccess::columnDescription(int column) const
{
    const auto columns = view().columns()->shown();
    return column >= 0 && column < columns.size()
        ? view().model()->headerData(columns[column], Qt::Horizontal, Qt::EditRole).toString()
        : QString();
}

int TableAccess::selectedRowCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : view().selectionModel()->selection())
        count += range.height();
    return count;
}

int TableAccess::selectedCellCount() const
{
    return selectedRowCount() * columnCount();
}

QList<int> TableAccess::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : view().selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    return rows;
}

QList<QAccessibleInterface *> TableAccess::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    const Rows rows = rowsInSight();
    for (int row = rows.first; row < rows.first + rows.count; ++row) {
        for (int column = 0; isRowSelected(row) && column < columnCount(); ++column)
            cells.append(cellAt(row, column));
    }
    return cells;
}

bool TableAccess::isRowSelected(int row) const
{
    return view().selectionModel()->isSelected(view().model()->index(row, 0));
}

bool TableAccess::selectRow(int row)
{
    const QModelIndex index = view().model()->index(row, 0);
    if (index.isValid())
        view().selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    return index.isValid();
}

bool TableAccess::unselectRow(int row)
{
    const QModelIndex index = view().model()->index(row, 0);
    if (index.isValid())
        view().selectionModel()->select(index, QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return index.isValid();
}

} // namespace console

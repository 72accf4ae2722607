// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/cell_access.h"

#include "ui/notifications/column_layout.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/table_access.h"

#include <QHeaderView>

namespace console {

TablePartAccess::TablePartAccess(NotificationTableView *view, int column)
    : m_view(view)
    , m_column(column)
{ }

TableAccess *TablePartAccess::tableAccess() const
{
    return m_view ? dynamic_cast<TableAccess *>(QAccessible::queryAccessibleInterface(m_view)) : nullptr;
}

QAccessibleInterface *TablePartAccess::parent() const
{
    return tableAccess();
}

int TablePartAccess::shownColumn() const
{
    return m_view ? int(m_view->columns()->shown().indexOf(m_column)) : -1;
}

QString HeadAccess::text(QAccessible::Text text) const
{
    if (text != QAccessible::Name || !m_view)
        return {};
    return m_view->model()->headerData(column(), Qt::Horizontal, Qt::EditRole).toString();
}

QRect HeadAccess::rect() const
{
    if (!m_view)
        return {};
    const auto *header = m_view->horizontalHeader();
    const QRect inside(header->sectionViewportPosition(column()), 0, header->sectionSize(column()), header->height());
    return {header->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
}

int CellAccess::row() const
{
    if (!m_view)
        return -1;
    if (m_id < 0) {
        const int line = int(-1 - m_id);
        return m_view->notifications().headAt(line) || m_view->notifications().isGap(line) ? line : -1;
    }
    return m_view->notifications().rowOf(m_id).value_or(-1);
}

QModelIndex CellAccess::index() const
{
    const int now = row();
    return now < 0 ? QModelIndex() : m_view->model()->index(now, column());
}

QAccessible::State CellAccess::state() const
{
    QAccessible::State state;
    const QModelIndex place = index();
    state.invalid = !place.isValid();
    if (!place.isValid())
        return state;
    state.selectable = true;
    state.focusable = true;
    state.selected = isSelected();
    state.focused = m_view->hasFocus() && m_view->currentIndex() == place;
    state.offscreen = !m_view->viewport()->rect().intersects(m_view->visualRect(place));
    state.invisible = m_view->isColumnHidden(column());
    return state;
}

QString CellAccess::text(QAccessible::Text text) const
{
    if (text == QAccessible::Name)
        return index().data(Qt::DisplayRole).toString();
    return text == QAccessible::Description ? index().data(Qt::AccessibleDescriptionRole).toString() : QString();
}

QRect CellAccess::rect() const
{
    const QModelIndex place = index();
    if (!place.isValid())
        return {};
    const QRect inside = m_view->visualRect(place);
    return {m_view->viewport()->mapToGlobal(inside.topLeft()), inside.size()};
}

void *CellAccess::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
}

bool CellAccess::isSelected() const
{
    return m_view && m_view->selectionModel()->isSelected(index());
}

QList<QAccessibleInterface *> CellAccess::columnHeaderCells() const
{
    const TableAccess *access = tableAccess();
    return access ? QList<QAccessibleInterface *> {access->head(column())} : QList<QAccessibleInterface *>();
}

} // namespace console

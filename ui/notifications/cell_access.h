// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleInterface>
#include <QPointer>

namespace console {

class NotificationTableView;
class TableAccess;

/// A part of the table for screen readers: it has a place and no children. Thread: GUI.
class TablePartAccess : public QAccessibleInterface
{
public:
    TablePartAccess(NotificationTableView *view, int column);

    int column() const { return m_column; } ///< of the model
    virtual int row() const { return -1; }  ///< that it has now

    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }

protected:
    TableAccess *tableAccess() const;
    int shownColumn() const;

    QPointer<NotificationTableView> m_view;

private:
    int m_column;
};

/// The head of a column.
class HeadAccess final : public TablePartAccess
{
public:
    using TablePartAccess::TablePartAccess;

    bool isValid() const override { return m_view; }
    QAccessible::Role role() const override { return QAccessible::ColumnHeader; }
    QAccessible::State state() const override { return {}; }
    QString text(QAccessible::Text text) const override;
    QRect rect() const override;
};

/// A cell of one notification, wherever it stands.
class CellAccess final : public TablePartAccess, public QAccessibleTableCellInterface
{
public:
    CellAccess(NotificationTableView *view, qint64 id, int column)
        : TablePartAccess(view, column)
        , m_id(id)
    { }

    int row() const override;
    bool isValid() const override { return row() >= 0; }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override;
    QString text(QAccessible::Text text) const override;
    QRect rect() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    bool isSelected() const override;
    QList<QAccessibleInterface *> columnHeaderCells() const override;
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return shownColumn(); }
    int rowIndex() const override { return row(); }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

private:
    QModelIndex index() const;

    qint64 m_id; ///< of the notification; below 0 that of a head or a gap: -1 - row
};

} // namespace console

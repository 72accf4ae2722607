// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>
#include <QQueue>

namespace console {

class NotificationTableView;

/// The table as a screen reader meets it. Its children are the heads of the columns and the cells in sight: whoever walks
/// through the children walks through a page, not through a million rows. Each further cell can be asked for by row and
/// column. A cell belongs to its notification and moves with it; few of them are kept. Columns are those that are shown,
/// as they stand. Thread: GUI.
class TableAccess final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    static constexpr qsizetype kMostCells = 2'000; ///< more than a large screen shows

    explicit TableAccess(NotificationTableView *view);
    ~TableAccess() override;
    TableAccess(const TableAccess &) = delete;
    TableAccess &operator=(const TableAccess &) = delete;

    /// \param column  of the model, here and in head(). Kept for some time, so not for the caller to delete.
    QAccessibleInterface *cell(qint64 id, int column) const;
    /// Of a row that has no id, the head of a group or a gap: the cell belongs to the row then.
    QAccessibleInterface *cellOfRow(int row, int column) const;
    QAccessibleInterface *head(int column) const;

    void *interface_cast(QAccessible::InterfaceType type) override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int columnCount() const override;
    int rowCount() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int) const override { return {}; }
    int selectedCellCount() const override;
    QList<QAccessibleInterface *> selectedCells() const override; ///< those in sight
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override;
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override;
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { } // cells find their places themselves

private:
    struct Rows
    {
        int first = 0;
        int count = 0;
    };
    Rows rowsInSight() const;
    NotificationTableView &view() const;

    mutable QHash<qint64, QAccessible::Id> m_cells; ///< by id and column
    mutable QQueue<qint64> m_oldestCells;
    mutable QHash<int, QAccessible::Id> m_heads;
};

} // namespace console

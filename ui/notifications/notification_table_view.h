// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <QPersistentModelIndex>
#include <QSet>
#include <QTableView>

#include <optional>

namespace console {

class ColumnLayout;

/// The table of notifications. What one looks at stays where it is: arrivals move neither the selection nor what is
/// scrolled to, and what was selected is selected again when a filter gives it back. Thread: GUI.
class NotificationTableView : public QTableView
{
    Q_OBJECT

public:
    explicit NotificationTableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setRowHeight(int pixels);

    ColumnLayout *columns() const { return m_columns; }

    void copyRows() const;
    void copyCell() const;
    /// The row that was chosen last, when there is one.
    std::optional<NotificationRow> currentRow() const;
    bool isScrolledAway() const;
    void scrollToNewest();

    /// Selects again what the user selected and the table shows.
    void reselect();

Q_SIGNALS:
    void rowChosen(const console::NotificationRow &row);
    /// Rows came in above what is looked at.
    void arrivedAbove(int rows);
    void returnedToNewest();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void rememberPlace();
    void keepPlace(int added);
    void choose();

    ColumnLayout *m_columns;
    QSet<qint64> m_chosenIds;
    QPersistentModelIndex m_anchor;
    int m_anchorTop = 0;
    bool m_isOurs = false; ///< the selection changes by itself, not by the user
    bool m_wasAway = false;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <QPersistentModelIndex>
#include <QSet>
#include <QTableView>

#include <optional>

class QMenu;

namespace console {

/// The table of notifications. What one looks at stays where it is: arrivals move neither the selection nor what is
/// scrolled to, and what was selected is selected again when a filter gives it back. Thread: GUI.
class NotificationTableView : public QTableView
{
    Q_OBJECT

public:
    explicit NotificationTableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setRowHeight(int pixels);

    QList<int> shownColumns() const;
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);
    /// One checkable action a column.
    void fillColumnMenu(QMenu *menu);

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
    void shownColumnsChanged();
    /// Rows came in above what is looked at.
    void arrivedAbove(int rows);
    void returnedToNewest();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpColumns();
    int columnWidthFor(int column, const char *text) const;
    /// Until the user sets a width: narrower columns where there is little room, the less telling ones first.
    void fitColumns();
    void rememberPlace();
    void keepPlace(int added);
    void choose();
    void setColumnShown(int column, bool isShown);
    QMenu *makeHeaderMenu();

    QSet<qint64> m_chosenIds;
    QPersistentModelIndex m_anchor;
    int m_anchorTop = 0;
    bool m_isOurs = false; ///< the selection changes by itself, not by the user
    bool m_wasAway = false;
    bool m_isFitting = false;
    bool m_hasOwnWidths = false;
};

} // namespace console

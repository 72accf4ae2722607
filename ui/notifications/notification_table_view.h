// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/chosen_rows.h"
#include "ui/notifications/copied_rows.h"
#include "ui/notifications/notification_table_model.h"
#include "ui/notifications/table_place.h"

#include <QTableView>

#include <optional>

class QMenu;

namespace console {

class ColumnLayout;
class GapDelegate;
class GroupHeadDelegate;

/// The table of notifications. What one looks at stays where it is: arrivals move neither the selection nor what is
/// scrolled to, and what was selected is selected again when a filter gives it back. Thread: GUI.
class NotificationTableView : public QTableView
{
    Q_OBJECT

public:
    explicit NotificationTableView(QWidget *parent = nullptr);

    /// Once. The model outlives the view.
    void showNotifications(NotificationTableModel *model);
    void setRowHeight(int pixels);

    NotificationTableModel &notifications() const { return *m_notifications; }
    ColumnLayout *columns() const { return m_columns; }

    void copyRows(CopyFormat format = CopyFormat::Text) const;
    /// One action a format, for a menu; each copies the selected rows.
    void fillCopyMenu(QMenu *menu);
    void copyCell() const;
    /// Heads of groups, and gaps, have one of their own, whatever the column.
    QAbstractItemDelegate *itemDelegateForIndex(const QModelIndex &index) const override;
    /// The selected ones, from top to bottom; at most kMostChosen.
    QList<NotificationRow> chosenRows() const;
    static constexpr int kMostChosen = 10'000;
    /// The row that was chosen last, when there is one.
    std::optional<NotificationRow> currentRow() const;
    /// At the newest row: arrivals appear. Else they are counted.
    bool isFollowing() const;
    void scrollToNewest();

    /// Something else was chosen elsewhere.
    void chooseNothing();

Q_SIGNALS:
    void rowChosen(const console::NotificationRow &row);
    /// One that a gap may have cost answers.
    void lookupChosen(const console::Lookup &lookup);
    /// Just those that a gap may have cost answers; on the user's press only.
    void lookUpAgainRequested(const QList<console::Lookup> &lookups);
    /// Rows that are newer than what was last looked at there.
    void newerCountChanged(int count);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void sortByHeader(int column, Qt::SortOrder direction);
    void keepPlace();
    void showReplaced(NotificationTableModel::Replacement what);
    void choose();
    void showGapMenu(const QPoint &globalPos);

    ColumnLayout *m_columns;
    GroupHeadDelegate *m_heads;
    GapDelegate *m_gaps;
    NotificationTableModel *m_notifications = nullptr;
    std::optional<ChosenRows> m_chosen;
    std::optional<TablePlace> m_place;
    bool m_isShiftPressed = false;
    bool m_isOurs = false; ///< the selection changes by itself, not by the user
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QKeyEvent;
class QMenu;
class QTableView;

namespace console {

/// What the mouse does at the header of a column, by keys and from a menu: to sort by it, to move it, to make it wider. It
/// is the column of the current cell, or the one whose header was asked. Thread: GUI.
class ColumnOrders : public QObject
{
    Q_OBJECT

public:
    explicit ColumnOrders(QTableView *table);

    /// The orders about one column; -1: about that of the current cell.
    void fillMenu(QMenu *menu, int column = -1);
    int currentColumn() const;
    /// Does what a key stands for; false when it is none of these.
    bool take(const QKeyEvent &event);

Q_SIGNALS:
    void sortWanted(int column);
    /// After those that rows are sorted by already.
    void furtherSortWanted(int column);
    void moved();
    void widthSet();

private:
    void move(int column, int places);
    void widen(int column, int pixels);

    QTableView *m_table;
};

} // namespace console

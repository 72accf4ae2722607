// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QTableView;

namespace console {

class ColumnOrders;

/// Which columns of the notifications are shown, in what order and how wide. Until the user sets a width, columns get
/// narrower where there is little room, the less telling ones first. Thread: GUI.
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    explicit ColumnLayout(QTableView *table);

    /// Once the table has its model: delegates, widths, the columns that are shown at first.
    void setUp();
    void fit();

    QList<int> shown() const; ///< in the order of the table
    /// Those and no others, in this order; none are no wish.
    void show(const QList<int> &columns);
    /// One checkable action a column; the last one that is shown cannot be hidden. And orders about one of them: -1: that of the
    /// current cell.
    void fillMenu(QMenu *menu, int column = -1);
    ColumnOrders &orders() { return *m_orders; }

    QByteArray save() const;
    void restore(const QByteArray &state);

Q_SIGNALS:
    void shownChanged();
    void jsonColumnWanted();
    /// One from JSON was put away: nobody knows of it any more.
    void jsonColumnHidden(int column);

private:
    void setDelegate(int column);
    void setShown(int column, bool isShown);
    void popUpMenu(const QPoint &at);
    QString titleOf(int column) const;
    int widthFor(int column, const char *text) const;

    QTableView *m_table;
    ColumnOrders *m_orders;
    bool m_isFitting = false;
    bool m_hasOwnWidths = false;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/column_orders.h"

#include "ui/notifications/notification_columns.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QTableView>

namespace console {

namespace {

constexpr int kWidthStep = 16;
constexpr int kLeastWidth = 32;

const QKeySequence kSort(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
const QKeySequence kSortNext(Qt::CTRL | Qt::ALT | Qt::Key_S);
const QKeySequence kLeft(Qt::CTRL | Qt::SHIFT | Qt::Key_Left);
const QKeySequence kRight(Qt::CTRL | Qt::SHIFT | Qt::Key_Right);
const QKeySequence kNarrower(Qt::ALT | Qt::SHIFT | Qt::Key_Left);
const QKeySequence kWider(Qt::ALT | Qt::SHIFT | Qt::Key_Right);

} // namespace

ColumnOrders::ColumnOrders(QTableView *table)
    : QObject(table)
    , m_table(table)
{ }

int ColumnOrders::currentColumn() const
{
    const int current = m_table->currentIndex().column();
    return current >= 0 && !m_table->isColumnHidden(current) ? current
                                                             : m_table->horizontalHeader()->sortIndicatorSection();
}

void ColumnOrders::fillMenu(QMenu *menu, int column)
{
    const int asked = column < 0 ? currentColumn() : column;
    const auto add = [&](const QString &text, const QKeySequence &keys, const auto &order) {
        auto *action = menu->addAction(text, this, order);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // told here; the table takes them
        return action;
    };
    const bool canSort = !isJsonColumn(asked); // their values are not in memory
    add(tr("&Sort by it, or turn the order"), kSort, [this, asked] { Q_EMIT sortWanted(asked); })->setEnabled(canSort);
    add(tr("Sort by it &next"), kSortNext, [this, asked] { Q_EMIT furtherSortWanted(asked); })->setEnabled(canSort);
    menu->addSeparator();
    add(tr("Move to the &left"), kLeft, [this, asked] { move(asked, -1); });
    add(tr("Move to the &right"), kRight, [this, asked] { move(asked, 1); });
    add(tr("Narr&ower"), kNarrower, [this, asked] { widen(asked, -kWidthStep); });
    add(tr("&Wider"), kWider, [this, asked] { widen(asked, kWidthStep); });
}

bool ColumnOrders::take(const QKeyEvent &event)
{
    const QKeySequence pressed(event.keyCombination());
    const int column = currentColumn();
    if (pressed == kLeft || pressed == kRight)
        move(column, pressed == kLeft ? -1 : 1);
    else if (pressed == kNarrower || pressed == kWider)
        widen(column, pressed == kWider ? kWidthStep : -kWidthStep);
    else if ((pressed == kSort || pressed == kSortNext) && isJsonColumn(column))
        return true;
    else if (pressed == kSort)
        Q_EMIT sortWanted(column);
    else if (pressed == kSortNext)
        Q_EMIT furtherSortWanted(column);
    else
        return false;
    return true;
}

/// Past those that are hidden.
void ColumnOrders::move(int column, int places)
{
    auto *header = m_table->horizontalHeader();
    const int from = header->visualIndex(column);
    int to = from + places;
    while (to >= 0 && to < header->count() && header->isSectionHidden(header->logicalIndex(to)))
        to += places;
    if (to < 0 || to >= header->count())
        return;
    header->moveSection(from, to);
    if (m_table->currentIndex().isValid())
        m_table->scrollTo(m_table->currentIndex());
    Q_EMIT moved();
}

void ColumnOrders::widen(int column, int pixels)
{
    Q_EMIT widthSet();
    m_table->setColumnWidth(column, std::max(kLeastWidth, m_table->columnWidth(column) + pixels));
}

} // namespace console

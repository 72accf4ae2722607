// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification_rows.h"
#include "open_history.h"
#include "ui/notifications/cell_access.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/table_access.h"

#include <QTest>

using namespace console;

namespace {

struct Fixture
{
    OpenHistory history;
    NotificationTableModel model {history.clock};
    NotificationTableView view;

    explicit Fixture(int rows)
    {
        view.showNotifications(&model);
        view.setRowHeight(20);
        view.resize(900, 400);
        view.show();
        model.history().start(history.access.path());
        model.history().apply(makeBatch(1, rows));
    }
    TableAccess &access() { return *dynamic_cast<TableAccess *>(QAccessible::queryAccessibleInterface(&view)); }
    QString textAt(int row, int column) { return access().cellAt(row, column)->text(QAccessible::Name); }
};

} // namespace

class TestTableAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellCanBeAskedForAndFewOfThemAreChildren()
    {
        Fixture f(5'000);
        QTRY_COMPARE(f.model.rowCount(), 5'000);
        QCoreApplication::processEvents();
        QCOMPARE(f.access().rowCount(), 5'000);
        QCOMPARE(f.access().columnCount(), 7);
        QCOMPARE(f.access().columnDescription(1), QStringLiteral("Contact"));
        QCOMPARE(f.textAt(4'999, 1), QStringLiteral("Contact 1"));
        QVERIFY(f.access().childCount() < 7 * 30);
        QCOMPARE(f.access().child(1)->role(), QAccessible::ColumnHeader);
        QCOMPARE(f.access().child(8)->text(QAccessible::Name), QStringLiteral("Contact 5000"));
        QCOMPARE(f.access().indexOfChild(f.access().child(8)), 8);
        QCOMPARE(f.access().indexOfChild(f.access().cellAt(4'999, 1)), -1);
        for (int row = 0; row < 5'000; ++row) // more than are kept
            QVERIFY(f.access().cellAt(row, 1));
        QVERIFY(!f.access().cellAt(5'000, 1));
    }

    void childrenAreWhatIsInSight()
    {
        Fixture f(5'000);
        QTRY_COMPARE(f.model.rowCount(), 5'000);
        f.view.scrollTo(f.model.index(3'000, 0), QAbstractItemView::PositionAtTop);
        const auto *cell = f.access().child(7);
        QCOMPARE(dynamic_cast<const TablePartAccess *>(cell)->row(), 3'000);
        QVERIFY(!cell->state().offscreen);
        QVERIFY(f.access().cellAt(0, 0)->state().offscreen);
        const QPoint inside = cell->rect().center();
        QCOMPARE(f.access().childAt(inside.x(), inside.y()), cell);
    }

    void theLineOfAGapIsReadInEachCell()
    {
        Fixture f(3);
        QTRY_COMPARE(f.model.rowCount(), 3);
        ReceiverGap gap {ReceiverGap::Kind::Slept, fromMilliseconds(0), fromMilliseconds(60'000), 2};
        f.model.setGaps({gap});
        QCOMPARE(f.access().rowCount(), 4);
        for (int column = 0; column < f.access().columnCount(); ++column)
            QCOMPARE(f.textAt(1, column), gapSentence(gap));
        QCOMPARE(f.textAt(2, 1), QStringLiteral("Contact 2"));
        f.view.setCurrentIndex(f.model.index(1, 0));
        QVERIFY(!f.view.currentRow());
        QVERIFY(f.view.chosenRows().isEmpty());
    }

    void aCellMovesWithItsNotification()
    {
        Fixture f(3);
        QTRY_COMPARE(f.model.rowCount(), 3);
        auto *cell = f.access().cellAt(0, 1);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Contact 3"));
        f.model.history().apply(makeBatch(4, 6));
        QTRY_COMPARE(f.model.rowCount(), 6);
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 3);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Contact 3"));
        QVERIFY(!f.model.history().setFilter(QStringLiteral("contact:nobody")));
        QTRY_COMPARE(f.model.rowCount(), 0);
        QVERIFY(!cell->isValid());
        QVERIFY(cell->state().invalid);
    }

    void rowsAreSelectedThroughIt()
    {
        Fixture f(5);
        QTRY_COMPARE(f.model.rowCount(), 5);
        QVERIFY(f.access().selectRow(2));
        QCOMPARE(f.access().selectedRows(), QList<int>({2}));
        QVERIFY(f.access().cellAt(2, 0)->state().selected);
        QCOMPARE(f.access().selectedCells().size(), 7);
        QVERIFY(f.access().unselectRow(2));
        QCOMPARE(f.access().selectedRowCount(), 0);
        QVERIFY(!f.access().selectRow(99));
    }
};

QTEST_MAIN(TestTableAccess)
#include "tst_table_access.moc"

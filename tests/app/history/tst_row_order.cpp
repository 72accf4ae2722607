// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_order.h"

#include <QTest>

using namespace console;

namespace {
QList<quint32> shown(const RowOrder &order)
{
    QList<quint32> ids;
    for (qsizetype row = 0; row < order.count(); ++row)
        ids.append(order.idAt(row));
    return ids;
}
using Ids = QList<quint32>;
} // namespace

class TestRowOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirst()
    {
        RowOrder order;
        auto range = order.appendOlder({9, 8, 6});
        QCOMPARE(range.first, 0);
        QCOMPARE(range.last, 2);
        range = order.appendNewer({10, 12});
        QCOMPARE(range.first, 0);
        QCOMPARE(range.last, 1);
        range = order.appendOlder({3});
        QCOMPARE(range.first, 5);
        QCOMPARE(range.last, 5);
        QCOMPARE(shown(order), (Ids {12, 10, 9, 8, 6, 3}));
        QCOMPARE(order.newestFirst(), shown(order));
        QCOMPARE(order.newestId(), 12u);
    }

    void oldestFirstIsTheMirrorImage()
    {
        RowOrder order(true);
        order.appendOlder({9, 8, 6});
        auto range = order.appendNewer({10, 12});
        QCOMPARE(range.first, 3);
        QCOMPARE(range.last, 4);
        range = order.appendOlder({3, 2});
        QCOMPARE(range.first, 0);
        QCOMPARE(range.last, 1);
        QCOMPARE(shown(order), (Ids {2, 3, 6, 8, 9, 10, 12}));
        QCOMPARE(order.newestFirst(), (Ids {12, 10, 9, 8, 6, 3, 2}));
    }

    void rowsAreFoundByTheirId()
    {
        for (const bool isOldestFirst : {false, true}) {
            RowOrder order(isOldestFirst);
            order.appendOlder({9, 8, 6});
            order.appendNewer({10, 12});
            for (qsizetype row = 0; row < order.count(); ++row)
                QCOMPARE(*order.rowOf(order.idAt(row)), row);
            QVERIFY(!order.rowOf(7));
            QVERIFY(!order.contains(11));
        }
    }

    void aRowInBetweenIsPutWhereItBelongs_data()
    {
        QTest::addColumn<quint32>("id");
        QTest::addColumn<Ids>("expected");
        QTest::newRow("among the older ones") << 7u << Ids {12, 10, 9, 8, 7, 6};
        QTest::newRow("below all") << 1u << Ids {12, 10, 9, 8, 6, 1};
        QTest::newRow("among the newer ones") << 11u << Ids {12, 11, 10, 9, 8, 6};
    }
    void aRowInBetweenIsPutWhereItBelongs()
    {
        QFETCH(quint32, id);
        QFETCH(Ids, expected);
        RowOrder order;
        order.appendOlder({9, 8, 6});
        order.appendNewer({10, 12});
        const auto range = order.insert(id);
        QCOMPARE(shown(order), expected);
        QCOMPARE(range.first, expected.indexOf(id));
        QCOMPARE(range.last, range.first);
        QCOMPARE(*order.remove(id), range.first);
        QCOMPARE(shown(order), (Ids {12, 10, 9, 8, 6}));
    }

    void sortedRowsAreShownInTheirOrder()
    {
        RowOrder order;
        order.appendOlder({9, 8, 6});
        order.setSorted({8, 9, 6});
        QCOMPARE(shown(order), (Ids {8, 9, 6}));
        QCOMPARE(*order.rowOf(9), 1);
        order.appendNewer({10});
        QCOMPARE(order.count(), 3); // not sorted in yet
        QVERIFY(!order.remove(10));
        QVERIFY(!order.contains(10));
        QCOMPARE(*order.remove(9), 1);
        QCOMPARE(shown(order), (Ids {8, 6}));
        order.clearSorted();
        QCOMPARE(shown(order), (Ids {8, 6}));
    }
};

QTEST_APPLESS_MAIN(TestRowOrder)
#include "tst_row_order.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification_rows.h"
#include "support/model_text.h"
#include "ui/notifications/notification_filter_model.h"
#include "ui/notifications/notification_table_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestNotificationTableModel : public QObject
{
    Q_OBJECT

private:
    static QList<int> columns(std::initializer_list<NotificationColumn> wanted)
    {
        QList<int> numbers;
        for (const auto column : wanted)
            numbers += int(column);
        return numbers;
    }

private Q_SLOTS:
    void showsTheNewestRowFirst()
    {
        NotificationTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.add(makeBatch(1, 3));
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(modelText(model, columns({NotificationColumn::Contact, NotificationColumn::Channel})),
                 QStringList({QStringLiteral("Contact 3 | RCS"), QStringLiteral("Contact 2 | RCS"),
                              QStringLiteral("Contact 1 | RCS")}));
    }

    void insertsArrivalsWithoutAReset()
    {
        NotificationTableModel model;
        const QAbstractItemModelTester tester(&model);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
        model.add(makeBatch(1, 2));
        model.add(makeBatch(3, 4));
        QTRY_COMPARE(model.rowCount(), 4);
        QCOMPARE(inserts.size(), 1); // both batches within one tick
        QCOMPARE(resets.size(), 0);
    }

    void aRetryChangesItsRow()
    {
        NotificationTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.add(makeBatch(1, 3));
        QTRY_COMPARE(model.rowCount(), 3);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        HistoryBatch retry;
        retry.changed.append(makeRow(1));
        retry.changed.first().retries = 2;
        model.add(retry);
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 2);
        QCOMPARE(model.find(1)->retries, 2);
        const auto cell = model.index(2, int(NotificationColumn::Capability));
        QVERIFY(cell.data(NotificationTableModel::MarkersRole).toString().contains(QStringLiteral("2 times")));
    }

    void keepsOnlyTheNewestRows()
    {
        NotificationTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.add(makeBatch(1, NotificationTableModel::kRowLimit));
        QTRY_COMPARE(model.rowCount(), NotificationTableModel::kRowLimit);
        model.add(makeBatch(NotificationTableModel::kRowLimit + 1, NotificationTableModel::kRowLimit + 10));
        QTRY_VERIFY(!model.find(10));
        QCOMPARE(model.rowCount(), NotificationTableModel::kRowLimit);
        QVERIFY(model.find(11));
        QCOMPARE(model.find(11)->id, 11);
    }

    void countsWhatArrivesWhileItIsHeld()
    {
        NotificationTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setHeld(true);
        model.add(makeBatch(1, 3));
        QCOMPARE(model.heldCount(), 3);
        QCOMPARE(model.rowCount(), 0);
        model.setHeld(false);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.heldCount(), 0);
    }

    void marksWhatTheColumnsDoNotSay_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("which");
        QTest::newRow("a conflict") << QStringLiteral("Conflict") << 0;
        QTest::newRow("an unsigned one") << QStringLiteral("Unsigned") << 1;
        QTest::newRow("one joined by its recipient") << QStringLiteral("by its recipient") << 2;
        QTest::newRow("one that nobody asked for here") << QStringLiteral("Not asked here") << 3;
    }
    void marksWhatTheColumnsDoNotSay()
    {
        QFETCH(const QString, word);
        QFETCH(const int, which);
        auto row = makeRow(1);
        row.outcome = which == 0 ? Outcome::Conflict : Outcome::New;
        row.signature = which == 1 ? SignatureState::Unsigned : SignatureState::Valid;
        row.join = which == 2 ? JoinKind::ByRecipient : which == 3 ? JoinKind::None : JoinKind::ByRequestId;
        NotificationTableModel model;
        model.add({{row}, {}, {}});
        QTRY_COMPARE(model.rowCount(), 1);
        const auto cell = model.index(0, int(NotificationColumn::Capability));
        QVERIFY(cell.data(NotificationTableModel::MarkersRole).toString().contains(word));
        QVERIFY(cell.data(Qt::AccessibleDescriptionRole).toString().contains(word));
    }

    void namesProjectsAndApps()
    {
        NotificationTableModel model;
        const QAbstractItemModelTester tester(&model);
        auto row = makeRow(1);
        row.projectId = QStringLiteral("p1");
        row.appId = QStringLiteral("a1");
        model.add({{row}, {}, {}});
        QTRY_COMPARE(model.rowCount(), 1);
        model.setNames({{{QStringLiteral("p1"), QStringLiteral("Production")}}, {}});
        QCOMPARE(modelText(model, columns({NotificationColumn::Project, NotificationColumn::App})),
                 QStringList(QStringLiteral("Production | a1")));
    }

    void filtersByWordsOverTheSearchedColumns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("nothing typed shows all") << QString() << 4;
        QTest::newRow("one word, without regard to case") << QStringLiteral("whatsapp") << 2;
        QTest::newRow("all words must fit") << QStringLiteral("WHATSAPP none") << 1;
        QTest::newRow("a word of no column") << QStringLiteral("telegram") << 0;
        QTest::newRow("a word of a column that is not searched") << QStringLiteral("467") << 0;
    }
    void filtersByWordsOverTheSearchedColumns()
    {
        QFETCH(const QString, text);
        QFETCH(const int, rows);
        NotificationTableModel model;
        NotificationFilterModel filtered;
        const QAbstractItemModelTester tester(&filtered);
        filtered.setSourceModel(&model);
        filtered.setSearchedColumns(columns({NotificationColumn::Channel, NotificationColumn::Capability}));
        HistoryBatch batch;
        batch.added
            = {makeRow(1, "RCS"), makeRow(2, "WHATSAPP"), makeRow(3, "WHATSAPP", "NO_CAPABILITY"), makeRow(4, "SMS")};
        model.add(batch);
        QTRY_COMPARE(model.rowCount(), 4);
        filtered.setFilterText(text);
        QCOMPARE(filtered.rowCount(), rows);
    }

    void sortsLatencyByItsValue()
    {
        NotificationTableModel model;
        NotificationFilterModel sorted;
        sorted.setSourceModel(&model);
        HistoryBatch batch = makeBatch(1, 3);
        batch.added[0].latency = std::chrono::milliseconds(90'000);
        batch.added[1].latency = std::chrono::milliseconds(900);
        model.add(batch);
        QTRY_COMPARE(model.rowCount(), 3);
        sorted.sort(int(NotificationColumn::Latency), Qt::DescendingOrder);
        QCOMPARE(modelText(sorted, columns({NotificationColumn::Contact})),
                 QStringList({QStringLiteral("Contact 1"), QStringLiteral("Contact 2"), QStringLiteral("Contact 3")}));
    }
};

QTEST_MAIN(TestNotificationTableModel)
#include "tst_notification_table_model.moc"

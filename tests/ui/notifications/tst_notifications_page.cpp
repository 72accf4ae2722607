// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification_rows.h"
#include "open_history.h"
#include "support/settled.h"
#include "ui/notifications/column_layout.h"
#include "ui/notifications/column_orders.h"
#include "ui/notifications/filter_line.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/notifications_page.h"
#include "ui/notifications/saved_views.h"
#include "ui/theme/empty_state.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace console;

namespace {

struct Fixture
{
    OpenHistory history;
    NotificationsPage page {history.clock};
    NotificationTableView *table = page.table();

    Fixture()
    {
        page.resize(900, 400);
        page.show();
        page.open(history.access, history.lookups);
    }
    void arrive(qint64 first, qint64 last) { Q_EMIT history.lookups.historyChanged(makeBatch(first, last)); }
    int rows() const { return table->model()->rowCount(); }
    QString contact(int row) const
    {
        return table->model()->index(row, int(NotificationColumn::Contact)).data().toString();
    }
    QString currentContact() const { return table->currentRow() ? table->currentRow()->contactName : QString(); }
};

} // namespace

class TestNotificationsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsArrivals()
    {
        Fixture f;
        f.arrive(1, 2);
        QTRY_COMPARE(f.rows(), 2);
        QCOMPARE(f.contact(0), QStringLiteral("Contact 2"));
    }

    void ofALongHistoryTheNewestRowsAreShownAndOlderOnesAreSearched()
    {
        constexpr int kKept = 500, kOlder = 100;
        OpenHistory history;
        QList<ImportedRow> rows;
        for (qint64 id = 1; id <= kKept + kOlder; ++id)
            rows.append({makeRow(id, id <= 3 ? "SMS" : "RCS")});
        QVERIFY(settled(history.store->writer().importRows(rows)));
        NotificationsPage page(history.clock);
        page.resize(900, 400);
        page.show();
        page.open(history.access, history.lookups, kKept);
        auto *older = page.findChild<QPushButton *>(QStringLiteral("searchOlder"));
        auto *count = page.findChild<QLabel *>(QStringLiteral("rowCountText"));
        QTRY_VERIFY(older->isVisible());
        QCOMPARE(page.model()->rowCount(), kKept);
        QCOMPARE(count->text(), QStringLiteral("The newest 500"));
        page.filterField()->setText(QStringLiteral("channel:SMS"));
        auto *empty = page.findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->actionButton()->text(), QStringLiteral("Search older"));
        empty->actionButton()->click();
        QTRY_COMPARE(page.model()->rowCount(), 3);
        QTRY_VERIFY(!older->isVisible());
        page.filterField()->clear();
        QTRY_COMPARE(page.model()->rowCount(), kKept);
        QTRY_VERIFY(older->isVisible());
        older->click();
        QTRY_COMPARE(page.model()->rowCount(), kKept + kOlder);
        QTRY_VERIFY(!older->isVisible());
    }

    void pauseFreezesTheTableAndCounts()
    {
        Fixture f;
        f.arrive(1, 2);
        QTRY_COMPARE(f.rows(), 2);
        auto *pause = f.page.findChild<QPushButton *>(QStringLiteral("pause"));
        QCOMPARE(pause->accessibleName(), QStringLiteral("Pause"));
        pause->click();
        f.arrive(3, 5);
        auto *chip = f.page.findChild<QWidget *>(QStringLiteral("liveChip"));
        QTRY_VERIFY(chip->accessibleName().contains(QStringLiteral("3 new")));
        QCOMPARE(f.rows(), 2);
        pause->click();
        QTRY_COMPARE(f.rows(), 5);
        QCOMPARE(chip->accessibleName(), QStringLiteral("Live"));
    }

    void theFilterAppliesAsTypedAndCanBeCleared()
    {
        Fixture f;
        f.arrive(1, 12);
        QTRY_COMPARE(f.rows(), 12);
        QTest::keyClicks(f.page.filterField(), QStringLiteral("contact 12"));
        QTRY_COMPARE(f.rows(), 1);
        QTest::keyClicks(f.page.filterField(), QStringLiteral("zzz"));
        QTRY_COMPARE(f.rows(), 0);
        auto *clear = f.page.findChild<QPushButton *>(QStringLiteral("emptyStateAction"));
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(f.rows(), 12);
    }

    void theSelectionSurvivesArrivalsAndFilters()
    {
        Fixture f;
        f.arrive(1, 5);
        QTRY_COMPARE(f.rows(), 5);
        f.table->selectRow(2);
        QCOMPARE(f.currentContact(), QStringLiteral("Contact 3"));
        f.arrive(6, 9);
        QTRY_COMPARE(f.rows(), 9);
        QCOMPARE(f.currentContact(), QStringLiteral("Contact 3"));
        QCOMPARE(f.table->selectionModel()->selectedRows().size(), 1);
        f.page.filterField()->setText(QStringLiteral("nothing like it"));
        QTRY_COMPARE(f.rows(), 0);
        f.page.filterField()->clear();
        QTRY_COMPARE(f.rows(), 9);
        QCOMPARE(f.currentContact(), QStringLiteral("Contact 3"));
        QCOMPARE(f.table->selectionModel()->selectedRows().size(), 1);
        f.table->sortByColumn(int(NotificationColumn::Identity), Qt::AscendingOrder);
        QTRY_COMPARE(f.contact(0), QStringLiteral("Contact 1"));
        QCOMPARE(f.currentContact(), QStringLiteral("Contact 3"));
        QCOMPARE(f.table->currentIndex().row(), 2);
    }

    void choosingARowTellsIt()
    {
        Fixture f;
        f.arrive(1, 5);
        QTRY_COMPARE(f.rows(), 5);
        QSignalSpy chosen(&f.page, &NotificationsPage::rowChosen);
        f.table->selectRow(0);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<NotificationRow>().id, 5);
        f.arrive(6, 6);
        QTRY_COMPARE(f.rows(), 6);
        QCOMPARE(chosen.size(), 1);
    }

    void whatIsScrolledToStaysAndThePillCounts()
    {
        Fixture f;
        f.arrive(1, 100);
        QTRY_COMPARE(f.rows(), 100);
        QCoreApplication::processEvents();
        f.table->verticalScrollBar()->setValue(640);
        const auto before
            = f.table->indexAt(QPoint(10, 1)).siblingAtColumn(int(NotificationColumn::Contact)).data().toString();
        f.arrive(101, 107);
        QTRY_COMPARE(f.rows(), 107);
        QCOMPARE(f.table->indexAt(QPoint(10, 1)).siblingAtColumn(int(NotificationColumn::Contact)).data().toString(),
                 before);
        auto *pill = f.page.findChild<QPushButton *>(QStringLiteral("newRowsPill"));
        QVERIFY(pill->isVisible());
        QCOMPARE(pill->text(), QStringLiteral("7 new"));
        f.page.findChild<QAbstractButton *>(QStringLiteral("showWaits"))->click();
        QTRY_VERIFY(pill->y() > f.table->mapTo(&f.page, QPoint()).y()); // plots above the table move both
        pill->click();
        QCOMPARE(f.table->verticalScrollBar()->value(), 0);
        QVERIFY(!pill->isVisible());
    }

    void columnsAreMovedSizedAndSortedByKey()
    {
        Fixture f;
        f.arrive(1, 9);
        QTRY_COMPARE(f.rows(), 9);
        f.table->setCurrentIndex(f.table->model()->index(0, int(NotificationColumn::Channel)));
        QTest::keyClick(f.table, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        const int channel = int(NotificationColumn::Channel), contact = int(NotificationColumn::Contact);
        QCOMPARE(f.table->columns()->shown().mid(1, 2), QList<int>({channel, contact}));
        QTest::keyClick(f.table, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.table->columns()->shown().mid(1, 2), QList<int>({contact, channel}));
        const int width = f.table->columnWidth(channel);
        QTest::keyClick(f.table, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(f.table->columnWidth(channel), width + 16);
        f.table->resize(f.table->width() - 60, f.table->height());
        QCOMPARE(f.table->columnWidth(channel), width + 16); // as one that was set by the mouse
        QTest::keyClick(f.table, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.table->notifications().order().column, SortColumn(channel));
        QCOMPARE(f.table->notifications().order().direction, Qt::AscendingOrder);
        QTest::keyClick(f.table, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.table->notifications().order().direction, Qt::DescendingOrder);
        f.table->setCurrentIndex(f.table->model()->index(0, contact));
        QTest::keyClick(f.table, Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(f.table->notifications().order().then.size(), 1);
    }

    void copiesTheSelectedRows()
    {
        Fixture f;
        f.arrive(1, 3);
        QTRY_COMPARE(f.rows(), 3);
        f.table->selectAll();
        QTest::keyClick(f.table, Qt::Key_C, Qt::ControlModifier);
        const auto lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.first().contains(QStringLiteral("\tContact 3\tRCS\t46700000003\tFull")));
    }

    void copiesTheSelectedRowsInOtherFormats()
    {
        Fixture f;
        f.arrive(1, 3);
        QTRY_COMPARE(f.rows(), 3);
        f.table->selectAll();
        const auto copied = [&](CopyFormat format) {
            f.table->copyRows(format);
            return QGuiApplication::clipboard()->text();
        };
        const QJsonArray rows = QJsonDocument::fromJson(copied(CopyFormat::Json).toUtf8()).array();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first().toObject().value(QLatin1String("identity")).toString(), QStringLiteral("46700000003"));
        const QStringList markdown = copied(CopyFormat::Markdown).split(QLatin1Char('\n'));
        QCOMPARE(markdown.size(), 5);
        QVERIFY(markdown.at(0).startsWith(QLatin1String("| Received | Contact |")));
        QVERIFY(markdown.at(2).contains(QLatin1String("| Contact 3 | RCS |")));
        const QStringList csv = copied(CopyFormat::Csv).split(QLatin1Char('\n'));
        QCOMPARE(csv.size(), 4);
        QVERIFY(csv.first().startsWith(QLatin1String("received_at,")));
        QVERIFY(csv.at(1).contains(QLatin1String("RCS,46700000003,CAPABILITY_FULL")));
    }

    void theSharesCountByChannelAndFilter()
    {
        Fixture f;
        HistoryBatch batch;
        batch.added = {makeRow(1, "RCS"), makeRow(2, "RCS", "NO_CAPABILITY"), makeRow(3, "SMS")};
        Q_EMIT f.history.lookups.historyChanged(batch);
        QTRY_VERIFY(f.page.findChild<QAbstractButton *>(QStringLiteral("share-RCS")));
        auto *rcs = f.page.findChild<QAbstractButton *>(QStringLiteral("share-RCS"));
        QVERIFY(rcs->accessibleDescription().contains(QStringLiteral("1 Full, 1 None")));
        rcs->click();
        QCOMPARE(f.page.filterField()->text(), QStringLiteral("channel:RCS"));
        QTRY_COMPARE(f.rows(), 2);
        f.page.findChild<QAbstractButton *>(QStringLiteral("share-SMS"))->click();
        QCOMPARE(f.page.filterField()->text(), QStringLiteral("channel:RCS,SMS"));
        QTRY_COMPARE(f.rows(), 3);
        rcs->click();
        QCOMPARE(f.page.filterField()->text(), QStringLiteral("channel:SMS"));
        QTRY_COMPARE(f.rows(), 1);
    }

    void theCapabilityStaysInSightWhereThereIsLittleRoom()
    {
        Fixture f;
        f.page.resize(560, 400);
        f.arrive(1, 1);
        QTRY_COMPARE(f.rows(), 1);
        const int column = int(NotificationColumn::Capability);
        QTRY_VERIFY(f.table->columnViewportPosition(column) + f.table->columnWidth(column)
                    <= f.table->viewport()->width());
    }

    void shiftSortsByAFurtherColumn()
    {
        Fixture f;
        HistoryBatch batch;
        batch.added = {makeRow(1, "SMS"), makeRow(2, "RCS"), makeRow(3, "SMS"), makeRow(4, "RCS")};
        Q_EMIT f.history.lookups.historyChanged(batch);
        QTRY_COMPARE(f.rows(), 4);
        auto *header = f.table->horizontalHeader();
        const auto press = [&](NotificationColumn column, Qt::KeyboardModifiers modifiers) {
            const QPoint place(header->sectionViewportPosition(int(column)) + 20, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, place);
        };
        const auto shown = [&] {
            QStringList names;
            for (int row = 0; row < f.rows(); ++row)
                names += f.contact(row).right(1);
            return names.join(QString());
        };
        press(NotificationColumn::Channel, Qt::NoModifier);
        QTRY_COMPARE(shown(), QStringLiteral("4231"));
        press(NotificationColumn::Contact, Qt::ShiftModifier);
        QTRY_COMPARE(shown(), QStringLiteral("2413"));
        QCOMPARE(header->sortIndicatorSection(), int(NotificationColumn::Channel));
        QVERIFY(
            f.table->model()->headerData(int(NotificationColumn::Contact), Qt::Horizontal).toString().contains(u'2'));
        press(NotificationColumn::Contact, Qt::ShiftModifier);
        QTRY_COMPARE(shown(), QStringLiteral("4231"));
        press(NotificationColumn::Contact, Qt::NoModifier);
        QTRY_COMPARE(shown(), QStringLiteral("1234"));
        QCOMPARE(f.table->model()->headerData(int(NotificationColumn::Channel), Qt::Horizontal).toString(),
                 QStringLiteral("Channel"));
    }

    void aViewWithANameShowsItsFilterColumnsAndOrderAgain()
    {
        Fixture f;
        QTemporaryDir folder;
        f.page.savedViews()->useFolder(folder.path());
        f.arrive(1, 12);
        QTRY_COMPARE(f.rows(), 12);
        f.page.savedViews()->keep({QStringLiteral("Ones"),
                                   QStringLiteral("contact:\"contact 1\""),
                                   {QStringLiteral("latency"), QStringLiteral("contact"), QStringLiteral("unheard")},
                                   QStringLiteral("identity"),
                                   false});
        NotificationsPage next(f.history.clock);
        next.savedViews()->useFolder(folder.path());
        QCOMPARE(next.savedViews()->views(), f.page.savedViews()->views());
        QMenu menu;
        f.page.savedViews()->fillMenu(&menu);
        QCOMPARE(menu.actions().constFirst()->text(), QStringLiteral("Ones"));
        menu.actions().constFirst()->trigger();
        QTRY_COMPARE(f.rows(), 4);
        QTRY_COMPARE(f.contact(0), QStringLiteral("Contact 1"));
        QCOMPARE(f.table->columns()->shown(),
                 QList<int>({int(NotificationColumn::Latency), int(NotificationColumn::Contact)}));
        QCOMPARE(f.page.filterField()->text(), QStringLiteral("contact:\"contact 1\""));
        f.page.savedViews()->remove(QStringLiteral("Ones"));
        QVERIFY(SavedViewStore(folder.path()).load().isEmpty());
    }

    void aViewKeepsAllColumnsThatRowsAreSortedBy()
    {
        Fixture f;
        f.arrive(1, 12);
        QTRY_COMPARE(f.rows(), 12);
        SavedView view {QStringLiteral("Sorted"), {}, {QStringLiteral("contact")}, QStringLiteral("contact"), false};
        view.thenBy = {{QStringLiteral("latency"), true}, {QStringLiteral("unheard"), false}};
        f.page.savedViews()->keep(view);
        QMenu menu;
        f.page.savedViews()->fillMenu(&menu);
        menu.actions().constFirst()->trigger();
        const SortOrder wanted {SortColumn::Contact, Qt::AscendingOrder, {{SortColumn::Latency, Qt::DescendingOrder}}};
        QCOMPARE(f.page.model()->order(), wanted);
        QCOMPARE(f.page.model()->history().sortOrder(), wanted);
    }

    void aLayoutOfBeforeTheNewestColumnsDoesNotShowThem()
    {
        Fixture f;
        f.table->setColumnHidden(int(NotificationColumn::Tags), false);
        QByteArray header = f.table->horizontalHeader()->saveState();
        QByteArray state;
        QDataStream(&state, QIODevice::WriteOnly) << false << header;
        f.table->columns()->restore(state);
        QVERIFY(!f.table->columns()->shown().contains(int(NotificationColumn::Tags)));
    }

    void theLayoutComesBack()
    {
        Fixture f;
        f.table->setColumnHidden(int(NotificationColumn::Latency), false);
        f.page.filterField()->setText(QStringLiteral("rcs"));
        NotificationsPage other(f.history.clock);
        other.restoreState(f.page.saveState());
        QVERIFY(other.table()->columns()->shown().contains(int(NotificationColumn::Latency)));
        QCOMPARE(other.filterField()->text(), QStringLiteral("rcs"));
    }
};

QTEST_MAIN(TestNotificationsPage)
#include "tst_notifications_page.moc"

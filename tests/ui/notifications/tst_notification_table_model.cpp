// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visible_text.h"
#include "notification_rows.h"
#include "open_history.h"
#include "support/model_text.h"
#include "ui/notifications/notification_table_model.h"
#include "ui/notifications/row_markers.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace console;

namespace {

struct Fixture
{
    OpenHistory history;
    NotificationTableModel model {history.clock};
    QAbstractItemModelTester tester {&model};

    Fixture() { model.history().start(history.access.path()); }
    void arrive(const HistoryBatch &batch) { model.history().apply(batch); }
};

QList<int> columns(std::initializer_list<NotificationColumn> wanted)
{
    QList<int> numbers;
    for (const auto column : wanted)
        numbers += int(column);
    return numbers;
}

QStringList contacts(const NotificationTableModel &model)
{
    return modelText(model, columns({NotificationColumn::Contact}));
}

QStringList contacts(std::initializer_list<int> numbers)
{
    QStringList names;
    for (const int number : numbers)
        names += QStringLiteral("Contact %1").arg(number);
    return names;
}

/// With lines of gaps where the number is nought or less.
QStringList contacts(std::initializer_list<int> numbers, const char *gap, const char *otherGap)
{
    QStringList lines;
    for (const int number : numbers)
        lines += number > 0 ? QStringLiteral("Contact %1").arg(number) : QLatin1String(number == 0 ? gap : otherGap);
    return lines;
}

ReceiverGap gapAfter(qint64 id)
{
    ReceiverGap gap;
    gap.afterId = id;
    return gap;
}

} // namespace

class TestNotificationTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfTheSandboxAreMarkedAmongThoseOfOthers()
    {
        Fixture f;
        f.model.setSandbox(*ProjectId::parse(QStringLiteral("sandbox")));
        NotificationRow own = makeRow(1), live = makeRow(2);
        own.projectId = QStringLiteral("sandbox");
        live.projectId = QStringLiteral("project");
        f.arrive(addedBatch(own));
        QTRY_COMPARE(f.model.rowCount(), 1);
        const auto cell = [&f](int row, NotificationColumn column) { return f.model.index(row, int(column)); };
        QVERIFY(!cell(0, NotificationColumn::Contact).data(Qt::DecorationRole).isValid()); // nothing to tell it from
        f.arrive(addedBatch(live));
        QTRY_COMPARE(f.model.rowCount(), 2);
        QVERIFY(!cell(0, NotificationColumn::Contact).data(Qt::DecorationRole).isValid());
        QVERIFY(cell(1, NotificationColumn::Contact).data(Qt::DecorationRole).isValid());
        QVERIFY(cell(1, NotificationColumn::Contact)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(QLatin1String("Contact 1\n")));
        for (const auto column : {NotificationColumn::Contact, NotificationColumn::Received})
            QVERIFY(cell(1, column).data(Qt::AccessibleDescriptionRole).toString().contains(QLatin1String("sandbox")));
        QVERIFY(cell(0, NotificationColumn::Contact).data(Qt::AccessibleDescriptionRole).toString().isEmpty());
    }

    void showsTheNewestRowFirst()
    {
        Fixture f;
        f.arrive(makeBatch(1, 3));
        QTRY_COMPARE(f.model.rowCount(), 3);
        QCOMPARE(modelText(f.model, columns({NotificationColumn::Contact, NotificationColumn::Channel})),
                 QStringList({QStringLiteral("Contact 3 | RCS"), QStringLiteral("Contact 2 | RCS"),
                              QStringLiteral("Contact 1 | RCS")}));
    }

    void arrivalsAreToldAtTheBottomAndIndexesMoveAlong()
    {
        Fixture f;
        f.arrive(makeBatch(1, 2));
        QTRY_COMPARE(f.model.rowCount(), 2);
        const QPersistentModelIndex first(f.model.index(1, int(NotificationColumn::Contact)));
        const QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&f.model, &QAbstractItemModel::rowsInserted);
        f.arrive(makeBatch(3, 5));
        QTRY_COMPARE(f.model.rowCount(), 5);
        QCOMPARE(inserts.first().at(1).toInt(), 2);
        QCOMPARE(first.row(), 4);
        QCOMPARE(first.data().toString(), QStringLiteral("Contact 1"));
        QCOMPARE(contacts(f.model), contacts({5, 4, 3, 2, 1}));
        QCOMPARE(resets.size(), 0);
    }

    void aRowThatFitsNoMoreGoesAndOneThatFitsNowComesInBetween()
    {
        Fixture f;
        f.arrive(makeBatch(1, 5));
        QTRY_COMPARE(f.model.rowCount(), 5);
        QVERIFY(!f.model.history().setFilter(QStringLiteral("retries:0")));
        QTRY_VERIFY(f.model.history().isSettled());
        QCOMPARE(f.model.rowCount(), 5);
        auto row = makeRow(3);
        row.retries = 1;
        f.arrive(changedBatch(row));
        QTRY_COMPARE(contacts(f.model), contacts({5, 4, 2, 1}));
        row.retries = 0;
        f.arrive(changedBatch(row));
        QTRY_COMPARE(contacts(f.model), contacts({5, 4, 3, 2, 1}));
    }

    void aGapHasALineOfItsOwnThatMovesWithItsRows_data()
    {
        QTest::addColumn<int>("order");
        QTest::newRow("newest first") << int(Qt::DescendingOrder);
        QTest::newRow("oldest first") << int(Qt::AscendingOrder);
    }
    void aGapHasALineOfItsOwnThatMovesWithItsRows()
    {
        QFETCH(int, order);
        const auto inOrder = [order](QStringList lines) {
            if (order == Qt::AscendingOrder)
                std::reverse(lines.begin(), lines.end());
            return lines;
        };
        Fixture f;
        f.model.setGapTeller([](const QList<ReceiverGap> &gaps) {
            return GapStory {QStringLiteral("gap after %1").arg(gaps.last().afterId), {}, {}, false};
        });
        f.model.sort(int(NotificationColumn::Received), Qt::SortOrder(order));
        f.arrive(makeBatch(1, 3));
        QTRY_COMPARE(f.model.rowCount(), 3);
        f.model.setGaps({gapAfter(3), gapAfter(1)});
        QCOMPARE(contacts(f.model), inOrder(contacts({0, 3, 2, -1, 1}, "gap after 3", "gap after 1")));
        const int top = order == Qt::DescendingOrder ? 0 : 4;
        QCOMPARE(f.model.idAt(top), 0);
        QVERIFY(f.model.isGap(top));
        QVERIFY(!(f.model.flags(f.model.index(top, 0)) & Qt::ItemIsSelectable));
        const QPersistentModelIndex gap(f.model.index(top, int(NotificationColumn::Contact)));
        const QPersistentModelIndex row(f.model.index(*f.model.rowOf(2), int(NotificationColumn::Contact)));
        f.arrive(makeBatch(4, 5));
        QTRY_COMPARE(contacts(f.model), inOrder(contacts({5, 4, 0, 3, 2, -1, 1}, "gap after 3", "gap after 1")));
        QCOMPARE(gap.data().toString(), QStringLiteral("gap after 3"));
        QCOMPARE(row.data().toString(), QStringLiteral("Contact 2"));
        f.model.sort(int(NotificationColumn::Contact), Qt::AscendingOrder);
        QTRY_COMPARE(contacts(f.model), contacts({1, 2, 3, 4, 5}));
        QVERIFY(!f.model.hasGapLines());
        f.model.sort(int(NotificationColumn::Received), Qt::SortOrder(order));
        QTRY_COMPARE(f.model.rowCount(), 7);
        f.model.setGroupKey(GroupKey::Channel);
        QTRY_VERIFY(f.model.headAt(0));
        QCOMPARE(f.model.rowCount(), 1);
        QVERIFY(!f.model.isGap(0));
    }

    void rowsComeAndGoAroundAGap()
    {
        Fixture f;
        f.arrive(makeBatch(1, 5));
        f.model.setGaps({gapAfter(2)});
        QTRY_COMPARE(f.model.rowCount(), 6);
        QVERIFY(!f.model.history().setFilter(QStringLiteral("retries:0")));
        QTRY_VERIFY(f.model.history().isSettled());
        auto row = makeRow(3);
        row.retries = 1;
        f.arrive(changedBatch(row));
        QTRY_COMPARE(f.model.rowCount(), 5);
        QVERIFY(f.model.isGap(2));
        row.retries = 0;
        f.arrive(changedBatch(row));
        QTRY_COMPARE(f.model.rowCount(), 6);
        QVERIFY(f.model.isGap(3));
        QCOMPARE(f.model.rowOf(3), 2);
        QVERIFY(!f.model.history().setFilter(QStringLiteral("channel:SMS")));
        QTRY_COMPARE(f.model.rowCount(), 0); // nothing that it could stand between
    }

    void textsFromOutsideCannotHideAnything()
    {
        const QString evil = QStringLiteral("\u202E<b>x</b>\x1b[2J\n=cmd()");
        NotificationRow row = makeRow(1);
        row.contactName = row.requestId = row.projectId = row.appId = evil;
        row.address = {ChannelName::fromText(evil), evil};
        row.status = CapabilityStatus::fromText(evil);
        row.channelCapabilities = {evil};
        row.reason.description = evil;
        Fixture f;
        f.arrive(addedBatch(row));
        QTRY_COMPARE(f.model.rowCount(), 1);
        const auto &model = f.model;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString shown = model.index(0, column).data().toString();
            QCOMPARE(visibleLine(shown), shown); // nothing is left to be marked
            const QString tip = model.index(0, column).data(Qt::ToolTipRole).toString();
            QCOMPARE(visibleText(tip), tip);
        }
        QCOMPARE(model.index(0, int(NotificationColumn::Reason)).data().toString(),
                 QStringLiteral("⟨U+202E⟩<b>x</b>␛[2J␊=cmd()"));
    }

    void oddCallbacksAreMarked()
    {
        NotificationRow row = makeRow(1);
        QVERIFY(markersText(row).isEmpty());
        row.repeatsMembers = true;
        QVERIFY(markersText(row).contains(QStringLiteral("twice")));
        row.isSignedWithPrevious = true;
        QCOMPARE(markersOf(row).size(), 2);
        QVERIFY(markersText(row).contains(QStringLiteral("previous")));
    }

    void aRetryChangesItsRow()
    {
        Fixture f;
        f.arrive(makeBatch(1, 3));
        QTRY_COMPARE(f.model.rowCount(), 3);
        QSignalSpy changes(&f.model, &QAbstractItemModel::dataChanged);
        HistoryBatch retry;
        retry.changed.append(makeRow(1));
        retry.changed.first().retries = 2;
        f.arrive(retry);
        QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().toModelIndex().row(), 2);
        QCOMPARE(f.model.find(1)->retries, 2);
        const auto cell = f.model.index(2, int(NotificationColumn::Capability));
        QVERIFY(cell.data(NotificationTableModel::MarkersRole).toString().contains(QStringLiteral("2 times")));
    }

    void aFilterChangesTheRowsAndKnowsThoseItHides()
    {
        Fixture f;
        f.arrive(makeBatch(1, 12));
        QTRY_COMPARE(f.model.rowCount(), 12);
        QSignalSpy replaced(&f.model, &NotificationTableModel::rowsReplaced);
        QVERIFY(!f.model.history().setFilter(QStringLiteral("contact:\"contact 1\"")));
        QTRY_COMPARE(contacts(f.model), contacts({12, 11, 10, 1}));
        QCOMPARE(replaced.first().first().value<NotificationTableModel::Replacement>(),
                 NotificationTableModel::Replacement::OtherRows);
        QCOMPARE(f.model.find(5)->contactName, QStringLiteral("Contact 5"));
        QVERIFY(!f.model.find(13));
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
        Fixture f;
        f.arrive(addedBatch(row));
        QTRY_COMPARE(f.model.rowCount(), 1);
        const auto cell = f.model.index(0, int(NotificationColumn::Capability));
        QVERIFY(cell.data(NotificationTableModel::MarkersRole).toString().contains(word));
        QVERIFY(cell.data(Qt::AccessibleDescriptionRole).toString().contains(word));
    }

    void pinTagsAndNoteAreSeenAtTheRowAsSoonAsTheyAreThere()
    {
        Fixture f;
        f.arrive(makeBatch(1, 2));
        QTRY_COMPARE(f.model.rowCount(), 2);
        const auto tags = f.model.index(1, int(NotificationColumn::Tags));
        QCOMPARE(tags.data().toString(), QStringLiteral("–"));
        NotificationRow row = makeRow(1);
        row.annotation = {true, {QStringLiteral("case-17"), QStringLiteral("vip")}, QStringLiteral("called back")};
        f.arrive(changedBatch(row));
        QTRY_COMPARE(tags.data().toString(), QStringLiteral("case-17 vip"));
        QCOMPARE(tags.data(Qt::ToolTipRole).toString(), QStringLiteral("called back"));
        QList<Icon> icons;
        for (const RowMarker &marker : markersOf(row))
            icons.append(marker.icon);
        QCOMPARE(icons, QList<Icon>({Icon::Pin, Icon::Tag, Icon::MessageSquareText})); // told apart without colour
    }

    void namesProjectsAndApps()
    {
        Fixture f;
        auto row = makeRow(1);
        row.projectId = QStringLiteral("p1");
        row.appId = QStringLiteral("a1");
        f.arrive(addedBatch(row));
        QTRY_COMPARE(f.model.rowCount(), 1);
        f.model.setNames({{{QStringLiteral("p1"), QStringLiteral("Production")}}, {}});
        QCOMPARE(modelText(f.model, columns({NotificationColumn::Project, NotificationColumn::App})),
                 QStringList(QStringLiteral("Production | a1")));
        QVERIFY(!f.model.history().setFilter(QStringLiteral("project:production")));
        QTRY_VERIFY(f.model.history().isSettled());
        QCOMPARE(f.model.rowCount(), 1);
    }

    void sortsByAColumnAndPutsArrivalsInTheirPlaces()
    {
        Fixture f;
        HistoryBatch batch = makeBatch(1, 3);
        batch.added[0].latency = std::chrono::milliseconds(90'000);
        batch.added[1].latency = std::chrono::milliseconds(900);
        f.arrive(batch);
        QTRY_COMPARE(f.model.rowCount(), 3);
        f.model.sort(int(NotificationColumn::Latency), Qt::DescendingOrder);
        QTRY_COMPARE(contacts(f.model), contacts({1, 2, 3}));
        batch = makeBatch(4, 4);
        batch.added[0].latency = std::chrono::milliseconds(5'000);
        f.arrive(batch);
        QTRY_COMPARE(contacts(f.model), contacts({1, 4, 2, 3}));
        f.model.sort(int(NotificationColumn::Received), Qt::AscendingOrder);
        QTRY_COMPARE(contacts(f.model), contacts({1, 2, 3, 4}));
        f.arrive(makeBatch(5, 5));
        QTRY_COMPARE(contacts(f.model), contacts({1, 2, 3, 4, 5}));
    }
};

QTEST_MAIN(TestNotificationTableModel)
#include "tst_notification_table_model.moc"

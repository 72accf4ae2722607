// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_groups.h"
#include "story_history.h"

#include <QTest>

using namespace console;

class TestRowGroups : public QObject
{
    Q_OBJECT

private:
    static QString titleOf(const NotificationRow &row, GroupKey key)
    {
        switch (key) {
        case GroupKey::Contact:
            return row.contactName.isEmpty() ? row.contactId : row.contactName;
        case GroupKey::Lookup:
            return row.requestId;
        case GroupKey::Channel:
            return row.address.channel.raw;
        case GroupKey::Status:
            return row.status.raw;
        case GroupKey::None:
            break;
        }
        return {};
    }

private Q_SLOTS:
    void eachGroupHoldsTheRowsThatShareItsTitle_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("contact") << int(GroupKey::Contact);
        QTest::newRow("lookup") << int(GroupKey::Lookup);
        QTest::newRow("channel") << int(GroupKey::Channel);
        QTest::newRow("capability") << int(GroupKey::Status);
    }
    void eachGroupHoldsTheRowsThatShareItsTitle()
    {
        QFETCH(const int, key);
        StoryHistory history(150);
        HistoryView view(history.clock);
        view.start(history.file.path());
        QTRY_COMPARE(view.count(), history.rows().size());
        view.setSort(RowGroups::columnOf(GroupKey(key)), Qt::AscendingOrder);
        QTRY_VERIFY(view.isSettled());
        RowGroups groups {GroupKey(key)};
        groups.rebuild(view);
        QMap<QString, int> counts;
        for (const NotificationRow &row : history.rows())
            ++counts[titleOf(row, GroupKey(key)).toCaseFolded()];
        QCOMPARE(groups.groupCount(), counts.size());
        QCOMPARE(groups.lineCount(), counts.size());
        for (int i = 0; i < groups.groupCount(); ++i)
            QCOMPARE(groups.rowCount(i), counts.value(groups.title(i).toCaseFolded()));

        const int middle = groups.groupCount() / 2;
        groups.toggle(middle);
        const int opened = groups.rowCount(middle);
        const QString title = groups.title(middle).toCaseFolded();
        QCOMPARE(groups.lineCount(), counts.size() + opened);
        for (int i = 0; i < opened; ++i) {
            const auto line = groups.lineAt(groups.headLine(middle) + 1 + i);
            QCOMPARE(line.group, middle);
            QCOMPARE(*line.row, groups.firstRow(middle) + i);
            QCOMPARE(groups.lineOf(*line.row), std::optional(groups.headLine(middle) + 1 + i));
            QCOMPARE(titleOf(view.row(view.idAt(*line.row)), GroupKey(key)).toCaseFolded(), title);
        }
        QVERIFY(!groups.lineAt(groups.headLine(middle)).row);
        QVERIFY(middle == 0 || !groups.lineOf(0));
        groups.rebuild(view);
        QVERIFY(groups.isOpen(middle));
        groups.toggle(middle);
        QCOMPARE(groups.lineCount(), groups.groupCount());
    }
};

QTEST_GUILESS_MAIN(TestRowGroups)
#include "tst_row_groups.moc"

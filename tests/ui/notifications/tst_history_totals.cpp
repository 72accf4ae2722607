// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification_rows.h"
#include "open_history.h"
#include "ui/notifications/history_totals.h"

#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestHistoryTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyCommitsAreToldTogether()
    {
        OpenHistory history;
        HistoryTotals totals;
        QSignalSpy changed(&totals, &HistoryTotals::changed);
        totals.follow(history.access, history.lookups);
        QVERIFY(changed.wait()); // counted
        changed.clear();

        constexpr int kCommits = 200;
        for (int id = 1; id <= kCommits; ++id)
            Q_EMIT history.lookups.historyChanged(addedBatch(makeRow(id)));
        QVERIFY(changed.size() <= 1);
        QCOMPARE(totals.counts().notifications, kCommits);
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(changed.size() <= 2);
    }

    void aCommitJustAfterWhatWasToldIsToldALittleLater()
    {
        OpenHistory history;
        HistoryTotals totals;
        QSignalSpy changed(&totals, &HistoryTotals::changed);
        totals.follow(history.access, history.lookups);
        QVERIFY(changed.wait());
        changed.clear();
        Q_EMIT history.lookups.historyChanged(addedBatch(makeRow(1)));
        QCOMPARE(changed.size(), 0);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(totals.counts().notifications, 1);
    }
};

QTEST_MAIN(TestHistoryTotals)
#include "tst_history_totals.moc"

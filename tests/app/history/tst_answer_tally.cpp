// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/answer_tally.h"
#include "story_history.h"

#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestAnswerTally : public QObject
{
    Q_OBJECT

private:
    /// "RCS CAPABILITY_FULL" → rows
    static QMap<QString, int> counted(AnswerTally &tally)
    {
        QMap<QString, int> rows;
        for (const auto &count : tally.counts()) {
            if (count.rows > 0)
                rows[count.channel.raw + QLatin1Char(' ') + count.status.raw] += count.rows;
        }
        return rows;
    }
    static QMap<QString, int> shown(const HistoryView &view)
    {
        QMap<QString, int> rows;
        for (int i = 0; i < view.count(); ++i) {
            const NotificationRow row = view.row(view.idAt(i));
            ++rows[row.address.channel.raw + QLatin1Char(' ') + row.status.raw];
        }
        return rows;
    }

private Q_SLOTS:
    void countsWhatIsShown_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("column");
        QTest::newRow("all rows") << QString() << int(SortColumn::Received);
        QTest::newRow("some") << QStringLiteral("channel:RCS,SMS") << int(SortColumn::Received);
        QTest::newRow("none") << QStringLiteral("channel:NOBODY") << int(SortColumn::Received);
        QTest::newRow("in the order of a column") << QStringLiteral("not status:full") << int(SortColumn::Contact);
    }
    void countsWhatIsShown()
    {
        QFETCH(const QString, filter);
        QFETCH(const int, column);
        StoryHistory history(150);
        HistoryView view(history.clock);
        AnswerTally tally(view);
        QSignalSpy changes(&tally, &AnswerTally::changed);
        view.start(history.file.path());
        QTRY_COMPARE(view.loadedCount(), history.rows().size());
        QCOMPARE(counted(tally), shown(view));
        QVERIFY(!view.setFilter(filter));
        view.setSort(SortColumn(column), Qt::AscendingOrder);
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(counted(tally), shown(view));
        changes.clear();
        view.apply(history.tell(30));
        QTRY_COMPARE(view.loadedCount(), history.rows().size());
        QTRY_COMPARE(changes.isEmpty(), view.count() == 0);
        QTRY_VERIFY(view.isSettled());
        QCOMPARE(counted(tally), shown(view));
    }
};

QTEST_GUILESS_MAIN(TestAnswerTally)
#include "tst_answer_tally.moc"

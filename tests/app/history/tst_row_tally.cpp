// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_tally.h"
#include "story_history.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace console;

class TestRowTally : public QObject
{
    Q_OBJECT

private:
    /// "RCS CAPABILITY_FULL" → rows
    static QMap<QString, int> counted(RowTally &tally)
    {
        QMap<QString, int> rows;
        for (const auto &channel : tally.channels()) {
            for (const auto &[status, count] : channel.rows)
                rows[channel.name.raw + QLatin1Char(' ') + status.raw] += count;
        }
        return rows;
    }
    static QMap<qint64, int> minutes(const RowTally::Arrivals &arrivals)
    {
        QMap<qint64, int> rows;
        for (size_t i = 0; i < arrivals.rows.size(); ++i) {
            if (arrivals.rows[i] > 0)
                rows[arrivals.firstMinute + qint64(i) * arrivals.minutes] = arrivals.rows[i];
        }
        return rows;
    }
    static QMap<qint64, int> minutesShown(const HistoryView &view)
    {
        QMap<qint64, int> rows;
        for (int i = 0; i < view.count(); ++i)
            ++rows[toMilliseconds(view.row(view.idAt(i)).receivedAt) / 60'000];
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
        RowTally tally(view);
        QSignalSpy changes(&tally, &RowTally::changed);
        view.start(history.file.path());
        QTRY_COMPARE(view.count(), history.rows().size());
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
        QTRY_COMPARE(counted(tally), shown(view));
        constexpr int kAllMinutes = 1'000'000;
        QCOMPARE(minutes(tally.arrivals(kAllMinutes)), minutesShown(view));
    }

    void spansOfTimeHoldEveryRow()
    {
        StoryHistory history(100);
        HistoryView view(history.clock);
        RowTally tally(view);
        QVERIFY(tally.arrivals(10).rows.empty());
        view.start(history.file.path());
        QTRY_COMPARE(view.count(), history.rows().size());
        const auto arrivals = tally.arrivals(10);
        QVERIFY(arrivals.rows.size() <= 10);
        QCOMPARE(std::accumulate(arrivals.rows.begin(), arrivals.rows.end(), 0), view.count());
        QVERIFY(arrivals.rows.front() > 0);
        QVERIFY(arrivals.rows.back() > 0);
    }

    void eachSpanOfWaitsHoldsWhatAFilterFinds()
    {
        StoryHistory history(60);
        HistoryView view(history.clock);
        RowTally tally(view);
        view.start(history.file.path());
        QTRY_COMPARE(view.count(), history.rows().size());
        const auto channels = tally.channels();
        QVERIFY(!channels.isEmpty());
        for (const auto &channel : channels) {
            for (size_t span = 0; span < channel.waits.size(); ++span) {
                const auto from = RowTally::startOfWait(span), to = RowTally::startOfWait(span + 1);
                const auto rows = history.rows();
                const auto found = std::count_if(rows.begin(), rows.end(), [&](const NotificationRow &row) {
                    return row.address.channel.raw == channel.name.raw && row.latency && *row.latency >= from
                        && *row.latency < to;
                });
                QCOMPARE(channel.waits[span], int(found));
            }
        }
    }

    void waitsAreToldWithinThreePercent()
    {
        StoryHistory history(150);
        HistoryView view(history.clock);
        RowTally tally(view);
        view.start(history.file.path());
        QTRY_COMPARE(view.count(), history.rows().size());
        QHash<QString, std::vector<qint64>> waits;
        for (const NotificationRow &row : history.rows()) {
            if (row.latency)
                waits[row.address.channel.raw].push_back(row.latency->count());
        }
        for (const auto &channel : tally.channels()) {
            auto &exact = waits[channel.name.raw];
            QCOMPARE(channel.median.has_value(), !exact.empty());
            if (exact.empty())
                continue;
            std::sort(exact.begin(), exact.end());
            const auto isNear = [&](std::chrono::milliseconds told, double share) {
                const auto place = size_t(std::ceil(share * double(exact.size()))) - 1;
                return std::abs(double(told.count() - exact[place])) <= 0.03 * double(exact[place]) + 1;
            };
            QVERIFY(isNear(*channel.median, 0.5));
            QVERIFY(isNear(*channel.slow, 0.95));
        }
    }
};

QTEST_GUILESS_MAIN(TestRowTally)
#include "tst_row_tally.moc"

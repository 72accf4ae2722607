// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/gap_lines.h"
#include "story_history.h"

#include <QElapsedTimer>
#include <QTest>

using namespace console;

namespace {

ReceiverGap gapAfter(qint64 id)
{
    ReceiverGap gap;
    gap.afterId = id;
    return gap;
}

/// What stands in the lines: ids of rows, and of gaps minus the id that they stand after.
QList<qint64> linesOf(const GapLines &lines, const HistoryView &view)
{
    QList<qint64> shown;
    for (int line = 0; line < view.count() + lines.count(); ++line) {
        const auto gaps = lines.at(line);
        shown.append(gaps.isEmpty() ? view.idAt(lines.rowAt(line)) : -gaps.last().afterId);
        if (gaps.isEmpty() && lines.lineOf(lines.rowAt(line)) != line)
            return {};
    }
    return shown;
}

} // namespace

class TestGapLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_history = std::make_unique<StoryHistory>(100); }
    void cleanupTestCase() { m_history.reset(); }

    void eachGapStandsBetweenItsRowsInBothOrders()
    {
        HistoryView view(m_history->clock);
        view.start(m_history->file.path());
        const auto rows = m_history->rows();
        QTRY_COMPARE(view.count(), rows.size());
        QTRY_VERIFY(view.isWhole());
        GapLines lines;
        lines.setGaps({gapAfter(50), gapAfter(0), gapAfter(7), gapAfter(rows.size())});
        QVERIFY(lines.place(view));
        QVERIFY(!lines.place(view)); // nothing moved
        QList<qint64> expected {-qint64(rows.size())};
        for (qint64 id = rows.size(); id >= 1; --id) {
            if (id == 50 || id == 7)
                expected.append(-id);
            expected.append(id);
        }
        expected.append(0);
        QCOMPARE(linesOf(lines, view), expected);

        view.setSort(SortColumn::Received, Qt::AscendingOrder);
        QVERIFY(lines.place(view));
        std::reverse(expected.begin(), expected.end());
        QCOMPARE(linesOf(lines, view), expected);
    }

    void thoseWithoutARowBetweenThemShareALine()
    {
        HistoryView view(m_history->clock);
        view.start(m_history->file.path());
        QTRY_VERIFY(view.count() > 100 && view.isWhole());
        QVERIFY(!view.setFilter(QStringLiteral("channel:RCS")));
        QTRY_VERIFY(view.isWhole());
        GapLines lines;
        QList<ReceiverGap> gaps;
        for (qint64 id = 1; id <= view.idAt(0); ++id)
            gaps.append(gapAfter(id));
        lines.setGaps(gaps);
        lines.place(view);
        QVERIFY(lines.count() <= view.count() + 1);
        qsizetype told = 0;
        for (int line = 0; line < view.count() + lines.count(); ++line)
            told += lines.at(line).size();
        QCOMPARE(told, gaps.size()); // none is lost
        QVERIFY(!linesOf(lines, view).isEmpty());
    }

    void theOrderOfAColumnHasNone()
    {
        HistoryView view(m_history->clock);
        view.start(m_history->file.path());
        QTRY_VERIFY(view.count() > 100 && view.isWhole());
        view.setSort(SortColumn::Latency, Qt::AscendingOrder);
        QTRY_VERIFY(!view.isShownByArrival());
        GapLines lines;
        lines.setGaps({gapAfter(50)});
        QVERIFY(!lines.place(view));
        QCOMPARE(lines.count(), 0);
        QCOMPARE(lines.rowAt(60), 60);
        QCOMPARE(lines.lineOf(60), 60);
    }

    void noRowsNoLines()
    {
        HistoryView view(m_history->clock);
        GapLines lines;
        lines.setGaps({gapAfter(50)});
        QVERIFY(!lines.place(view));
    }

    void aLineIsFoundInNoTimeAmongAThousandGaps()
    {
        HistoryView view(m_history->clock);
        view.start(m_history->file.path());
        QTRY_VERIFY(view.count() > 100 && view.isWhole());
        GapLines lines;
        QList<ReceiverGap> gaps;
        for (int i = 0; i < 1'000; ++i)
            gaps.append(gapAfter(i));
        lines.setGaps(gaps);
        lines.place(view);
        QElapsedTimer timer;
        timer.start();
        qint64 sum = 0;
        for (int i = 0; i < 100'000; ++i)
            sum += lines.lineOf(i % view.count()) + lines.at(i % view.count()).size();
        QVERIFY(sum > 0);
        QVERIFY2(timer.elapsed() < 1'000,
                 qPrintable(QString::number(timer.elapsed()))); // 10 µs each, on a busy machine
    }

private:
    std::unique_ptr<StoryHistory> m_history;
};

QTEST_GUILESS_MAIN(TestGapLines)
#include "tst_gap_lines.moc"

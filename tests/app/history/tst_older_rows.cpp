// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter_cases.h"
#include "history/history_view.h"
#include "mirror.h"
#include "stored_count.h"
#include "story_history.h"
#include "support/settled.h"

#include <QTest>

using namespace console;

/// A history of which the view keeps a part in memory.
class TestOlderRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_history = std::make_unique<StoryHistory>(180);
        m_view = std::make_unique<HistoryView>(m_history->clock);
        m_mirror = std::make_unique<Mirror>(*m_view);
        connect(m_view.get(), &HistoryView::failed, this,
                [](const Error &error) { qFatal("%s", qPrintable(error.detail)); });
        m_view->start(m_history->file.path(), kKept);
        QTRY_COMPARE(m_view->count(), kKept);
        QTRY_VERIFY(m_view->older().left() > 0);
    }
    void cleanup()
    {
        m_view.reset();
        m_mirror.reset();
        m_history.reset();
    }

    void theNewestRowsAreKept()
    {
        const auto rows = m_history->rows();
        QVERIFY(rows.size() > kKept);
        QCOMPARE(m_view->loadedCount(), kKept);
        QCOMPARE(m_view->older().left(), rows[rows.size() - kKept].id - rows.first().id);
        for (int row = 0; row < kKept; ++row)
            QCOMPARE(m_view->idAt(row), rows[rows.size() - 1 - row].id);
    }

    void olderOnesComeWhenTheyAreAskedFor()
    {
        searchAll();
        const auto rows = m_history->rows();
        QCOMPARE(m_view->count(), rows.size());
        QCOMPARE(m_view->loadedCount(), rows.size());
        for (int row = 0; row < rows.size(); ++row)
            QCOMPARE(m_view->row(m_view->idAt(row)), rows[rows.size() - 1 - row]);
        QCOMPARE(m_mirror->ids, m_mirror->shown());
    }

    void withThemAFilterFindsWhatSqlFinds()
    {
        for (const FilterCase &asked : filterCases()) { // one history for all of them: to make one takes longer
            QVERIFY(!m_view->setFilter(QString::fromUtf8(asked.expression)));
            QVERIFY(comesTrue([this] { return m_view->isSettled(); }));
            searchAll();
            const int counted = int(countWhere(m_history->file, asked.sql));
            QVERIFY2(m_view->count() == counted, asked.expression);
            QCOMPARE(m_mirror->ids, m_mirror->shown());
        }
        m_view->apply(m_history->tell(20)); // and it goes on
        QTRY_COMPARE(m_view->count(), int(countWhere(m_history->file, filterCases().back().sql)));
    }

    void theyAreSortedAmongTheOthers()
    {
        m_view->setSort(SortColumn::Latency, Qt::AscendingOrder);
        QTRY_VERIFY(m_view->isSettled());
        searchAll();
        QTRY_COMPARE(m_view->count(), m_history->rows().size());
        QList<qint64> latencies;
        for (int row = 0; row < m_view->count(); ++row)
            latencies.append(m_view->row(m_view->idAt(row)).latency.value_or(std::chrono::milliseconds::min()).count());
        QVERIFY(std::is_sorted(latencies.begin(), latencies.end()));
    }

    void theyGoWithTheirFilter()
    {
        searchAll();
        const qint64 oldest = m_view->idAt(m_view->count() - 1);
        QVERIFY(!m_view->setFilter(QStringLiteral("channel:RCS,SMS,WHATSAPP")));
        QTRY_COMPARE(m_view->row(oldest).id, 0);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->loadedCount(), kKept);
        QVERIFY(m_view->older().left() > 0);
        QVERIFY(!m_view->setFilter({}));
        QTRY_COMPARE(m_view->count(), kKept);
        searchAll();
        QCOMPARE(m_view->count(), m_history->rows().size());
    }

    void whatChangesOrGoesAmongThemIsShown()
    {
        searchAll();
        HistoryBatch batch;
        NotificationRow row = m_history->rows().first();
        row.annotation.isPinned = true;
        batch.changed = {row};
        m_view->apply(batch);
        QTRY_VERIFY(m_view->row(row.id).annotation.isPinned);
        const int before = m_view->count();
        HistoryBatch removal;
        removal.removed = {row.id};
        m_view->apply(removal);
        QTRY_COMPARE(m_view->count(), before - 1);
        QCOMPARE(m_view->row(row.id).id, 0);
        QCOMPARE(m_mirror->ids, m_mirror->shown());
    }

    void arrivalsPushTheOldestOnesOut()
    {
        NotificationRow row = m_history->rows().last();
        const qint64 lastBefore = row.id;
        HistoryBatch batch;
        for (quint32 i = 0; i < ColumnChunk::kRows + 10'000; ++i) {
            ++row.id;
            batch.added.append(row);
        }
        m_view->apply(batch);
        QTRY_VERIFY(m_view->loadedCount() > kKept && m_view->row(row.id).id == row.id);
        QTRY_VERIFY(m_view->loadedCount() <= kKept + int(ColumnChunk::kRows));
        QVERIFY(m_view->loadedCount() > int(ColumnChunk::kRows) - 10'000); // and no more than that
        QCOMPARE(m_view->count(), int(m_view->loadedCount()));
        QCOMPARE(m_view->idAt(0), row.id);
        QCOMPARE(m_view->row(lastBefore).id, 0);
        QCOMPARE(m_mirror->ids, m_mirror->shown());
        QTRY_COMPARE(m_view->older().left(), m_view->idAt(m_view->count() - 1) - m_history->rows().first().id);
    }

private:
    static constexpr int kKept = ColumnFeed::kFirstRows;

    void searchAll()
    {
        while (m_view->older().left() > 0) {
            const qint64 left = m_view->older().left();
            m_view->searchOlder();
            QVERIFY(comesTrue([this] { return m_view->isSettled(); }));
            QVERIFY(m_view->older().left() < left);
        }
    }

    std::unique_ptr<StoryHistory> m_history;
    std::unique_ptr<HistoryView> m_view;
    std::unique_ptr<Mirror> m_mirror;
};

QTEST_GUILESS_MAIN(TestOlderRows)
#include "tst_older_rows.moc"

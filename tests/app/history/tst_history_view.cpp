// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter_cases.h"
#include "history/history_view.h"
#include "mirror.h"
#include "stored_count.h"
#include "story_history.h"

#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestHistoryView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_history = std::make_unique<StoryHistory>(180); // more rows than are read at first
        m_view = std::make_unique<HistoryView>(m_history->clock);
        m_mirror = std::make_unique<Mirror>(*m_view);
        connect(m_view.get(), &HistoryView::failed, this,
                [](const Error &error) { qFatal("%s", qPrintable(error.detail)); });
    }
    void cleanup()
    {
        m_view.reset();
        m_mirror.reset();
        m_history.reset();
    }

    void showsTheWholeHistoryNewestFirst()
    {
        load();
        const auto rows = m_history->rows();
        QVERIFY(rows.size() > ColumnFeed::kFirstRows);
        QCOMPARE(m_view->count(), rows.size());
        for (int row = 0; row < rows.size(); ++row)
            QCOMPARE(m_view->row(m_view->idAt(row)), rows[rows.size() - 1 - row]);
        QCOMPARE(m_mirror->ids, m_mirror->shown());
        QCOMPARE(m_mirror->resets, 0);
    }

    void anEmptyHistoryIsLoadedAtOnce()
    {
        HistoryFixture empty;
        HistoryView view(empty.clock);
        QSignalSpy progress(&view, &HistoryView::progress);
        view.start(empty.file.path());
        QTRY_COMPARE(progress.size(), 1);
        QCOMPARE(view.count(), 0);
        connect(empty.writer.get(), &HistoryWriter::committed, &view, &HistoryView::apply);
        empty.record(NotificationJson {}.enveloped());
        QTRY_COMPARE(view.count(), 1);
    }

    void aFileThatIsNoHistoryIsSaid()
    {
        HistoryView view(m_history->clock);
        QSignalSpy failed(&view, &HistoryView::failed);
        view.start(QStringLiteral("/nowhere/history.sqlite"));
        QVERIFY(failed.wait());
    }

    void filteredCountsAreThoseOfSqlAfterArrivals_data()
    {
        QTest::addColumn<int>("number");
        for (size_t i = 0; i < filterCases().size(); ++i)
            QTest::newRow(filterCases()[i].expression) << int(i);
    }
    void filteredCountsAreThoseOfSqlAfterArrivals()
    {
        QFETCH(int, number);
        const FilterCase &asked = filterCases()[size_t(number)];
        m_view->start(m_history->file.path());
        QVERIFY(!m_view->setFilter(QString::fromUtf8(asked.expression))); // while it is loading
        for (int i = 0; i < 4; ++i)
            m_view->apply(m_history->tell(20));
        QTRY_COMPARE(m_view->count(), int(countWhere(m_history->file, asked.sql)));
        QTRY_COMPARE(m_view->loadedCount(), countWhere(m_history->file, "1"));
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_mirror->ids, m_mirror->shown());
        QVERIFY(std::is_sorted(m_mirror->ids.rbegin(), m_mirror->ids.rend()));
        QCOMPARE(m_view->count(), int(countWhere(m_history->file, asked.sql)));
    }

    void anInvalidFilterChangesNothing()
    {
        load();
        QVERIFY(!m_view->setFilter(QStringLiteral("channel:RCS")));
        QTRY_VERIFY(m_view->isSettled());
        const int count = m_view->count();
        const auto error = m_view->setFilter(QStringLiteral("channel:RCS and chanel:SMS"));
        QVERIFY(error);
        QCOMPARE(error->position, 16);
        QCOMPARE(m_view->filter().text(), QStringLiteral("channel:RCS"));
        QCOMPARE(m_view->count(), count);
    }

    void theLastOfManyFiltersCounts()
    {
        load();
        for (const FilterCase &asked : filterCases())
            QVERIFY(!m_view->setFilter(QString::fromUtf8(asked.expression)));
        QVERIFY(!m_view->setFilter(QStringLiteral("is:conflict")));
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_view->count(), int(countWhere(m_history->file, "n.outcome=2")));
        QCOMPARE(m_mirror->ids, m_mirror->shown());
    }

    void aRetryChangesItsRowAndMayBringItIn()
    {
        HistoryFixture history;
        const QByteArray json = NotificationJson {.requestId = QStringLiteral("01A")}.enveloped();
        history.record(json);
        history.record(NotificationJson {.channel = "RCS", .requestId = QStringLiteral("01A")}.enveloped());
        HistoryView view(history.clock);
        Mirror mirror(view);
        connect(history.writer.get(), &HistoryWriter::committed, &view, &HistoryView::apply);
        view.start(history.file.path());
        QTRY_COMPARE(view.count(), 2);
        history.record(json);
        QTRY_COMPARE(mirror.changed, QList<qint64> {1});
        QCOMPARE(view.row(1).retries, 1);

        QVERIFY(!view.setFilter(QStringLiteral("retries:1")));
        QTRY_COMPARE(mirror.ids, QList<qint64> {1});
        history.record(json); // twice now
        QTRY_COMPARE(view.count(), 0);
        QVERIFY(mirror.ids.isEmpty());
        history.record(NotificationJson {.channel = "RCS", .requestId = QStringLiteral("01A")}.enveloped());
        QTRY_COMPARE(mirror.ids, QList<qint64> {2});
    }

    void theEarlierAnswerOfAConflictComesInWithTheLater()
    {
        HistoryFixture history;
        HistoryView view(history.clock);
        Mirror mirror(view);
        connect(history.writer.get(), &HistoryWriter::committed, &view, &HistoryView::apply);
        view.start(history.file.path());
        history.record(NotificationJson {.requestId = QStringLiteral("01A")}.enveloped());
        history.record(NotificationJson {.requestId = QStringLiteral("01B")}.enveloped());
        QTRY_COMPARE(view.count(), 2);
        QVERIFY(!view.setFilter(QStringLiteral("is:conflict")));
        QTRY_COMPARE(view.count(), 0);
        history.record(NotificationJson {.status = "NO_CAPABILITY", .requestId = QStringLiteral("01A")}.enveloped());
        QTRY_COMPARE(mirror.ids, (QList<qint64> {3, 1}));
        QCOMPARE(view.row(1), history.row(0));
        QCOMPARE(view.count(), int(countWhere(history.file, "n.outcome=2")));

        QVERIFY(!view.setFilter(QStringLiteral("is:new")));
        QTRY_COMPARE(mirror.ids, QList<qint64> {2});
        history.record(NotificationJson {.status = "NO_CAPABILITY", .requestId = QStringLiteral("01B")}.enveloped());
        QTRY_VERIFY(mirror.ids.isEmpty());
    }

    void ofHeldRowsThoseThatChangeAreCountedAnew()
    {
        HistoryFixture history;
        HistoryView view(history.clock);
        connect(history.writer.get(), &HistoryWriter::committed, &view, &HistoryView::apply);
        view.start(history.file.path());
        history.record(NotificationJson {}.enveloped());
        QTRY_COMPARE(view.count(), 1);
        QVERIFY(!view.setFilter(QStringLiteral("is:conflict")));
        QTRY_VERIFY(view.isSettled());
        view.setHeld(true);
        history.record(NotificationJson {.requestId = QStringLiteral("01A")}.enveloped());
        history.record(NotificationJson {.status = "NO_CAPABILITY", .requestId = QStringLiteral("01A")}.enveloped());
        QTRY_COMPARE(view.heldCount(), 2);
    }

    void aRowThatChangesWhileItIsLoadedIsNotMissed()
    {
        connect(m_history->writer.get(), &HistoryWriter::committed, m_view.get(), &HistoryView::apply);
        m_view->start(m_history->file.path());
        for (int i = 0; i < 20; ++i) // the oldest row: its block comes last
            m_history->record(NotificationJson {}.flat());
        QTRY_COMPARE(m_view->row(1).retries, 20);
        QCOMPARE(m_view->row(1), m_history->row(0));
    }

    void heldRowsAreCountedAndShownOnRelease()
    {
        load();
        QVERIFY(!m_view->setFilter(QStringLiteral("channel:RCS")));
        QTRY_VERIFY(m_view->isSettled());
        const int before = m_view->count();
        m_view->setHeld(true);
        m_view->apply(m_history->tell(30));
        const int after = int(countWhere(m_history->file, "ch.text='RCS'"));
        QVERIFY(after > before);
        QTRY_COMPARE(m_view->heldCount(), after - before);
        QCOMPARE(m_view->count(), before);
        QVERIFY(!m_view->setFilter(QStringLiteral("channel:SMS")));
        QTRY_VERIFY(m_view->isSettled());
        m_view->setHeld(false);
        QCOMPARE(m_view->heldCount(), 0);
        QCOMPARE(m_view->count(), int(countWhere(m_history->file, "ch.text='SMS'")));
        QCOMPARE(m_mirror->ids, m_mirror->shown());
    }

    void sortsAndKeepsArrivalsInOrder()
    {
        load();
        m_view->setSort(SortColumn::Latency, Qt::AscendingOrder);
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(m_mirror->resets, 1);
        verifySortedByLatency();
        m_view->apply(m_history->tell(20));
        QTRY_COMPARE(m_view->count(), m_history->rows().size());
        QTRY_VERIFY(m_view->isSettled());
        verifySortedByLatency();
        QCOMPARE(m_mirror->ids, m_mirror->shown());
        QVERIFY(!m_view->setFilter(QStringLiteral("channel:RCS")));
        QTRY_COMPARE(m_view->count(), int(countWhere(m_history->file, "ch.text='RCS'")));
        verifySortedByLatency();
    }

    void receivedAscendingIsTheMirrorImage()
    {
        load();
        m_view->setSort(SortColumn::Received, Qt::AscendingOrder);
        QVERIFY(std::is_sorted(m_mirror->ids.begin(), m_mirror->ids.end()));
        m_view->apply(m_history->tell(20));
        QTRY_COMPARE(m_view->count(), m_history->rows().size());
        QCOMPARE(m_mirror->ids, m_mirror->shown());
        QVERIFY(std::is_sorted(m_mirror->ids.begin(), m_mirror->ids.end()));
        for (int row = 0; row < m_view->count(); row += 50)
            QCOMPARE(*m_view->rowOf(m_view->idAt(row)), row);
    }

    void aSearchThroughBodiesTellsHowFarItIs()
    {
        load();
        QSignalSpy searched(m_view.get(), &HistoryView::searched);
        QVERIFY(!m_view->setFilter(QStringLiteral("raw:carousel")));
        QCOMPARE(m_view->count(), 0); // shown at once, filled as it goes
        QTRY_VERIFY(m_view->isSettled());
        QVERIFY(!searched.isEmpty());
        QCOMPARE(searched.last().at(0), searched.last().at(1));
        QCOMPARE(m_view->count(), int(countWhere(m_history->file, "instr(lower(CAST(w.body AS TEXT)),'carousel')>0")));
        QCOMPARE(m_mirror->ids, m_mirror->shown());
    }

    void endsInTheMiddleOfItsWork()
    {
        m_view->start(m_history->file.path());
        QVERIFY(!m_view->setFilter(QStringLiteral("raw:x")));
        m_view->setSort(SortColumn::Identity, Qt::AscendingOrder);
        m_view.reset();
    }

private:
    void load()
    {
        QSignalSpy progress(m_view.get(), &HistoryView::progress);
        m_view->start(m_history->file.path());
        QTRY_VERIFY(!progress.isEmpty() && progress.last().at(0) == progress.last().at(1));
        QTRY_VERIFY(m_view->isSettled());
    }
    void verifySortedByLatency()
    {
        std::optional<std::chrono::milliseconds> before;
        for (int row = 0; row < m_view->count(); ++row) {
            const auto latency = m_view->row(m_view->idAt(row)).latency;
            QVERIFY(!before || (latency && *latency >= *before));
            before = latency;
        }
    }

    std::unique_ptr<StoryHistory> m_history;
    std::unique_ptr<HistoryView> m_view;
    std::unique_ptr<Mirror> m_mirror;
};

QTEST_GUILESS_MAIN(TestHistoryView)
#include "tst_history_view.moc"

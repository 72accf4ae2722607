// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror.h"
#include "stored_count.h"
#include "story_history.h"

#include <QFile>
#include <QTest>

using namespace console;

class TestRowRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_view.reset();
        m_mirror.reset();
        m_history.reset();
    }

    void removedRowsLeaveTheView_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<SortColumn>("column");
        QTest::addColumn<int>("step"); // of the ids that go
        QTest::newRow("the oldest, by arrival") << QString() << SortColumn::Received << 1;
        QTest::newRow("some here and there, by arrival") << QString() << SortColumn::Received << 3;
        QTest::newRow("some here and there, filtered")
            << QStringLiteral("channel:RCS,SMS") << SortColumn::Received << 2;
        QTest::newRow("some here and there, sorted by a column") << QString() << SortColumn::Latency << 3;
        QTest::newRow("the oldest, filtered and sorted")
            << QStringLiteral("not channel:SMS") << SortColumn::Contact << 1;
    }
    void removedRowsLeaveTheView()
    {
        QFETCH(QString, filter);
        QFETCH(SortColumn, column);
        QFETCH(int, step);
        load(100);
        QVERIFY(!m_view->setFilter(filter));
        m_view->setSort(column, Qt::DescendingOrder);
        QTRY_VERIFY(m_view->isSettled());
        QList<qint64> expected = m_mirror->shown();
        Removal removal;
        for (qint64 id = 1; id < 250; id += step)
            removal.rows.append(id);
        expected.removeIf([&](qint64 id) { return removal.rows.contains(id); });
        const int resets = m_mirror->resets;
        remove(removal);
        QTRY_COMPARE(m_view->loadedCount(), countWhere(m_history->file, "1"));
        QTRY_COMPARE(m_mirror->ids, expected);
        QCOMPARE(m_mirror->shown(), expected);
        QCOMPARE(m_view->row(1).id, 0);
        QCOMPARE(m_mirror->resets, resets);
    }

    void removedRowsDoNotComeBackWithAnotherFilter()
    {
        load(100);
        Removal removal {{5, 6, 7, 300}, {}, {}, {}, {}};
        remove(removal);
        QTRY_COMPARE(m_view->loadedCount(), countWhere(m_history->file, "1"));
        QVERIFY(!m_view->setFilter(QStringLiteral("not channel:nothing")));
        QTRY_VERIFY(m_view->isSettled());
        QCOMPARE(qint64(m_view->count()), countWhere(m_history->file, "1"));
        QVERIFY(!m_view->rowOf(300));
    }

    void rowsThatGoWhileTheyAreLoadedAreNotShown()
    {
        open(180); // more rows than are read at first
        Removal removal;
        for (qint64 id = 1; id < 200; ++id)
            removal.rows.append(id);
        m_view->start(m_history->file.path());
        settled(m_history->writer->removeExpired(removal)); // perhaps after their block was read
        QTRY_COMPARE(m_view->loadedCount(), countWhere(m_history->file, "1"));
        QTRY_COMPARE(qint64(m_view->count()), countWhere(m_history->file, "1"));
        QCOMPARE(m_mirror->ids, m_mirror->shown());
        QVERIFY(!m_mirror->ids.contains(1));
    }

    void aHeldRowThatGoesIsNotCounted()
    {
        load(10);
        m_view->setHeld(true);
        const qint64 id = m_history->record(NotificationJson {.identity = "46709999999"}.enveloped()).row->id;
        QTRY_COMPARE(m_view->heldCount(), 1);
        remove({{id}, {}, {}, {}, {}});
        QTRY_COMPARE(m_view->heldCount(), 0);
        m_view->setHeld(false);
        QCOMPARE(m_mirror->ids, m_mirror->shown());
        QVERIFY(!m_view->rowOf(id));
    }

    void rowsThatWentUntoldAreTakenOut_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<SortColumn>("column");
        QTest::newRow("by arrival") << QString() << SortColumn::Received;
        QTest::newRow("filtered and sorted") << QStringLiteral("not channel:SMS") << SortColumn::Contact;
    }
    void rowsThatWentUntoldAreTakenOut()
    {
        QFETCH(QString, filter);
        QFETCH(SortColumn, column);
        load(100);
        QVERIFY(!m_view->setFilter(filter));
        m_view->setSort(column, Qt::DescendingOrder);
        QTRY_VERIFY(m_view->isSettled());
        QList<qint64> expected = m_mirror->shown();
        Removal removal;
        for (qint64 id = 1; id < 300; id += 3)
            removal.rows.append(id);
        expected.removeIf([&](qint64 id) { return removal.rows.contains(id); });
        m_history->writer->disconnect(m_view.get()); // as that of another program
        remove(removal);
        tellOfLoss();
        QTRY_COMPARE(m_view->loadedCount(), countWhere(m_history->file, "1"));
        QTRY_COMPARE(m_mirror->ids, expected);
        QCOMPARE(m_mirror->shown(), expected);
    }

    void anotherFileOfTheSameNameIsFollowed_data()
    {
        QTest::addColumn<int>("lookups"); // of the other one
        QTest::addColumn<bool>("isLoaded");
        QTest::newRow("a shorter one") << 3 << true;
        QTest::newRow("a longer one") << 140 << true;
        QTest::newRow("one that comes while rows are read") << 140 << false;
    }
    void anotherFileOfTheSameNameIsFollowed()
    {
        QFETCH(int, lookups);
        QFETCH(bool, isLoaded);
        open(180);
        m_view->start(m_history->file.path());
        if (isLoaded)
            QTRY_COMPARE(m_view->loadedCount(), countWhere(m_history->file, "1"));
        else
            QTRY_VERIFY(m_view->loadedCount() > 0);
        StoryHistory other(lookups, 11);
        other.writer.reset();
        m_history->writer.reset();
        replaceFile(m_history->file.path(), other.file.path());
        tellOfLoss();
        QTRY_COMPARE(m_view->loadedCount(), countWhere(other.file, "1"));
        QTRY_VERIFY(m_view->isIdle());
        const QList<NotificationRow> rows = other.rows();
        QTRY_COMPARE(m_view->count(), rows.size());
        QCOMPARE(m_mirror->ids, m_mirror->shown());
        for (const NotificationRow &row : rows)
            QTRY_COMPARE(m_view->row(row.id), row);
    }

    void annotationsAreFoundAndStay_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<qint64>>("found");
        QTest::newRow("a pin") << QStringLiteral("is:pinned") << QList<qint64> {9};
        QTest::newRow("a tag") << QStringLiteral("tag:case-17") << QList<qint64> {9, 4};
        QTest::newRow("a tag by its beginning, not pinned")
            << QStringLiteral("tag:case* not is:pinned") << QList<qint64> {4};
        QTest::newRow("any tag") << QStringLiteral("is:tagged") << QList<qint64> {9, 4};
        QTest::newRow("a note by a part") << QStringLiteral("note:back") << QList<qint64> {2};
        QTest::newRow("any note") << QStringLiteral("is:noted") << QList<qint64> {2};
        QTest::newRow("a word in any column") << QStringLiteral("\"called back\"") << QList<qint64> {2};
    }
    void annotationsAreFoundAndStay()
    {
        QFETCH(QString, filter);
        QFETCH(QList<qint64>, found);
        open(10);
        const auto annotate
            = [this](qint64 id, const AnnotationChange &change) { settled(m_history->writer->annotate({id}, change)); };
        annotate(4, {.addedTags = {QStringLiteral("case-17")}}); // read from the file
        start();
        annotate(9, {.isPinned = true, .addedTags = {QStringLiteral("case-17")}}); // heard
        annotate(2, {.note = QStringLiteral("Called back at noon")});
        QVERIFY(!m_view->setFilter(filter));
        QTRY_COMPARE(m_mirror->ids, found);
        QTRY_COMPARE(m_view->row(9).annotation.tags, QStringList {QStringLiteral("case-17")});
        annotate(9,
                 {.isPinned = false, .removedTags = {QStringLiteral("case-17")}}); // leaves the filters that found it
        found.removeAll(9);
        QTRY_COMPARE(m_mirror->ids, found);
    }

private:
    void open(int lookups)
    {
        m_history = std::make_unique<StoryHistory>(lookups);
        m_view = std::make_unique<HistoryView>(m_history->clock);
        m_mirror = std::make_unique<Mirror>(*m_view);
        connect(m_history->writer.get(), &HistoryWriter::committed, m_view.get(), &HistoryView::apply);
        connect(m_view.get(), &HistoryView::failed, this,
                [](const Error &error) { qFatal("%s", qPrintable(error.detail)); });
    }
    void load(int lookups)
    {
        open(lookups);
        start();
    }
    void start()
    {
        m_view->start(m_history->file.path());
        QTRY_COMPARE(m_view->loadedCount(), countWhere(m_history->file, "1"));
        QTRY_VERIFY(m_view->isSettled());
    }
    void tellOfLoss()
    {
        HistoryBatch batch;
        batch.hasLostRows = true;
        m_view->apply(batch);
    }
    static void replaceFile(const QString &path, const QString &other)
    {
        for (const char *ending : {"", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(ending));
        if (!QFile::copy(other, path))
            qFatal("%s cannot be copied", qPrintable(other));
    }
    void remove(const Removal &removal) { settled(m_history->writer->removeExpired(removal)); }

    std::unique_ptr<StoryHistory> m_history;
    std::unique_ptr<HistoryView> m_view;
    std::unique_ptr<Mirror> m_mirror;
};

QTEST_GUILESS_MAIN(TestRowRemoval)
#include "tst_row_removal.moc"

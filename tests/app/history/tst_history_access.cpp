// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/history_fixture.h"
#include "history/history_access.h"
#include "support/result_macros.h"

#include <QFile>
#include <QTest>

using namespace console;

class TestHistoryAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherFileOfTheSameNameIsRead()
    {
        HistoryFixture first, second;
        first.record(NotificationJson {.identity = "1"}.flat());
        second.record(NotificationJson {.identity = "2"}.flat());
        HistoryAccess access(first.file.path());
        const auto before = settled(access.extent(0));
        QCOMPARE(before->rows, 1);
        QCOMPARE(before->newerRows, 1);
        QCOMPARE(settled(access.newestRows(1))->size(), 1); // is open by now
        second.writer.reset();
        first.writer.reset();
        QVERIFY(QFile::remove(first.file.path()));
        QCOMPARE(settled(access.newestRows(1))->constFirst().address.identity, QStringLiteral("1")); // still readable
        QVERIFY(QFile::copy(second.file.path(), first.file.path()));
        for (const char *ending : {"-wal", "-shm"})
            QFile::remove(first.file.path() + QLatin1String(ending));
        QCOMPARE(settled(access.newestRows(1))->constFirst().address.identity, QStringLiteral("2"));
        QVERIFY(settled(access.extent(0))->file != before->file);
    }

    void init()
    {
        m_history = std::make_unique<HistoryFixture>();
        m_access = std::make_unique<HistoryAccess>(m_history->file.path());
    }
    void cleanup()
    {
        m_access.reset();
        m_history.reset();
    }

    void everyQuestionIsAnsweredFromTheFile()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        const auto row = *m_history->record(NotificationJson {.requestId = QStringLiteral("01OURS")}.enveloped()).row;
        const auto body = verifiedBody("{}", "nonce", m_history->clock.now());
        settled(m_history->writer->keepOtherEvent(body, QStringLiteral("an_event")));
        settled(m_history->writer->keepUnreadable(verifiedBody("x", "nonce 2", m_history->clock.now()),
                                                  QStringLiteral("why")));
        settled(m_history->writer->keepRejected({}));
        const auto id = *RequestId::parse(QStringLiteral("01OURS"));
        QCOMPARE(*settled(m_access->newestRows(10)), QList {row});
        QVERIFY(settled(m_access->newestRows(10, row.id))->isEmpty());
        QCOMPARE(*settled(m_access->rowsOf(id)), QList {row});
        QCOMPARE(*settled(m_access->rowsAbout(row.projectId, {}, row.address, 10)), QList {row});
        QVERIFY((*settled(m_access->raw(row.id)))->body.contains("01OURS"));
        QCOMPARE(settled(m_access->recentLookups(10))->first().answers.size(), 1);
        const auto counts = *settled(m_access->counts());
        QCOMPARE(counts.notifications, 1);
        QCOMPARE(counts.lastId, row.id);
        const auto aside = *settled(m_access->countsAside());
        QCOMPARE(aside.notifications, 0);
        QCOMPARE(aside.unreadable, counts.unreadable);
        QCOMPARE(aside.otherEvents, counts.otherEvents);
        QCOMPARE(aside.rejected, counts.rejected);
        QCOMPARE(settled(m_access->rejected(10))->size(), 1);
        QCOMPARE(settled(m_access->otherEvents(10))->size(), 1);
        QCOMPARE(settled(m_access->unreadable(10))->size(), 1);
        QVERIFY(settled(m_access->ownWebhooks())->isEmpty());
        QVERIFY(m_access->fileBytes() > 8192);
    }

    void whatIsCommittedLaterIsSeenLater()
    {
        QVERIFY(settled(m_access->newestRows(10))->isEmpty());
        m_history->record(NotificationJson {}.flat());
        QCOMPARE(settled(m_access->newestRows(10))->size(), 1);
    }

    void answersComeInTheOrderOfTheQuestions()
    {
        QList<QFuture<Result<QList<NotificationRow>>>> questions;
        for (int i = 0; i < 100; ++i)
            questions += m_access->newestRows(10);
        settled(questions.last());
        QVERIFY(std::all_of(questions.begin(), questions.end(),
                            [](const auto &question) { return question.isFinished(); }));
    }

    void aFileThatAppearsLaterIsOpenedThen()
    {
        HistoryAccess early(m_history->file.path("later.sqlite"));
        COMPARE_ERROR(settled(early.counts()), Error::Kind::Storage);
        QCOMPARE(early.fileBytes(), 0);
        m_history->writer.reset();
        m_history->file.value("PRAGMA wal_checkpoint(TRUNCATE)");
        QVERIFY(QFile::copy(m_history->file.path(), m_history->file.path("later.sqlite")));
        VERIFY_OK(settled(early.counts()));
    }

    void otherQuestionsDoNotWaitForACount()
    {
        m_history->record(NotificationJson {}.flat());
        settled(m_access->newestRows(10)); // is open by now
        QList<QFuture<Result<HistoryCounts>>> counts;
        for (int i = 0; i < 200; ++i)
            counts += m_access->counts();
        settled(m_access->newestRows(10));
        QVERIFY(!counts.last().isFinished());
        QCOMPARE(settled(counts.last())->notifications, 1);
    }

    void aCountCanBeEndedBetweenTwoBlocks()
    {
        m_history->record(NotificationJson {}.flat());
        const auto reader = HistoryReader::open(m_history->file.path());
        COMPARE_ERROR((*reader)->counts([] { return true; }), Error::Kind::Cancelled);
        QCOMPARE((*reader)->counts([] { return false; })->notifications, 1);
    }

    void endingDoesNotWaitForQuestionsThatWait()
    {
        QList<QFuture<Result<QList<NotificationRow>>>> questions;
        for (int i = 0; i < 1000; ++i)
            questions += m_access->newestRows(10);
        m_access.reset();
        QVERIFY(std::all_of(questions.begin(), questions.end(),
                            [](const auto &question) { return question.isFinished() || question.isCanceled(); }));
    }

private:
    std::unique_ptr<HistoryFixture> m_history;
    std::unique_ptr<HistoryAccess> m_access;
};

QTEST_GUILESS_MAIN(TestHistoryAccess)
#include "tst_history_access.moc"

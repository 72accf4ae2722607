// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_fixture.h"
#include "support/result_macros.h"

#include <QSignalSpy>

#include <thread>

using namespace console;

namespace {

/// Lets the writer's connection have no more pages than it has, or as many as it wants.
void limitPages(bool isFull)
{
    const auto names = QSqlDatabase::connectionNames();
    for (const auto &name : names) {
        QSqlQuery query(QSqlDatabase::database(name, false));
        query.exec(QStringLiteral("PRAGMA max_page_count=%1").arg(isFull ? 1 : 1'000'000)); // never below what it has
    }
}

} // namespace

class TestHistoryWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_history = std::make_unique<HistoryFixture>(); }
    void cleanup() { m_history.reset(); }

    void allThatWaitBecomeOneCommit()
    {
        QList<QFuture<Result<Recorded>>> orders;
        for (int i = 0; i < 100; ++i)
            orders += m_history->order(answerOf(i).enveloped(), m_history->freshNonce());
        QVERIFY(comesTrue([&] { return orders.last().isFinished(); }));
        QVERIFY(std::all_of(orders.begin(), orders.end(),
                            [](const auto &order) { return order.isFinished() && order.result(); }));
        QCOMPARE(m_history->batches.size(), 1);
        QCOMPARE(m_history->batches.first().added.size(), 100);
        QCOMPARE(m_history->rows().size(), 100);
    }

    void anOrderGivenAfterACommitIsInTheNextOne()
    {
        m_history->record(answerOf(1).enveloped());
        m_history->record(answerOf(2).enveloped());
        QCOMPARE(m_history->batches.size(), 2);
    }

    void whatBecameOfAnOrderIsToldOnlyAfterTheCommit()
    {
        qsizetype storedWhenHeard = -1;
        m_history->order(answerOf(1).enveloped(), "nonce",
                         [&](const Result<Recorded> &) { storedWhenHeard = m_history->rows().size(); });
        const auto order = m_history->order(answerOf(2).enveloped(), "another nonce");
        QCOMPARE(m_history->rows().size(), 0);
        QVERIFY(!order.isFinished());
        settled(order);
        QCOMPARE(storedWhenHeard, 2);
    }

    void rowsAreAnnouncedInTheOrderOfTheirIds()
    {
        QList<QFuture<Result<Recorded>>> orders;
        for (int i = 0; i < 20; ++i)
            orders += m_history->order(answerOf(i).enveloped(), m_history->freshNonce());
        settled(orders.last());
        const auto &added = m_history->batches.first().added;
        QVERIFY(std::is_sorted(added.begin(), added.end(), [](const auto &a, const auto &b) { return a.id < b.id; }));
        QCOMPARE(added, m_history->rows());
    }

    void aFullDiskKeepsNothingOfTheBatchAndSaysSo()
    {
        m_history->record(answerOf(1).enveloped());
        const QSignalSpy failed(m_history->writer.get(), &HistoryWriter::storeFailed);
        limitPages(true);
        const auto small = m_history->order(answerOf(2).enveloped(), "small");
        const auto asked = m_history->writer->insertLookup(m_history->smsLookup("01LOOKUP"));
        const auto large = m_history->order(largeAnswer(), "large");
        const auto later = m_history->order(answerOf(3).enveloped(), "later");
        COMPARE_ERROR(settled(large), Error::Kind::Storage);
        COMPARE_ERROR(settled(small), Error::Kind::Storage);
        COMPARE_ERROR(settled(asked), Error::Kind::Storage);
        COMPARE_ERROR(settled(later), Error::Kind::Storage);
        QCOMPARE(failed.size(), 1);
        QVERIFY(!failed.first().first().toString().isEmpty());
        QCOMPARE(m_history->batches.size(), 1);
        QCOMPARE(m_history->rows().size(), 1);
        QVERIFY(!*m_history->reader().findLookup(*RequestId::parse(QStringLiteral("01LOOKUP"))));
    }

    void onceThereIsSpaceAgainTheSameCallbacksAreNew()
    {
        limitPages(true);
        COMPARE_ERROR(settled(m_history->order(largeAnswer(), "nonce")), Error::Kind::Storage);
        const QSignalSpy failed(m_history->writer.get(), &HistoryWriter::storeFailed);
        limitPages(false);
        const auto recorded = m_history->record(largeAnswer(), "nonce"); // its nonce was not kept without it
        QCOMPARE(recorded.kind, Recorded::Kind::New);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().toString(), QString());
        QCOMPARE(m_history->rows(), QList {*recorded.row}); // names and terms made in the failed batch were made anew
        m_history->record(answerOf(2).enveloped());
        QCOMPARE(failed.size(), 1);
    }

    void beyondTheQueueLimitAnOrderIsRefusedAtOnce()
    {
        const auto json = answerOf(1).enveloped();
        QList<QFuture<Result<>>> orders;
        for (int i = 0; i < HistoryWriter::kQueueLimit; ++i)
            orders += m_history->writer->countRejected(RejectionCause::SignatureWrong, 1);
        QCOMPARE(m_history->writer->queued(), HistoryWriter::kQueueLimit);
        bool isHeard = false;
        m_history->order(json, "nonce", [&](const Result<Recorded> &result) { isHeard = !result; });
        QVERIFY(isHeard);
        const auto refused = m_history->order(json, "nonce");
        QVERIFY(refused.isFinished());
        COMPARE_ERROR(refused.result(), Error::Kind::Busy);
        VERIFY_OK(settled(orders.last()));
        QCOMPARE(m_history->writer->queued(), 0);
        QCOMPARE(m_history->record(json, "nonce").kind, Recorded::Kind::New);
    }

    void aWriterThatIsNotOpenKeepsNothing()
    {
        HistoryWriter closed(m_history->file.path(), m_history->clock);
        COMPARE_ERROR(settled(closed.countRejected(RejectionCause::SignatureWrong, 1)), Error::Kind::Storage);
    }

    void bodyAndHeadersAreKeptByteForByte_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<HeaderList>("headers");
        const QByteArray nul("a\0b\0", 4);
        QTest::newRow("NUL inside") << nul << HeaderList {{"X-Nul", nul}};
        QTest::newRow("invalid UTF-8") << QByteArray("\xff\xfe\x80 body") << HeaderList {{"X-Bytes", "\xc3\x28\xff"}};
        QTest::newRow("an empty body") << QByteArray() << HeaderList {{"Host", "localhost"}};
        QTest::newRow("repeated and odd header names")
            << QByteArray("{}") << HeaderList {{"hOST", "a"}, {"Host", "b"}, {"HOST", ""}};
        QTest::newRow("line ends inside the body") << QByteArray("{\r\n}\n\r") << HeaderList {{"A", "1"}};
    }
    void bodyAndHeadersAreKeptByteForByte()
    {
        QFETCH(QByteArray, body);
        QFETCH(HeaderList, headers);
        const auto verified = verifiedBody(body, "nonce", m_history->clock.now(), {}, headers);
        const auto decoded = decodeCallback(answerOf(1).enveloped());
        VERIFY_OK(settled(m_history->writer->record(verified, std::get<CapabilityNotification>(decoded))));
        const auto unreadable = verifiedBody(body, "nonce 2", m_history->clock.now(), {}, headers);
        VERIFY_OK(settled(m_history->writer->keepUnreadable(unreadable, QStringLiteral("a test"))));
        const auto raw = *m_history->reader().raw(m_history->row(0).id);
        QVERIFY(raw.has_value());
        QCOMPARE(raw->body, body);
        QCOMPARE(raw->headers, encodeHeaders(verified.headers()));
        const auto kept = m_history->reader().unreadable(1)->first();
        QCOMPARE(kept.body, body);
        QCOMPARE(kept.headers, encodeHeaders(unreadable.headers()));
    }

    void textsWithOddCharactersComeBackAsTheyWere()
    {
        const QString contact = QStringLiteral("Zoë \U0001f600 ‏שלום");
        NotificationJson json = answerOf(1);
        const QByteArray utf8 = contact.toUtf8();
        json.contactId = utf8.constData();
        json.identity = "a\\u0000b'\\\"%_";
        const auto recorded = m_history->record(json.enveloped());
        QCOMPARE(recorded.row->contactId, contact);
        QCOMPARE(recorded.row->address.identity.size(), 7);
        QCOMPARE(m_history->row(0), *recorded.row);
    }

    void idsAreNeverUsedAgain()
    {
        m_history->record(answerOf(1).enveloped());
        const qint64 last = m_history->record(answerOf(2).enveloped()).row->id;
        m_history->file.value("DELETE FROM notification");
        m_history->reopen();
        QCOMPARE(m_history->record(answerOf(3).enveloped()).row->id, last + 1);
    }

    void manyThreadsMayOrderAtOnce()
    {
        constexpr int kThreads = 8;
        constexpr int kEach = 100;
        std::atomic<int> done {0};
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([this, t, &done] {
                for (int i = 0; i < kEach; ++i) {
                    const QByteArray nonce = QByteArray::number(t) + '-' + QByteArray::number(i);
                    m_history->order(answerOf(t * kEach + i).enveloped(), nonce,
                                     [&done](const Result<Recorded> &result) { done += result ? 1 : 0; });
                }
            });
        }
        QVERIFY(comesTrue([&] { return done == kThreads * kEach; }));
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(m_history->rows().size(), kThreads * kEach);
        QCOMPARE(m_history->writer->queued(), 0);
    }

private:
    /// Answers that differ in their request id.
    static NotificationJson answerOf(int number)
    {
        NotificationJson json;
        json.requestId = QStringLiteral("01REQUEST%1").arg(number);
        return json;
    }
    static QByteArray largeAnswer()
    {
        const QByteArray more = ",\"padding\":\"" + QByteArray(200'000, 'x') + '"';
        NotificationJson json;
        json.requestId = QStringLiteral("01LARGE");
        json.more = more.constData();
        return json.enveloped();
    }

    std::unique_ptr<HistoryFixture> m_history;
};

QTEST_GUILESS_MAIN(TestHistoryWriter)
#include "tst_history_writer.moc"

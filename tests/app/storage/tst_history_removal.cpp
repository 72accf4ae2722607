// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_fixture.h"
#include "storage/retention_plan.h"
#include "support/result_macros.h"

using namespace console;

namespace {

using std::chrono::hours;

QByteArray answer(int number, const QString &requestId = {})
{
    const QByteArray identity = "4670" + QByteArray::number(1'000'000 + number);
    return NotificationJson {.identity = identity.constData(), .requestId = requestId}.enveloped();
}

} // namespace

class TestHistoryRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_history = std::make_unique<HistoryFixture>(); }
    void cleanup() { m_history.reset(); }

    void pinsTagsAndANoteAreReadWithTheRow()
    {
        const qint64 id = record(1);
        annotate({id}, {.isPinned = true, .addedTags = {QStringLiteral("vip"), QStringLiteral("case-17")}});
        annotate({id}, {.removedTags = {QStringLiteral("VIP")}, .note = QStringLiteral(" called back \n")});
        const Annotation expected {true, {QStringLiteral("case-17")}, QStringLiteral("called back")};
        QCOMPARE(m_history->row(0).annotation, expected);
        QCOMPARE(m_history->batches.last().changed.first().annotation, expected);
    }

    void aRowWithNothingLeftHasNoAnnotation()
    {
        const qint64 id = record(1);
        annotate({id}, {.isPinned = true});
        annotate({id, id + 100}, {.isPinned = false});
        QCOMPARE(m_history->file.value("SELECT count(*) FROM annotation").toInt(), 0);
        QVERIFY(m_history->row(0).annotation.isEmpty());
    }

    void aRemovedRowTakesItsBytesAndItsLookupAlong()
    {
        m_history->ask(m_history->smsLookup("01OLD"));
        settled(m_history->writer->markRegistered(*RequestId::parse(QStringLiteral("01OLD")), m_history->clock.now(),
                                                  *RequestId::parse(QStringLiteral("01ALIAS"))));
        const qint64 id
            = m_history->record(NotificationJson {.requestId = QStringLiteral("01ALIAS")}.enveloped()).row->id;
        const qint64 kept = record(2);
        m_history->clock.advance(hours(25));
        QCOMPARE(remove({id}), 1);
        QCOMPARE(m_history->rows().size(), 1);
        QCOMPARE(m_history->row(0).id, kept);
        QCOMPARE(m_history->batches.last().removed, QList<qint64> {id});
        QCOMPARE(m_history->batches.last().removedLookups.size(), 1);
        for (const char *table : {"raw", "notification"})
            QCOMPARE(count(table), 1);
        for (const char *table : {"lookup", "expected", "alias", "request"})
            QCOMPARE(count(table), 0);
    }

    void aLookupThatMayStillBeAnsweredStays()
    {
        m_history->ask(m_history->smsLookup("01OPEN"));
        const qint64 id
            = m_history->record(NotificationJson {.requestId = QStringLiteral("01OPEN")}.enveloped()).row->id;
        QCOMPARE(remove({id}), 1);
        QCOMPARE(count("lookup"), 1);
        const auto again = m_history->record(NotificationJson {.requestId = QStringLiteral("01OPEN")}.enveloped());
        QVERIFY(again.kind == Recorded::Kind::New);
        QVERIFY(again.row->join == JoinKind::ByRequestId);
    }

    void aLookupWithAnotherAnswerStays()
    {
        const qint64 first = m_history->record(answer(1, QStringLiteral("01TWO"))).row->id;
        m_history->record(answer(2, QStringLiteral("01TWO")));
        remove({first});
        QCOMPARE(m_history->row(0).requestId, QStringLiteral("01TWO"));
    }

    void theRepetitionOfARemovedRowIsAnsweredAndMakesNoRow()
    {
        const QByteArray nonce = m_history->freshNonce();
        const qint64 id = m_history->record(answer(1), nonce).row->id;
        remove({id});
        const auto replay = m_history->record(answer(1), nonce);
        QVERIFY(replay.kind == Recorded::Kind::Replay);
        QVERIFY(!replay.row);
        QCOMPARE(m_history->rows().size(), 0);
    }

    void whatGotAPinATagOrANoteMeanwhileStays()
    {
        const qint64 pinned = record(1), tagged = record(2), noted = record(3);
        annotate({pinned}, {.isPinned = true});
        annotate({tagged}, {.addedTags = {QStringLiteral("x")}});
        annotate({noted}, {.note = QStringLiteral("only a note")});
        QCOMPARE(remove({pinned, tagged, noted, record(4)}), 1);
        QCOMPARE(m_history->rows().size(), 3);
        QCOMPARE(count("annotation"), 3);
    }

    void limitsChooseWhatGoes_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("gone"); // of ten rows, one a day, of which the second oldest is pinned
        QTest::newRow("no limit keeps all") << 0 << 0 << 0;
        QTest::newRow("older than five days") << 5 << 0 << 4;
        QTest::newRow("beyond the newest three") << 0 << 3 << 6;
        QTest::newRow("both: what either asks for") << 5 << 7 << 4;
        QTest::newRow("more than there are") << 0 << 100 << 0;
    }
    void limitsChooseWhatGoes()
    {
        QFETCH(int, days);
        QFETCH(int, rows);
        QFETCH(int, gone);
        for (int i = 0; i < 10; ++i) {
            const qint64 id = record(i);
            if (i == 1)
                annotate({id}, {.isPinned = true});
            m_history->clock.advance(hours(24));
        }
        const auto plan
            = planRetention(m_history->file.path(), {std::chrono::days(days), rows, 0}, m_history->clock.now());
        VERIFY_OK(plan);
        QCOMPARE(plan->rows.size(), gone);
        QVERIFY(std::is_sorted(plan->rows.begin(), plan->rows.end()));
        QVERIFY(!plan->rows.contains(2));
    }

    void aSizeIsMetByTheOldestRows()
    {
        for (int i = 0; i < 400; ++i)
            m_history->order(answer(i), m_history->freshNonce());
        record(400);
        const qint64 bytes = m_history->file.value("PRAGMA page_count").toLongLong() * 8192;
        const auto plan
            = planRetention(m_history->file.path(), {std::chrono::days(0), 0, bytes / 2}, m_history->clock.now());
        VERIFY_OK(plan);
        QVERIFY(plan->rows.size() > 150 && plan->rows.size() < 260);
        QCOMPARE(plan->rows.first(), 1);
    }

    void oldLookupsWithoutAnswersAndKeptCallbacksGoByAge()
    {
        m_history->ask(m_history->smsLookup("01SILENT"));
        settled(m_history->writer->keepUnreadable(verifiedBody("[1]", "n1", m_history->clock.now()),
                                                  QStringLiteral("a list")));
        settled(
            m_history->writer->keepOtherEvent(verifiedBody("{}", "n2", m_history->clock.now()), QStringLiteral("x")));
        m_history->clock.advance(hours(49));
        const auto plan = planRetention(m_history->file.path(), {std::chrono::days(1), 0, 0}, m_history->clock.now());
        VERIFY_OK(plan);
        QCOMPARE(plan->count(), 3);
        VERIFY_OK(settled(m_history->writer->removeExpired(*plan)));
        for (const char *table : {"lookup", "unreadable", "other_event"})
            QCOMPARE(count(table), 0);
        QVERIFY(m_history->batches.last().hasRemovedKept);
    }

    void aSliceIsTakenFromTheFront()
    {
        Removal removal {{1, 2, 3}, {10}, {20, 21}, {}, {}};
        const Removal slice = removal.takeSlice(4);
        QCOMPARE(slice.rows, (QList<qint64> {1, 2, 3}));
        QCOMPARE(slice.lookups, QList<qint64> {10});
        QCOMPARE(removal.count(), 2);
        QCOMPARE(removal.takeSlice(10).otherEvents, (QList<qint64> {20, 21}));
        QVERIFY(removal.isEmpty());
    }

private:
    qint64 record(int number) { return m_history->record(answer(number)).row->id; }
    void annotate(const QList<qint64> &ids, const AnnotationChange &change)
    {
        VERIFY_OK(settled(m_history->writer->annotate(ids, change)));
    }
    int remove(const QList<qint64> &ids)
    {
        return settled(m_history->writer->removeExpired({ids, {}, {}, {}, {}})).value_or(-1);
    }
    int count(const char *table)
    {
        return m_history->file.value(("SELECT count(*) FROM " + QByteArray(table)).constData()).toInt();
    }

    std::unique_ptr<HistoryFixture> m_history;
};

QTEST_GUILESS_MAIN(TestHistoryRemoval)
#include "tst_history_removal.moc"

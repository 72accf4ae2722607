// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_fixture.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;
using Kind = Recorded::Kind;

namespace {
const QString kOurs = QStringLiteral("01OURS");
const QString kTheirs = QStringLiteral("01THEIRS");
} // namespace

/// The same notification again: retries, conflicts, replays, nonces.
class TestHistoryRepeats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_history = std::make_unique<HistoryFixture>(); }
    void cleanup() { m_history.reset(); }

    void aRetryIsCountedOnTheStoredRow()
    {
        const auto json = NotificationJson {.requestId = kOurs}.enveloped();
        const auto first = m_history->record(json);
        const auto second = m_history->record(json);
        QCOMPARE(second.kind, Kind::Retry);
        QCOMPARE(second.row->id, first.row->id);
        QCOMPARE(m_history->record(json).row->retries, 2);
        QCOMPARE(m_history->rows().size(), 1);
        QCOMPARE(m_history->row(0).outcome, Outcome::New);
        QCOMPARE(m_history->batches.last().added.size(), 0);
        QCOMPARE(m_history->batches.last().changed, m_history->rows());
    }

    void theSameNotificationIs_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("kind");
        const auto enveloped = [](const NotificationJson &json) { return json.enveloped(); };
        const NotificationJson plain {.requestId = kOurs};
        const auto base = enveloped(plain);
        QTest::newRow("a retry with another envelope") << base << plain.enveloped("01OTHERAPP") << int(Kind::Retry);
        QTest::newRow("a retry with members in another order")
            << QByteArray(
                   R"({"capability_notification":{"channel":"SMS","identity":"1","capability_status":"X","request_id":"r"}})")
            << QByteArray(
                   R"({"capability_notification":{"request_id":"r","capability_status":"X","identity":"1","channel":"SMS"}})")
            << int(Kind::Retry);
        QTest::newRow("a retry with an empty member more")
            << base << enveloped({.requestId = kOurs, .more = R"(,"channel_capabilities":[],"reason":null)"})
            << int(Kind::Retry);
        QTest::newRow("a conflict with another status")
            << base << enveloped({.status = "NO_CAPABILITY", .requestId = kOurs}) << int(Kind::Conflict);
        QTest::newRow("a conflict with a reason more")
            << base << enveloped({.requestId = kOurs, .more = R"(,"reason":{"code":"RATE_LIMITED"})"})
            << int(Kind::Conflict);
        QTest::newRow("a conflict with a member that nobody knows")
            << base << enveloped({.requestId = kOurs, .more = R"(,"hint":1)"}) << int(Kind::Conflict);
        QTest::newRow("a conflict with a + before the number")
            << base << enveloped({.identity = "+46701234567", .requestId = kOurs}) << int(Kind::Conflict);
        QTest::newRow("new on another channel")
            << base << enveloped({.channel = "RCS", .requestId = kOurs}) << int(Kind::New);
        QTest::newRow("new for another identity")
            << base << enveloped({.identity = "46700000000", .requestId = kOurs}) << int(Kind::New);
        QTest::newRow("new for another request") << base << enveloped({.requestId = kTheirs}) << int(Kind::New);
        QTest::newRow("new when nothing but its nonce tells it apart")
            << NotificationJson {}.flat() << NotificationJson {}.flat() << int(Kind::New);
    }
    void theSameNotificationIs()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(int, kind);
        QCOMPARE(m_history->record(first).kind, Kind::New);
        const auto recorded = m_history->record(second);
        QCOMPARE(int(recorded.kind), kind);
        QCOMPARE(m_history->rows().size(), recorded.kind == Kind::Retry ? 1 : 2);
        QCOMPARE(m_history->rows().last(), *recorded.row);
        QCOMPARE(recorded.row->outcome, recorded.kind == Kind::Conflict ? Outcome::Conflict : Outcome::New);
    }

    void bothOfAConflictAreMarked_data()
    {
        QTest::addColumn<bool>("isOneCommit");
        QTest::addColumn<QByteArray>("identity");
        QTest::newRow("in two commits") << false << QByteArray("46701234567");
        QTest::newRow("in one commit") << true << QByteArray("46701234567");
        QTest::newRow("with a + before the number") << false << QByteArray("+46701234567");
    }
    void bothOfAConflictAreMarked()
    {
        QFETCH(bool, isOneCommit);
        QFETCH(QByteArray, identity);
        m_history->record(NotificationJson {.channel = "RCS", .requestId = kOurs}.enveloped());
        m_history->record(NotificationJson {.identity = "46700000000", .requestId = kOurs}.enveloped());
        m_history->record(NotificationJson {.requestId = kTheirs}.enveloped());
        const auto first = m_history->order(NotificationJson {.requestId = kOurs}.enveloped(), m_history->freshNonce());
        if (!isOneCommit)
            VERIFY_OK(settled(first));
        const NotificationJson other {.identity = identity.constData(), .status = "NO_CAPABILITY", .requestId = kOurs};
        QCOMPARE(m_history->record(other.enveloped()).kind, Kind::Conflict);
        QCOMPARE(outcomes(), QByteArray("new new new conflict conflict"));
        QCOMPARE(m_history->batches.last().changed, QList<NotificationRow> {m_history->row(3)});
        QCOMPARE(m_history->batches.last().added.last(), m_history->row(4));
    }

    void aThirdAnswerChangesNoneOfTheTwo()
    {
        m_history->record(NotificationJson {.requestId = kOurs}.enveloped());
        m_history->record(NotificationJson {.status = "NO_CAPABILITY", .requestId = kOurs}.enveloped());
        m_history->record(NotificationJson {.status = "CAPABILITY_PARTIAL", .requestId = kOurs}.enveloped());
        QCOMPARE(outcomes(), QByteArray("conflict conflict conflict"));
        QVERIFY(m_history->batches.last().changed.isEmpty());
    }

    void theFirstAnswerOfAConflictSentAgainIsItsRetry()
    {
        const auto json = NotificationJson {.requestId = kOurs}.enveloped();
        m_history->record(json);
        m_history->record(NotificationJson {.status = "NO_CAPABILITY", .requestId = kOurs}.enveloped());
        QCOMPARE(m_history->record(json).kind, Kind::Retry);
        QCOMPARE(outcomes(), QByteArray("conflict conflict"));
        QCOMPARE(m_history->row(0).retries, 1);
    }

    void aRepeatedConflictIsARetryOfTheConflict()
    {
        const auto conflict = NotificationJson {.status = "NO_CAPABILITY", .requestId = kOurs}.enveloped();
        m_history->record(NotificationJson {.requestId = kOurs}.enveloped());
        m_history->record(conflict);
        const auto again = m_history->record(conflict);
        QCOMPARE(again.kind, Kind::Retry);
        QCOMPARE(again.row->outcome, Outcome::Conflict);
        QCOMPARE(m_history->row(0).retries, 0);
        QCOMPARE(m_history->row(1).retries, 1);
    }

    void aRetryIsRecognisedAcrossAnAlias()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        const auto json = NotificationJson {.requestId = kTheirs}.enveloped();
        m_history->record(json);
        VERIFY_OK(settled(m_history->writer->markRegistered(*RequestId::parse(kOurs), m_history->clock.now(),
                                                            RequestId::parse(kTheirs).value())));
        QCOMPARE(m_history->record(json).kind, Kind::Retry);
        QCOMPARE(m_history->rows().size(), 1);
    }

    void aFlatRetryIsCountedOnTheAnswerOfItsLookup()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        const auto json = NotificationJson {}.flat();
        m_history->record(json);
        const auto again = m_history->record(json);
        QCOMPARE(again.kind, Kind::Retry);
        QCOMPARE(again.row->requestId, kOurs);
        QCOMPARE(m_history->record(NotificationJson {.status = "NO_CAPABILITY"}.flat()).kind, Kind::Conflict);
    }

    void identicalBytesWithTheSameNonceAreAReplay()
    {
        const auto json = NotificationJson {}.flat();
        const auto first = m_history->record(json, "nonce");
        const auto again = m_history->record(json, "nonce");
        QCOMPARE(again.kind, Kind::Replay);
        QCOMPARE(again.row->id, first.row->id);
        QCOMPARE(m_history->row(0).retries, 1);
        QCOMPARE(m_history->rows().size(), 1);
    }

    void theSameNonceTwiceInOneBatchIsAReplay()
    {
        const auto json = NotificationJson {}.flat();
        const auto first = m_history->order(json, "nonce");
        const auto second = m_history->order(json, "nonce");
        QCOMPARE(settled(first)->kind, Kind::New);
        QCOMPARE(settled(second)->kind, Kind::Replay);
        QCOMPARE(m_history->batches.size(), 1);
        QCOMPARE(m_history->rows().size(), 1);
    }

    void aNonceThatWasUsedForAnotherBodyIsRefused()
    {
        m_history->record(NotificationJson {}.flat(), "nonce");
        const auto other = m_history->record(NotificationJson {.channel = "RCS"}.flat(), "nonce");
        QCOMPARE(other.kind, Kind::NonceReused);
        QVERIFY(!other.row);
        QCOMPARE(m_history->rows().size(), 1);
        QCOMPARE(m_history->batches.size(), 1); // nothing changed, nothing is announced
    }

    void noncesOfTwoProjectsAreApart()
    {
        m_history->record(NotificationJson {}.flat(), "nonce", QStringLiteral("project-1"));
        QCOMPARE(
            m_history->record(NotificationJson {.channel = "RCS"}.flat(), "nonce", QStringLiteral("project-2")).kind,
            Kind::New);
    }

    void aNonceOutlivesARestart()
    {
        const auto json = NotificationJson {}.flat();
        m_history->record(json, "nonce");
        m_history->reopen();
        QCOMPARE(m_history->record(json, "nonce").kind, Kind::Replay);
        QCOMPARE(m_history->record(NotificationJson {.channel = "RCS"}.flat(), "nonce").kind, Kind::NonceReused);
    }

    void aNonceIsKeptUntilItCouldNoLongerBeAccepted()
    {
        m_history->record(NotificationJson {}.flat(), "nonce");
        m_history->clock.advance(300s + 60s);
        m_history->record(NotificationJson {.channel = "MMS"}.flat());
        QCOMPARE(m_history->file.value("SELECT count(*) FROM nonce WHERE nonce='nonce'").toInt(), 1);
        m_history->clock.advance(1s);
        m_history->record(NotificationJson {.channel = "MMS"}.flat());
        QCOMPARE(m_history->file.value("SELECT count(*) FROM nonce WHERE nonce='nonce'").toInt(), 0);
        QCOMPARE(m_history->record(NotificationJson {.channel = "RCS"}.flat(), "nonce").kind, Kind::New);
    }

    void anUnsignedCallbackHasNoNonceToReuse()
    {
        QCOMPARE(m_history->record(NotificationJson {}.flat(), "").kind, Kind::New);
        const auto other = m_history->record(NotificationJson {.requestId = kOurs}.enveloped(), "");
        QCOMPARE(other.kind, Kind::New);
        QCOMPARE(other.row->signature, SignatureState::Unsigned);
        QCOMPARE(m_history->record(NotificationJson {.requestId = kOurs}.enveloped(), "").kind, Kind::Retry);
        QCOMPARE(m_history->file.value("SELECT count(*) FROM nonce").toInt(), 0);
    }

private:
    QByteArray outcomes()
    {
        QStringList names;
        for (const NotificationRow &row : m_history->rows())
            names.append(outcomeName(row.outcome));
        return names.join(QLatin1Char(' ')).toLatin1();
    }

    std::unique_ptr<HistoryFixture> m_history;
};

QTEST_GUILESS_MAIN(TestHistoryRepeats)
#include "tst_history_repeats.moc"

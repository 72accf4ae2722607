// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_fixture.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;
using Kind = Recorded::Kind;

/// What is kept beside the notifications: other events, unreadable bodies, refusals, our webhooks.
class TestHistoryKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_history = std::make_unique<HistoryFixture>(); }
    void cleanup() { m_history.reset(); }

    void anotherEventIsKeptWithItsKind()
    {
        QCOMPARE(keepEvent("{\"event\":{}}", "nonce"), Kind::OtherEvent);
        const auto kept = *m_history->reader().otherEvents(10);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().what, QStringLiteral("contact_create_notification"));
        QCOMPARE(kept.first().body, QByteArray("{\"event\":{}}"));
        QCOMPARE(kept.first().projectId, QStringLiteral("project-1"));
        QCOMPARE(kept.first().receivedAt, m_history->clock.now());
        QVERIFY(kept.first().headers.contains("x-sinch-webhook-signature-nonce: nonce\r\n"));
        QVERIFY(m_history->rows().isEmpty());
        QCOMPARE(m_history->batches.first().otherEvents, 1);
    }

    void aReplayOfAnotherEventIsCountedAndAccepted()
    {
        keepEvent("{\"event\":{}}", "nonce");
        QCOMPARE(keepEvent("{\"event\":{}}", "nonce"), Kind::Replay);
        QCOMPARE(m_history->reader().otherEvents(10)->size(), 1);
        QCOMPARE(m_history->file.value("SELECT repeats FROM other_event").toInt(), 1);
        QCOMPARE(keepEvent("{\"other\":{}}", "nonce"), Kind::NonceReused);
    }

    void anUnreadableBodyIsKeptWithTheReason()
    {
        QCOMPARE(keepUnreadable("not JSON", "nonce"), Kind::Unreadable);
        const auto kept = *m_history->reader().unreadable(10);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().what, QStringLiteral("it is no JSON"));
        QCOMPARE(kept.first().body, QByteArray("not JSON"));
        QCOMPARE(m_history->batches.first().unreadable, 1);
    }

    void aReplayOfAnUnreadableBodyIsAnsweredAsTheFirstTime()
    {
        keepUnreadable("not JSON", "nonce");
        QCOMPARE(keepUnreadable("not JSON", "nonce"), Kind::Unreadable);
        QCOMPARE(m_history->reader().unreadable(10)->size(), 1);
        QCOMPARE(m_history->file.value("SELECT repeats FROM unreadable").toInt(), 1);
    }

    void gapsAreKeptNewestFirst()
    {
        const ReceiverGap slept {ReceiverGap::Kind::Slept, fromMilliseconds(1'000), fromMilliseconds(60'000)};
        const ReceiverGap jumped {ReceiverGap::Kind::ClockBackward, fromMilliseconds(61'000), fromMilliseconds(90'000)};
        VERIFY_OK(settled(m_history->writer->recordGap(slept)));
        VERIFY_OK(settled(m_history->writer->recordGap(jumped)));
        QCOMPARE(*m_history->reader().gaps(10), (QList<ReceiverGap> {jumped, slept}));
        QCOMPARE(m_history->reader().gaps(1)->size(), 1);
    }

    void aGapStandsBehindWhatCameBeforeIt_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("from"); // seconds from the first of three notifications, an hour apart each
        QTest::addColumn<int>("to");
        QTest::addColumn<qint64>("afterId");
        const int hour = 3'600;
        QTest::newRow("told at once") << int(ReceiverGap::Kind::Slept) << 2 * hour + 10 << 2 * hour + 60 << qint64(3);
        QTest::newRow("one came as it ended, before it was told")
            << int(ReceiverGap::Kind::Slept) << hour + 10 << 2 * hour + 1 << qint64(2);
        QTest::newRow("one came in the second before it began")
            << int(ReceiverGap::Kind::Slept) << hour - 1 << hour + 600 << qint64(2);
        QTest::newRow("a clock set forward")
            << int(ReceiverGap::Kind::ClockForward) << hour + 60 << 2 * hour << qint64(2);
        QTest::newRow("a clock set back runs through known times")
            << int(ReceiverGap::Kind::ClockBackward) << 60 << 2 * hour + 10 << qint64(3);
        QTest::newRow("before all") << int(ReceiverGap::Kind::Slept) << -600 << -60 << qint64(0);
    }
    void aGapStandsBehindWhatCameBeforeIt()
    {
        QFETCH(int, kind);
        QFETCH(int, from);
        QFETCH(int, to);
        const Timestamp first = m_history->clock.now();
        for (const char *channel : {"RCS", "SMS", "MMS"}) {
            m_history->record(NotificationJson {.channel = channel}.flat());
            m_history->clock.advance(std::chrono::hours(1));
        }
        VERIFY_OK(settled(m_history->writer->recordGap(
            {ReceiverGap::Kind(kind), first + std::chrono::seconds(from), first + std::chrono::seconds(to)})));
        QTEST(m_history->reader().gaps(1)->first().afterId, "afterId");
    }

    void aNonceIsOneForAllKinds()
    {
        keepUnreadable("not JSON", "nonce");
        QCOMPARE(m_history->record(NotificationJson {}.flat(), "nonce", QStringLiteral("project-1")).kind,
                 Kind::NonceReused);
    }

    void aRefusedCallbackIsCountedAndQuarantined()
    {
        const RejectedCallback refused = rejected("a body with \0 and \xff", 1);
        VERIFY_OK(settled(m_history->writer->keepRejected(refused)));
        const auto kept = *m_history->reader().rejected(10);
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().cause, refused.cause);
        QCOMPARE(kept.first().detail, refused.detail);
        QCOMPARE(kept.first().body, refused.body);
        QCOMPARE(kept.first().headers, refused.headers);
        QCOMPARE(kept.first().path, refused.path);
        QCOMPARE(kept.first().receivedAt, refused.receivedAt);
        QCOMPARE(m_history->reader().counts()->rejected.value(refused.cause), 1);
    }

    void theQuarantineKeepsTheNewestThousandAndCountsAll()
    {
        QList<QFuture<Result<>>> orders;
        for (int i = 1; i <= 1100; ++i)
            orders += m_history->writer->keepRejected(rejected("body " + QByteArray::number(i), i));
        VERIFY_OK(settled(orders.last()));
        const auto kept = *m_history->reader().rejected(5000);
        QCOMPARE(kept.size(), 1000);
        QCOMPARE(kept.first().body, QByteArray("body 1100")); // newest first
        QCOMPARE(kept.last().body, QByteArray("body 101"));
        QCOMPARE(m_history->reader().counts()->rejectedTotal(), 1100);
        QCOMPARE(m_history->batches.first().rejected, 1100);
    }

    void refusalsAreCountedByCause()
    {
        VERIFY_OK(settled(m_history->writer->countRejected(RejectionCause::BodyTooLarge, 40)));
        VERIFY_OK(settled(m_history->writer->countRejected(RejectionCause::BodyTooLarge, 2)));
        VERIFY_OK(settled(m_history->writer->countRejected(RejectionCause::TimestampStale, 1)));
        m_history->reopen();
        VERIFY_OK(settled(m_history->writer->countRejected(RejectionCause::TimestampStale, 1)));
        const auto counts = *m_history->reader().counts();
        QCOMPARE(counts.rejected.value(RejectionCause::BodyTooLarge), 42);
        QCOMPARE(counts.rejected.value(RejectionCause::TimestampStale), 2);
        QCOMPARE(counts.rejected.size(), 2);
        QCOMPARE(counts.rejectedTotal(), 44);
    }

    void aRefusalWithoutAnyTextIsKept()
    {
        VERIFY_OK(settled(m_history->writer->keepRejected({})));
        QCOMPARE(m_history->reader().rejected(1)->size(), 1);
    }

    void countsTellWhatThereIs()
    {
        keepEvent("{}", "nonce 1");
        keepUnreadable("x", "nonce 2");
        keepUnreadable("y", "nonce 3");
        m_history->record(NotificationJson {}.flat());
        const auto counts = *m_history->reader().counts();
        QCOMPARE(counts.notifications, 1);
        QCOMPARE(counts.otherEvents, 1);
        QCOMPARE(counts.unreadable, 2);
        QCOMPARE(counts.rejectedTotal(), 0);
    }

    void ourWebhooksAreRememberedUntilTheyAreGone()
    {
        const OwnWebhook first {*WebhookId::parse(QStringLiteral("w-1")), QStringLiteral("project-1"),
                                QStringLiteral("app-1"), QStringLiteral("https://example.org/a"),
                                m_history->clock.now()};
        OwnWebhook second = first;
        second.id = *WebhookId::parse(QStringLiteral("w-2"));
        VERIFY_OK(settled(m_history->writer->rememberWebhook(first)));
        VERIFY_OK(settled(m_history->writer->rememberWebhook(second)));
        VERIFY_OK(settled(m_history->writer->rememberWebhook(second)));
        m_history->reopen();
        const auto kept = *m_history->reader().ownWebhooks();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first().id, first.id);
        QCOMPARE(kept.first().projectId, first.projectId);
        QCOMPARE(kept.first().appId, first.appId);
        QCOMPARE(kept.first().target, first.target);
        QCOMPARE(kept.first().createdAt, first.createdAt);
        VERIFY_OK(settled(m_history->writer->forgetWebhook(first.id)));
        VERIFY_OK(settled(m_history->writer->forgetWebhook(first.id)));
        QCOMPARE(m_history->reader().ownWebhooks()->size(), 1);
    }

    void aWebhookWithoutProjectIsRememberedToo()
    {
        VERIFY_OK(
            settled(m_history->writer->rememberWebhook({*WebhookId::parse(QStringLiteral("w-1")), {}, {}, {}, {}})));
        QCOMPARE(m_history->reader().ownWebhooks()->size(), 1);
    }

private:
    VerifiedBody body(const QByteArray &bytes, const QByteArray &nonce) const
    {
        return verifiedBody(bytes, nonce, m_history->clock.now(), QStringLiteral("project-1"));
    }
    Kind keepEvent(const QByteArray &bytes, const QByteArray &nonce)
    {
        return settled(
                   m_history->writer->keepOtherEvent(body(bytes, nonce), QStringLiteral("contact_create_notification")))
            ->kind;
    }
    Kind keepUnreadable(const QByteArray &bytes, const QByteArray &nonce)
    {
        return settled(m_history->writer->keepUnreadable(body(bytes, nonce), QStringLiteral("it is no JSON")))->kind;
    }
    RejectedCallback rejected(const QByteArray &bytes, int seconds) const
    {
        return {0,
                m_history->clock.now() + std::chrono::seconds(seconds),
                QStringLiteral("project-1"),
                QStringLiteral("/callbacks"),
                RejectionCause::TimestampStale,
                QStringLiteral("3600 s old"),
                "Host: localhost\r\n",
                bytes};
    }

    std::unique_ptr<HistoryFixture> m_history;
};

QTEST_GUILESS_MAIN(TestHistoryKept)
#include "tst_history_kept.moc"

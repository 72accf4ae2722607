// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/callback_intake.h"
#include "storage/history_reader.h"
#include "storage/history_writer.h"
#include "support/accepted.h"
#include "support/callback_json.h"
#include "support/fake_clock.h"
#include "support/fixture.h"
#include "support/log_capture.h"
#include "support/result_macros.h"
#include "support/settled.h"
#include "support/temp_database.h"
#include "support/verified_callback.h"

using namespace console;
using Disposition = CallbackDisposition;

/// What a verified callback becomes. The writer lives in the test's thread.
class TestCallbackIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<TempDatabase>();
        m_file->migrate();
        m_writer = std::make_unique<HistoryWriter>(m_file->path(), m_clock);
        VERIFY_OK(m_writer->open());
        m_heard.clear();
        m_intake = std::make_unique<CallbackIntake>(
            *m_writer, [this](const Recorded &recorded) { m_heard.append(recorded.kind); });
    }
    void cleanup()
    {
        m_intake.reset();
        m_writer.reset();
    }

    void aBodyIsStoredAsWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("disposition");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *claim, const QByteArray &body, Disposition disposition, Recorded::Kind kind) {
            QTest::newRow(claim) << body << int(disposition) << int(kind);
        };
        for (const char *name :
             {"callback-enveloped-full", "callback-enveloped-partial-rcs", "callback-enveloped-none-with-reason",
              "callback-enveloped-unknown", "callback-enveloped-unlisted-values", "callback-skill-shape",
              "callback-flat-seed-shape", "callback-flat-seed-shape-all-fields"}) {
            row(name, fixture(qPrintable(QStringLiteral("receiver/%1.json").arg(QLatin1String(name)))),
                Disposition::Stored, Recorded::Kind::New);
        }
        row("another event", R"({"app_id":"a","message_delivery_report":{"status":"READ"}})", Disposition::Stored,
            Recorded::Kind::OtherEvent);
        row("an empty object", "{}", Disposition::Stored, Recorded::Kind::OtherEvent);
        row("a list", "[1,2]", Disposition::Unreadable, Recorded::Kind::Unreadable);
        row("no JSON", "capability: full", Disposition::Unreadable, Recorded::Kind::Unreadable);
        row("nothing", "", Disposition::Unreadable, Recorded::Kind::Unreadable);
        row("two objects", "{}{}", Disposition::Unreadable, Recorded::Kind::Unreadable);
        row("invalid UTF-8", "{\"a\":\"\xff\"}", Disposition::Unreadable, Recorded::Kind::Unreadable);
        row("a notification that is null", R"({"capability_notification":null})", Disposition::Unreadable,
            Recorded::Kind::Unreadable);
        row("a notification that is a list", R"({"capability_notification":[{}]})", Disposition::Unreadable,
            Recorded::Kind::Unreadable);
        row("a notification with neither channel nor status", R"({"capability_notification":{"identity":"1"}})",
            Disposition::Unreadable, Recorded::Kind::Unreadable);
        row("a channel of a wrong type", R"({"capability_notification":{"channel":5,"capability_status":"X"}})",
            Disposition::Unreadable, Recorded::Kind::Unreadable);
    }
    void aBodyIsStoredAsWhatItIs()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, disposition);
        QFETCH(int, kind);
        QCOMPARE(int(accept(body, "nonce")), disposition);
        QCOMPARE(m_heard.size(), 1);
        QCOMPARE(int(m_heard.first()), kind);
        const auto reader = *HistoryReader::open(m_file->path());
        const auto counts = *reader->counts();
        QCOMPARE(counts.notifications, kind == int(Recorded::Kind::New) ? 1 : 0);
        QCOMPARE(counts.otherEvents, kind == int(Recorded::Kind::OtherEvent) ? 1 : 0);
        QCOMPARE(counts.unreadable, kind == int(Recorded::Kind::Unreadable) ? 1 : 0);
    }

    void aReplayIsAnsweredAsTheFirstTime()
    {
        const auto body = NotificationJson {}.flat();
        QCOMPARE(accept(body, "nonce 1"), Disposition::Stored);
        QCOMPARE(accept(body, "nonce 1"), Disposition::Stored);
        QCOMPARE(accept("no JSON", "nonce 2"), Disposition::Unreadable);
        QCOMPARE(accept("no JSON", "nonce 2"), Disposition::Unreadable);
        QCOMPARE(m_heard.at(1), Recorded::Kind::Replay);
    }

    void aNonceForAnotherBodyIsRefused()
    {
        accept(NotificationJson {}.flat(), "nonce");
        QCOMPARE(accept("{\"other_event\":{}}", "nonce"), Disposition::NonceReused);
        QCOMPARE(accept("no JSON", "nonce"), Disposition::NonceReused);
    }

    void whatCannotBeStoredClaimsNothing()
    {
        HistoryWriter closed(m_file->path(), m_clock);
        CallbackIntake intake(closed, [this](const Recorded &recorded) { m_heard.append(recorded.kind); });
        const auto body = verifiedBody(NotificationJson {}.flat(), "nonce", m_clock.now());
        QCOMPARE(settled(accepted(intake, body)), Disposition::StoreUnavailable);
        QVERIFY(m_heard.isEmpty());
    }

    void aFullQueueClaimsNothingAndIsSaidAtOnce()
    {
        for (int i = 0; i < HistoryWriter::kQueueLimit; ++i)
            m_writer->countRejected(RejectionCause::SignatureWrong, 1);
        const auto future = accepted(*m_intake, verifiedBody(NotificationJson {}.flat(), "nonce", m_clock.now()));
        QVERIFY(future.isFinished());
        QCOMPARE(future.result(), Disposition::StoreUnavailable);
        QCOMPARE(accept(NotificationJson {}.flat(), "nonce"), Disposition::StoreUnavailable);
        QVERIFY(comesTrue([&] { return m_writer->queued() == 0; }));
        QCOMPARE(accept(NotificationJson {}.flat(), "nonce"), Disposition::Stored);
    }

    void withoutAListenerNobodyIsTold()
    {
        CallbackIntake quiet(*m_writer);
        QCOMPARE(settled(accepted(quiet, verifiedBody(NotificationJson {}.flat(), "nonce", m_clock.now()))),
                 Disposition::Stored);
    }

    void theLogNamesIdsButNobody()
    {
        const LogCapture log;
        const NotificationJson json {
            .identity = "46701234567", .requestId = QStringLiteral("01REQUEST"), .contactId = "contact-of-anna"};
        accept(json.enveloped(), "the-nonce");
        const QString text = log.text();
        QVERIFY2(text.contains(QStringLiteral("01REQUEST")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("567")));
        for (const char *secret : {"46701234567", "the-nonce", "CAPABILITY_FULL", "contact-of-anna"})
            QVERIFY2(!text.contains(QLatin1String(secret)), secret);
    }

private:
    Disposition accept(const QByteArray &body, const QByteArray &nonce)
    {
        return settled(accepted(*m_intake, verifiedBody(body, nonce, m_clock.now())));
    }

    FakeClock m_clock;
    std::unique_ptr<TempDatabase> m_file;
    std::unique_ptr<HistoryWriter> m_writer;
    std::unique_ptr<CallbackIntake> m_intake;
    QList<Recorded::Kind> m_heard;
};

QTEST_GUILESS_MAIN(TestCallbackIntake)
#include "tst_callback_intake.moc"

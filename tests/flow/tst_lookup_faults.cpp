// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow_bench.h"
#include "support/callback_json.h"
#include "support/result_macros.h"
#include "support/scripted_server.h"

using namespace console;
using namespace std::chrono_literals;

/// The whole line when something is not as it should be.
class TestLookupFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<FlowBench>(); }
    void cleanup() { m_bench.reset(); }

    void aWebhookWithoutSecretNeedsAProjectThatAllowsIt_data()
    {
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("allowed: the rows say unsigned") << true;
        QTest::newRow("not allowed: it is refused") << false;
    }
    void aWebhookWithoutSecretNeedsAProjectThatAllowsIt()
    {
        QFETCH(bool, isAllowed);
        m_bench->route.secrets.clear();
        m_bench->route.allowsUnsigned = isAllowed;
        m_bench->program->listen(0, m_bench->route);
        m_bench->app = settled(m_bench->connection->apps().list()).value().last().id; // it has no webhook with a secret
        m_bench->makeWebhook(*m_bench->app, {});
        const auto id = m_bench->ask("SMS", "46701000050", isAllowed ? 30s : 1s).requestId;
        if (isAllowed) {
            QVERIFY(m_bench->reaches(id, LookupState::Complete));
            QCOMPARE(m_bench->rowsOf(id).first().signature, SignatureState::Unsigned);
        } else {
            QVERIFY(comesTrue(
                [&] { return m_bench->read()->counts()->rejected.value(RejectionCause::SignatureMissing) == 1; }));
            QVERIFY(m_bench->rowsOf(id).isEmpty());
        }
    }

    void identicalBytesAgainAreCountedAndAccepted()
    {
        const auto json = NotificationJson {}.flat();
        const auto headers = m_bench->sign(json, "nonce");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_bench->post(json, headers).status, 200);
        const auto rows = *m_bench->read()->rowsAfter(0, 10);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().retries, 2);
    }

    void aNonceForAnotherBodyIsRefusedAndQuarantined()
    {
        const auto first = NotificationJson {}.flat();
        const auto second = NotificationJson {.status = "NO_CAPABILITY"}.flat();
        QCOMPARE(m_bench->post(first, m_bench->sign(first, "nonce")).status, 200);
        QCOMPARE(m_bench->post(second, m_bench->sign(second, "nonce")).status, 401);
        QVERIFY(comesTrue([&] { return m_bench->read()->rejected(10)->size() == 1; }));
        QCOMPARE(m_bench->read()->rejected(10)->first().cause, RejectionCause::NonceReused);
        QCOMPARE(m_bench->read()->rowsAfter(0, 10)->size(), 1);
        m_bench->start();
        QCOMPARE(m_bench->post(second, m_bench->sign(second, "nonce")).status, 401); // also after a restart
    }

    void anotherEventIsAcceptedAndKeptAside()
    {
        const QByteArray event = R"({"app_id":"a","contact_create_notification":{"contact":{"id":"c"}}})";
        QCOMPARE(m_bench->post(event, m_bench->sign(event, "nonce")).status, 200);
        QCOMPARE(m_bench->read()->otherEvents(10)->first().body, event);
        QCOMPARE(m_bench->read()->counts()->notifications, 0);
    }

    void anExpiredTokenIsRenewed()
    {
        QVERIFY(m_bench->ask("SMS", "46701000050").isRegistered());
        m_bench->sandboxClock.advance(71s); // beyond the token's life, unnoticed by the client's clock
        const auto submission = m_bench->ask("SMS", "46701000050");
        QVERIFY(submission.isRegistered());
        QVERIFY(m_bench->reaches(submission.requestId, LookupState::Complete));
    }

    void a401ThatDoesNotSayExpiredIsFinal()
    {
        ScriptedServer api([](const SeenRequest &) {
            return ScriptedAnswer {
                401, R"({"error":{"code":401,"message":"Not yours"}})", {{"WWW-Authenticate", "Bearer"}}};
        });
        const auto submission = askElsewhere(api);
        QCOMPARE(submission.failure->kind, LookupFailure::Kind::Refused);
        QCOMPARE(submission.failure->httpStatus, std::optional(401));
        QCOMPARE(api.count("POST", "capability:query"), 1);
        QCOMPARE(m_bench->progress(submission.requestId).state, LookupState::Failed);
    }

    void anApiThatDoesNotAnswerLeavesTheOutcomeUnknownAndLateAnswersJoin_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("it hangs") << int(ScriptedAnswer::Way::Hold);
        QTest::newRow("it hangs up") << int(ScriptedAnswer::Way::Close);
    }
    void anApiThatDoesNotAnswerLeavesTheOutcomeUnknownAndLateAnswersJoin()
    {
        QFETCH(int, way);
        ScriptedServer api([way](const SeenRequest &) { return ScriptedAnswer {.way = ScriptedAnswer::Way(way)}; });
        const auto submission = askElsewhere(api);
        QCOMPARE(submission.failure->kind, LookupFailure::Kind::OutcomeUnknown);
        QCOMPARE(api.count("POST", "capability:query"), 1); // never a second lookup by ourselves
        QCOMPARE(m_bench->progress(submission.requestId).state, LookupState::OutcomeUnknown);
        const auto json
            = NotificationJson {.identity = "46701000050", .requestId = submission.requestId.toString()}.enveloped();
        QCOMPARE(m_bench->post(json, m_bench->sign(json, "nonce")).status, 200);
        QVERIFY(m_bench->reaches(submission.requestId, LookupState::Complete));
        m_bench->start();
        QCOMPARE(m_bench->progress(submission.requestId).state, LookupState::Complete);
    }

    void anotherRequestIdInTheRegistrationJoinsAllTheSame()
    {
        ScriptedServer api([](const SeenRequest &) { return ScriptedAnswer {200, R"({"request_id":"01THEIRS"})"}; });
        const auto submission = askElsewhere(api);
        QVERIFY(submission.isRegistered());
        const auto json
            = NotificationJson {.identity = "46701000050", .requestId = QStringLiteral("01THEIRS")}.enveloped();
        QCOMPARE(m_bench->post(json, m_bench->sign(json, "nonce")).status, 200);
        QVERIFY(m_bench->reaches(submission.requestId, LookupState::Complete));
        QCOMPARE(m_bench->rowsOf(submission.requestId).first().requestId, submission.requestId.toString());
    }

    void aRestartInTheMiddleKeepsWhatWasAskedAndWhatWaits()
    {
        const auto answered = m_bench->ask("SMS", "46701000050").requestId;
        QVERIFY(m_bench->reaches(answered, LookupState::Complete));
        const auto silent = m_bench->ask("SMS", "46701000060").requestId;
        const auto late = m_bench->ask("SMS", "46701000063").requestId; // answers 450 ms after it was asked
        m_bench->start();
        QCOMPARE(m_bench->program->lookups.recent().size(), 3);
        QCOMPARE(m_bench->progress(answered).state, LookupState::Complete);
        QCOMPARE(m_bench->progress(silent).state, LookupState::Waiting);
        QVERIFY(m_bench->reaches(late, LookupState::Complete));
        QCOMPARE(m_bench->rowsOf(answered).size(), 1);
    }

    void whatCameWhileTheProgramWasAwayIsSentAgain()
    {
        const auto id = m_bench->ask("SMS", "46701000063").requestId;
        m_bench->program.reset();
        {
            QTcpServer deaf; // takes the answer and ends
            QVERIFY(deaf.listen(QHostAddress::LocalHost, m_bench->port));
            QVERIFY(comesTrue([&] { return deaf.hasPendingConnections(); }));
        }
        m_bench->start();
        QVERIFY(m_bench->reaches(id, LookupState::Complete));
    }

private:
    LookupSubmission askElsewhere(const ScriptedServer &api)
    {
        m_elsewhere = m_bench->connect(api.url());
        const QList<ChannelIdentity> typed {
            {ChannelName::fromText(QStringLiteral("SMS")), QStringLiteral("46701000050")}};
        return settled(m_bench->program->lookups.submit(*m_elsewhere, {*m_bench->app, typed, {}, typed, 30s}));
    }

    std::unique_ptr<FlowBench> m_bench;
    std::unique_ptr<ProjectConnection> m_elsewhere;
};

QTEST_GUILESS_MAIN(TestLookupFaults)
#include "tst_lookup_faults.moc"

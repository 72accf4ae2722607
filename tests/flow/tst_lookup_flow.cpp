// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow_bench.h"

using namespace console;
using namespace std::chrono_literals;

namespace {

/// What a user sees of an identity with one of the twenty special endings.
struct Seen
{
    LookupState state = LookupState::Complete;
    int rows = 1;
    const char *status = ""; ///< of the first row, as the vendor sent it
    const char *reason = "";
    std::chrono::milliseconds wait = 30s;
};

} // namespace

Q_DECLARE_METATYPE(Seen)

/// From the question to the last answer, against the sandbox over real HTTP.
class TestLookupFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bench = std::make_unique<FlowBench>(); }
    void cleanupTestCase() { m_bench.reset(); }

    void anEndingGivesWhatTheTableSays_data()
    {
        QTest::addColumn<QByteArray>("ending");
        QTest::addColumn<Seen>("seen");
        const auto row = [](const char *ending, const char *claim, const Seen &seen) {
            QTest::newRow(claim) << QByteArray(ending) << seen;
        };
        row("17", "17: a plausible answer", {});
        row("50", "50: full", {.status = "CAPABILITY_FULL"});
        row("51", "51: partial, with features", {.status = "CAPABILITY_PARTIAL"});
        row("52", "52: none, not reachable", {.status = "NO_CAPABILITY", .reason = "RECIPIENT_NOT_REACHABLE"});
        row("53", "53: unknown without a reason", {.status = "CAPABILITY_UNKNOWN"});
        row("54", "54: unknown, the channel failed", {.status = "CAPABILITY_UNKNOWN", .reason = "CHANNEL_FAILURE"});
        row("55", "55: none, not configured", {.status = "NO_CAPABILITY", .reason = "CHANNEL_CONFIGURATION_MISSING"});
        row("56", "56: rate limited", {.reason = "RATE_LIMITED"});
        row("57", "57: not opted in", {.reason = "RECIPIENT_NOT_OPTED_IN"});
        row("58", "58: the query is answered 429", {.state = LookupState::Failed, .rows = 0});
        row("59", "59: the query is answered 500", {.state = LookupState::Failed, .rows = 0});
        row("60", "60: silence", {.state = LookupState::TimedOut, .rows = 0, .wait = 100ms});
        row("61", "61: a retry", {});
        row("62", "62: a conflict", {.rows = 2, .status = "CAPABILITY_FULL"});
        row("63", "63: an answer after the wait", {.state = LookupState::AnsweredLate, .wait = 100ms});
        row("64", "64: a wrong signature", {.state = LookupState::TimedOut, .rows = 0, .wait = 100ms});
        row("65", "65: a stale timestamp", {.state = LookupState::TimedOut, .rows = 0, .wait = 100ms});
        row("66", "66: the flat shape", {});
        row("67", "67: values that nobody knows", {.status = "CAPABILITY_EXPERIMENTAL"});
        row("68", "68: the answer before the registration", {});
        row("69", "69: no JSON", {.state = LookupState::TimedOut, .rows = 0, .wait = 100ms});
    }
    void anEndingGivesWhatTheTableSays()
    {
        QFETCH(QByteArray, ending);
        QFETCH(Seen, seen);
        const auto submission = m_bench->ask("RCS", QByteArray("467010000" + ending).constData(), seen.wait);
        const RequestId id = submission.requestId;
        QCOMPARE(submission.isRegistered(), seen.state != LookupState::Failed);
        QVERIFY(m_bench->reaches(id, seen.state));
        QVERIFY(comesTrue([&] { return m_bench->rowsOf(id).size() == seen.rows; }));
        const auto first = m_bench->rowsOf(id).value(0);
        if (*seen.status)
            QCOMPARE(first.status.raw, QLatin1String(seen.status));
        if (*seen.reason || *seen.status)
            QCOMPARE(first.reason.code.raw, QLatin1String(seen.reason));
        const auto progress = m_bench->progress(id);
        QCOMPARE(progress.expected, 1);
        QCOMPARE(progress.answered, seen.rows > 0 ? 1 : 0);
        checkFurther(ending.toInt(), submission, first);
        QVERIFY(comesTrue([&] { return **m_bench->read()->findLookup(id) == *m_bench->program->lookups.find(id); }));
    }

    void severalIdentitiesAreAnsweredEachByItself()
    {
        const auto address = [](const char *channel, const char *identity) {
            return ChannelIdentity {ChannelName::fromText(QLatin1String(channel)), QLatin1String(identity)};
        };
        const auto silent = address("WHATSAPP", "+46701000060");
        const auto id
            = settled(m_bench->submit({address("SMS", "46701000050"), address("RCS", "46701000051"), silent}, 200ms))
                  .requestId;
        QVERIFY(m_bench->reaches(id, LookupState::TimedOut));
        const auto progress = m_bench->progress(id);
        QCOMPARE(progress.answered, 2);
        QCOMPARE(progress.silent, QList {silent});
    }

    void aContactIsAnsweredOnTheChannelsOfTheApp()
    {
        const auto contact = settled(m_bench->connection->contacts().list({}, {})).value().contacts.first();
        const auto app = settled(m_bench->connection->apps().get(*m_bench->app)).value();
        QList<ChannelName> channels;
        for (const auto &channel : app.channels)
            channels.append(channel.channel);
        const auto expected = expectedAnswers(contact.identities, channels);
        QCOMPARE(expected.size(), 3);
        const auto id = settled(m_bench->program->lookups.submit(
                                    *m_bench->connection, {*m_bench->app, contact.id, contact.displayName, expected}))
                            .requestId;
        QVERIFY(m_bench->reaches(id, LookupState::Complete));
        for (const auto &row : m_bench->rowsOf(id)) {
            QCOMPARE(row.contactId, contact.id.toString());
            QCOMPARE(row.contactName, contact.displayName);
            QCOMPARE(row.projectId, m_bench->access.projectId);
            QVERIFY(row.latency.has_value());
        }
    }

private:
    void checkFurther(int ending, const LookupSubmission &submission, const NotificationRow &first)
    {
        const RequestId id = submission.requestId;
        switch (ending) {
        case 51:
            QVERIFY(!first.channelCapabilities.isEmpty());
            break;
        case 58:
        case 59:
            QCOMPARE(submission.failure->httpStatus, std::optional(ending == 58 ? 429 : 500));
            QVERIFY(!submission.failure->vendorWords.isEmpty());
            break;
        case 61:
            QVERIFY(comesTrue([&] { return m_bench->rowsOf(id).first().retries == 1; }));
            break;
        case 62:
            QCOMPARE(m_bench->rowsOf(id).first().outcome, Outcome::Conflict);
            QCOMPARE(m_bench->rowsOf(id).last().outcome, Outcome::Conflict);
            break;
        case 63:
            QVERIFY(*first.latency > 100ms);
            break;
        case 64:
            checkRejected(RejectionCause::SignatureWrong);
            break;
        case 65:
            checkRejected(RejectionCause::TimestampStale);
            break;
        case 66:
            QCOMPARE(first.join, JoinKind::ByRecipient);
            QCOMPARE(first.acceptedTime, QString());
            return;
        case 67:
            QVERIFY(!first.status.isRecognized());
            QCOMPARE(first.channelCapabilities,
                     (QStringList {QStringLiteral("HOLOGRAM"), QStringLiteral("ACTION_TELEPORT")}));
            break;
        case 68:
            QVERIFY(first.receivedAt <= *m_bench->program->lookups.find(id)->registeredAt);
            break;
        case 69:
            QVERIFY(comesTrue([&] { return m_bench->read()->counts()->unreadable == 1; }));
            QVERIFY(m_bench->read()->unreadable(1)->first().body.contains("<this is not JSON>"));
            break;
        default:
            break;
        }
        if (first.id != 0)
            QCOMPARE(first.join, JoinKind::ByRequestId);
    }

    void checkRejected(RejectionCause cause)
    {
        QVERIFY(comesTrue([&] { return m_bench->read()->counts()->rejected.value(cause) == 1; }));
        const auto kept = m_bench->read()->rejected(1)->first();
        QCOMPARE(kept.cause, cause);
        QVERIFY(kept.body.contains("capability_notification"));
    }

    std::unique_ptr<FlowBench> m_bench;
};

QTEST_GUILESS_MAIN(TestLookupFlow)
#include "tst_lookup_flow.moc"

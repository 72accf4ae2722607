// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/continuation.h"
#include "lookup/lookup_service.h"
#include "storage/history_reader.h"
#include "support/lookup_bench.h"
#include "support/result_macros.h"
#include "support/settled.h"

#include <QSignalSpy>

using namespace console;
using namespace std::chrono_literals;

namespace {

/// The request id that a query carries.
QString requestIdIn(const FakeRequest &request)
{
    return QJsonDocument::fromJson(request.body).object().value(QStringLiteral("request_id")).toString();
}

FakeAnswer registered(const QString &requestId)
{
    return {200, "{\"request_id\":\"" + requestId.toUtf8() + "\",\"app_id\":\"app\"}"};
}

} // namespace

/// A lookup from pressing the button to its last answer; the API is a script, the history is real.
class TestLookupService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_query = [](const FakeRequest &request) { return registered(requestIdIn(request)); };
        m_token = fakeToken();
        m_bench = std::make_unique<LookupBench>([this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.path() == QLatin1String("/token"))
                return m_token;
            if (request.method == "POST" && request.path() == QLatin1String("/v1/projects/project/capability:query"))
                return m_query(request);
            return std::nullopt;
        });
    }
    void cleanup() { m_bench.reset(); }

    void aLookupIsToldAndInRecentAtOnce()
    {
        const QSignalSpy added(&service(), &LookupService::lookupAdded);
        const auto future = submit();
        QCOMPARE(added.size(), 1);
        QCOMPARE(service().recent().size(), 1);
        QCOMPARE(stateOf(service().recent().first()), LookupState::Sending);
        QVERIFY(settled(future).isRegistered());
        QCOMPARE(added.size(), 1);
    }

    void aLookupIsStoredBeforeItIsSent()
    {
        bool wasStored = false;
        m_query = [&](const FakeRequest &request) {
            wasStored = read()->findLookup(*RequestId::parse(requestIdIn(request)))->has_value();
            return registered(requestIdIn(request));
        };
        settled(submit());
        QVERIFY(wasStored);
    }

    void aRegisteredLookupWaits()
    {
        QSignalSpy changed(&service(), &LookupService::lookupChanged);
        const auto submission = settled(submit());
        QVERIFY(submission.isRegistered());
        QCOMPARE(stateOf(submission.requestId), LookupState::Waiting);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_bench->network.count("capability:query"), 1);
        QCOMPARE(requestIdIn(m_bench->network.requests.last()), submission.requestId.toString());
        QCOMPARE(stored(submission.requestId), *service().find(submission.requestId));
        QCOMPARE(stored(submission.requestId).registeredAt, std::optional(m_bench->clock.now()));
    }

    void any200IsARegistration_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("an empty object") << QByteArray("{}");
        QTest::newRow("nothing at all") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("an empty request id") << QByteArray("{\"request_id\":\"\"}");
    }
    void any200IsARegistration()
    {
        QFETCH(QByteArray, body);
        m_query = [&](const FakeRequest &) { return FakeAnswer {200, body}; };
        const auto submission = settled(submit());
        QVERIFY(submission.isRegistered());
        QVERIFY(service().find(submission.requestId)->aliases.isEmpty());
    }

    void anAnswerOtherThan200IsFinalAndNeverRepeated_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {201, 202, 204, 301, 400, 401, 403, 404, 429, 500, 501, 503})
            QTest::addRow("%d", status) << status;
    }
    void anAnswerOtherThan200IsFinalAndNeverRepeated()
    {
        QFETCH(int, status);
        m_query = [&](const FakeRequest &) {
            return FakeAnswer {
                status, R"({"error":{"code":7,"message":"Words of the vendor","status":"X"}})", {{"Retry-After", "0"}}};
        };
        const auto submission = settled(submit());
        QVERIFY(submission.failure.has_value());
        QCOMPARE(submission.failure->kind, LookupFailure::Kind::Refused);
        QCOMPARE(submission.failure->httpStatus, std::optional(status));
        QCOMPARE(m_bench->network.count("capability:query"), 1);
        QCOMPARE(stateOf(submission.requestId), LookupState::Failed);
        QCOMPARE(stored(submission.requestId).failure, submission.failure);
    }

    void theVendorsWordsAreKept()
    {
        m_query = [](const FakeRequest &) {
            return FakeAnswer {404, R"({"error":{"code":404,"message":"App not found","status":"NOT_FOUND"}})"};
        };
        const auto submission = settled(submit());
        QVERIFY(submission.failure->vendorWords.contains(QStringLiteral("App not found")));
        QVERIFY(stored(submission.requestId).failure->vendorWords.contains(QStringLiteral("App not found")));
    }

    void ofAReplacedHistoryTheLookupsThatItLacksGo()
    {
        const auto gone = settled(submit()).requestId;
        const auto kept = settled(submit()).requestId;
        const Lookup stored = this->stored(kept);
        QVERIFY(m_bench->receive(callbackBody(kept.toString(), typedAddress(), QStringLiteral("CAPABILITY_FULL"))));
        QTRY_COMPARE(service().find(kept)->answers.size(), 1);
        QList<RequestId> removed;
        connect(&service(), &LookupService::lookupRemoved, this,
                [&removed](const RequestId &id) { removed.append(id); });
        const QSignalSpy changed(&service(), &LookupService::lookupChanged);
        service().expectRestore();
        const auto since = settled(submit()).requestId;
        const auto tellings = changed.size();
        Lookup other = stored;
        other.requestId = *RequestId::parse(QStringLiteral("01OTHER"));
        service().restore({stored, other}); // as it was before the answer came
        QCOMPARE(idsOf(service().recent()), (QList<RequestId> {since, kept, other.requestId}));
        QCOMPARE(removed, QList<RequestId> {gone});
        QCOMPARE(service().find(kept), std::optional(stored));
        QCOMPARE(changed.size(), tellings + 1);
    }

    void whatIsAskedOrAnsweredWhileItIsReadAnewStays()
    {
        const auto asked = settled(submit()).requestId;
        const Lookup stored = this->stored(asked);
        service().expectRestore();
        QVERIFY(m_bench->receive(callbackBody(asked.toString(), typedAddress(), QStringLiteral("CAPABILITY_FULL"))));
        QTRY_COMPARE(service().find(asked)->answers.size(), 1);
        const auto sending = submit();
        service().restore({stored});
        QCOMPARE(service().recent().size(), 2);
        QCOMPARE(service().find(asked)->answers.size(), 1);
        QVERIFY(settled(sending).isRegistered());
    }

    void withoutAnAnswerTheOutcomeIsUnknownAndNothingIsRepeated()
    {
        m_query = [](const FakeRequest &) { return FakeAnswer {0}; };
        const auto submission = settled(submit());
        QCOMPARE(submission.failure->kind, LookupFailure::Kind::OutcomeUnknown);
        QVERIFY(!submission.failure->httpStatus);
        QCOMPARE(m_bench->network.count("capability:query"), 1);
        QCOMPARE(stateOf(submission.requestId), LookupState::OutcomeUnknown);
        QCOMPARE(stored(submission.requestId).failure, submission.failure);
    }

    void withoutAnAccessTokenNothingIsAsked()
    {
        m_token = {401, "{}"};
        const auto submission = settled(submit());
        QCOMPARE(submission.failure->kind, LookupFailure::Kind::NotSent);
        QCOMPARE(m_bench->network.count("capability:query"), 0);
        QCOMPARE(stateOf(submission.requestId), LookupState::Failed);
    }

    void anExpiredTokenIsRenewedOnceAndTheLookupSentAgain()
    {
        m_query = [this](const FakeRequest &request) {
            return m_bench->network.count("capability:query") == 1
                ? FakeAnswer {401,
                              "{}",
                              {{"WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"expired\""}}}
                : registered(requestIdIn(request));
        };
        QVERIFY(settled(submit()).isRegistered());
        QCOMPARE(m_bench->network.count("capability:query"), 2);
        QCOMPARE(m_bench->network.count("token"), 2);
    }

    void aLookupThatCannotBeStoredIsNotSent()
    {
        HistoryWriter closed(m_bench->path, m_bench->clock);
        LookupService blind(closed, m_bench->clock);
        const QSignalSpy changed(&blind, &LookupService::lookupChanged);
        const QSignalSpy failed(&blind, &LookupService::storeFailed);
        const auto submission = settled(blind.submit(m_bench->connection, draft()));
        QVERIFY(submission.storage.has_value());
        QVERIFY(!submission.isRegistered());
        QVERIFY(m_bench->network.requests.isEmpty());
        QCOMPARE(blind.progress(*blind.find(submission.requestId)).state,
                 LookupState::Failed); // whoever saw it added sees its end
        QCOMPARE(changed.size(), 1);
        QVERIFY(comesTrue([&] { return !failed.isEmpty(); }));
    }

    void nobodyToAskIsSaidBeforeAnythingIsStored()
    {
        LookupDraft nobody = draft();
        nobody.recipient = QList<ChannelIdentity>();
        const auto submission = settled(service().submit(m_bench->connection, nobody));
        COMPARE_ERROR(Result<>(failure(*submission.storage)), Error::Kind::Config);
        QVERIFY(service().recent().isEmpty());
        QVERIFY(m_bench->network.requests.isEmpty());
    }

    void anotherRequestIdInTheRegistrationIsAnAlias()
    {
        m_query = [](const FakeRequest &) { return registered(QStringLiteral("01THEIRS")); };
        const auto submission = settled(submit());
        QVERIFY(submission.isRegistered());
        const QList<RequestId> aliases {*RequestId::parse(QStringLiteral("01THEIRS"))};
        QCOMPARE(service().find(submission.requestId)->aliases, aliases);
        QCOMPARE(stored(submission.requestId).aliases, aliases);
        receive(QStringLiteral("01THEIRS"), "SMS");
        QVERIFY(comesTrue([&] { return service().find(submission.requestId)->answers.size() == 1; }));
        QCOMPARE(stored(submission.requestId), *service().find(submission.requestId));
    }

    void anAnswerUnderAnAliasMayComeBeforeTheAliasIsKnown()
    {
        m_query = [](const FakeRequest &) {
            FakeAnswer held = registered(QStringLiteral("01THEIRS"));
            held.isHeld = true;
            return held;
        };
        const auto future = submit();
        QVERIFY(comesTrue([&] { return m_bench->network.count("capability:query") == 1; }));
        receive(QStringLiteral("01THEIRS"), "SMS");
        receive(service().recent().first().requestId.toString(), "RCS");
        m_bench->network.release();
        const auto submission = settled(future);
        QVERIFY(comesTrue([&] { return service().find(submission.requestId)->answers.size() == 2; }));
        QCOMPARE(stored(submission.requestId), *service().find(submission.requestId)); // in order of arrival in both
        QCOMPARE(stateOf(submission.requestId), LookupState::Complete);
    }

    void answersMayComeBeforeTheRegistration()
    {
        m_query = [](const FakeRequest &request) {
            FakeAnswer held = registered(requestIdIn(request));
            held.isHeld = true;
            return held;
        };
        const auto future = submit();
        QVERIFY(comesTrue([&] { return m_bench->network.count("capability:query") == 1; }));
        const RequestId id = service().recent().first().requestId;
        receive(id.toString(), "SMS");
        QVERIFY(comesTrue([&] { return stateOf(id) == LookupState::PartlyAnswered; }));
        receive(id.toString(), "RCS");
        QVERIFY(comesTrue([&] { return stateOf(id) == LookupState::Complete; }));
        m_bench->network.release();
        QVERIFY(settled(future).isRegistered());
        QCOMPARE(stateOf(id), LookupState::Complete);
        QCOMPARE(stored(id), *service().find(id));
    }

    void anAnswerMakesAFailedLookupCountAsRegistered_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("the outcome was unknown") << 0;
        QTest::newRow("it was refused") << 500;
    }
    void anAnswerMakesAFailedLookupCountAsRegistered()
    {
        QFETCH(int, status);
        m_query = [&](const FakeRequest &) { return FakeAnswer {status, "{}"}; };
        const auto submission = settled(submit());
        receive(submission.requestId.toString(), "SMS");
        QVERIFY(comesTrue([&] { return stateOf(submission.requestId) == LookupState::PartlyAnswered; }));
    }

    void eachAnswerAndEachBatchIsTold()
    {
        const auto submission = settled(submit());
        QSignalSpy changed(&service(), &LookupService::lookupChanged);
        QSignalSpy history(&service(), &LookupService::historyChanged);
        receive(submission.requestId.toString(), "SMS");
        QVERIFY(comesTrue([&] { return history.size() == 1; }));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(history.first().first().value<HistoryBatch>().added.size(), 1);
        receive(submission.requestId.toString(), "SMS"); // a retry changes the row, not the lookup
        QVERIFY(comesTrue([&] { return history.size() == 2; }));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(history.last().first().value<HistoryBatch>().changed.size(), 1);
        receive(QStringLiteral("01FOREIGN"), "SMS");
        QVERIFY(comesTrue([&] { return history.size() == 3; }));
        QCOMPARE(changed.size(), 1);
    }

    void aListenerMaySubmitAgain()
    {
        QList<QFuture<LookupSubmission>> more;
        connect(&service(), &LookupService::lookupChanged, &service(), [&](const Lookup &) {
            if (more.size() < 50)
                more += submit();
        });
        QStringList heard; // a second listener must get the same lookup whole
        connect(&service(), &LookupService::lookupChanged, &service(),
                [&](const Lookup &lookup) { heard += lookup.requestId.toString(); });
        settled(submit());
        QVERIFY(comesTrue([&] { return more.size() == 50 && more.last().isFinished(); }));
        QCOMPARE(service().recent().size(), 51);
        QVERIFY(std::all_of(heard.begin(), heard.end(),
                            [&](const QString &id) { return service().find(*RequestId::parse(id)).has_value(); }));
    }

    void onlyTheNewestAreRecent()
    {
        QFuture<LookupSubmission> last;
        for (int i = 0; i < LookupService::kRecent + 5; ++i)
            last = submit();
        QVERIFY(settled(last).isRegistered());
        QCOMPARE(service().recent().size(), LookupService::kRecent);
        QCOMPARE(service().recent().first().requestId, last.result().requestId);
    }

private:
    LookupService &service() { return m_bench->service; }
    static LookupDraft draft()
    {
        const QList<ChannelIdentity> typed {LookupBench::address("SMS", "46701234567"),
                                            LookupBench::address("RCS", "46701234567")};
        return {*AppId::parse(QStringLiteral("app")), typed, {}, typed};
    }
    QFuture<LookupSubmission> submit() { return service().submit(m_bench->connection, draft()); }
    void receive(const QString &requestId, const char *channel)
    {
        QVERIFY(m_bench->receive(
            callbackBody(requestId, LookupBench::address(channel, "46701234567"), QStringLiteral("CAPABILITY_FULL"))));
    }
    static ChannelIdentity typedAddress() { return LookupBench::address("SMS", "46701234567"); }
    static QList<RequestId> idsOf(const QList<Lookup> &lookups)
    {
        QList<RequestId> ids;
        for (const Lookup &lookup : lookups)
            ids.append(lookup.requestId);
        return ids;
    }
    LookupState stateOf(const Lookup &lookup) { return service().progress(lookup).state; }
    LookupState stateOf(const RequestId &id) { return stateOf(*service().find(id)); }
    std::unique_ptr<HistoryReader> read() { return *HistoryReader::open(m_bench->path); }
    Lookup stored(const RequestId &id) { return **read()->findLookup(id); }

    std::function<FakeAnswer(const FakeRequest &)> m_query;
    FakeAnswer m_token;
    std::unique_ptr<LookupBench> m_bench;
};

QTEST_GUILESS_MAIN(TestLookupService)
#include "tst_lookup_service.moc"

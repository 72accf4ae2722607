// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/lookup_service.h"
#include "storage/history_reader.h"
#include "support/lookup_bench.h"
#include "support/result_macros.h"
#include "support/settled.h"

#include <QSignalSpy>

using namespace console;
using namespace std::chrono_literals;

/// What time and a restart do to a lookup. The clock is moved by hand; the service's timers run on real milliseconds.
class TestLookupTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<LookupBench>([this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            FakeAnswer answer = request.path() == QLatin1String("/token") ? fakeToken() : FakeAnswer {200, "{}"};
            answer.isHeld = m_isHeld;
            return answer;
        });
        m_isHeld = false;
    }
    void cleanup() { m_bench.reset(); }

    void whenTheWaitIsOverItIsTold()
    {
        const RequestId id = ask(20ms);
        receive(id, "SMS");
        QVERIFY(comesTrue([&] { return stateOf(id) == LookupState::PartlyAnswered; }));
        QSignalSpy changed(&service(), &LookupService::lookupChanged);
        QVERIFY(!changed.wait(60)); // real time alone changes nothing
        m_bench->clock.advance(21ms);
        QVERIFY(changed.wait());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stateOf(id), LookupState::TimedOut);
        const auto progress = service().progress(*service().find(id));
        QCOMPARE(progress.answered, 1);
        QCOMPARE(progress.silent, QList {LookupBench::address("RCS", "46701234567")});
        QVERIFY(!changed.wait(60)); // once
    }

    void anAnswerAfterTheWaitIsALateOne()
    {
        const RequestId id = ask(20ms);
        receive(id, "SMS");
        m_bench->clock.advance(1h);
        QVERIFY(comesTrue([&] { return stateOf(id) == LookupState::TimedOut; }));
        receive(id, "RCS");
        QVERIFY(comesTrue([&] { return stateOf(id) == LookupState::AnsweredLate; }));
    }

    void severalWaitsEndEachAtItsTime()
    {
        const RequestId slow = ask(40ms);
        const RequestId quick = ask(20ms);
        QList<RequestId> changed;
        connect(&service(), &LookupService::lookupChanged, &service(),
                [&](const Lookup &lookup) { changed += lookup.requestId; });
        m_bench->clock.advance(21ms);
        QVERIFY(comesTrue([&] { return !changed.isEmpty(); }));
        QCOMPARE(changed, QList {quick});
        m_bench->clock.advance(20ms);
        QVERIFY(comesTrue([&] { return changed.size() == 2; }));
        QCOMPARE(changed.last(), slow);
    }

    void aSlowAccessTokenIsStillSending()
    {
        m_isHeld = true;
        const auto future = service().submit(m_bench->connection, draft(30s));
        QVERIFY(comesTrue([&] { return m_bench->network.count("token") == 1; }));
        m_bench->clock.advance(60s); // far beyond the limit of the POST, which was not sent
        QCOMPARE(stateOf(service().recent().first().requestId), LookupState::Sending);
        m_isHeld = false;
        m_bench->network.release();
        QVERIFY(settled(future).isRegistered());
        QCOMPARE(stateOf(service().recent().first().requestId), LookupState::Waiting);
    }

    void whatWaitedGoesOnWaitingAfterARestart()
    {
        const RequestId id = ask(20ms);
        receive(id, "SMS");
        LookupService restarted(m_bench->store->writer(), m_bench->clock);
        restarted.restore(storedLookups());
        QCOMPARE(restarted.recent().size(), 1);
        QCOMPARE(restarted.progress(restarted.recent().first()).state, LookupState::PartlyAnswered);
        QSignalSpy changed(&restarted, &LookupService::lookupChanged);
        m_bench->clock.advance(21ms);
        QVERIFY(changed.wait());
        QCOMPARE(restarted.progress(*restarted.find(id)).state, LookupState::TimedOut);
        receive(id, "RCS");
        QVERIFY(comesTrue([&] { return restarted.progress(*restarted.find(id)).state == LookupState::AnsweredLate; }));
    }

    void aLookupThatACrashInterruptedBecomesUnknown()
    {
        Lookup sending {*RequestId::parse(QStringLiteral("01CRASHED")),
                        {},
                        *AppId::parse(QStringLiteral("app")),
                        draft(30s).recipient,
                        {},
                        draft(30s).expected,
                        m_bench->clock.now()};
        sending.requestTimeLimit = 20ms;
        VERIFY_OK(settled(m_bench->store->writer().insertLookup(sending)));
        LookupService restarted(m_bench->store->writer(), m_bench->clock);
        restarted.restore(storedLookups());
        QCOMPARE(restarted.progress(restarted.recent().first()).state, LookupState::Sending);
        QSignalSpy changed(&restarted, &LookupService::lookupChanged);
        m_bench->clock.advance(21ms);
        QVERIFY(changed.wait());
        QCOMPARE(restarted.progress(restarted.recent().first()).state, LookupState::OutcomeUnknown);
    }

    void restoringKeepsWhatWasAskedMeanwhile()
    {
        const RequestId old = ask(30s);
        LookupService restarted(m_bench->store->writer(), m_bench->clock);
        const auto read = storedLookups();
        const auto asked = settled(restarted.submit(m_bench->connection, draft(30s)));
        restarted.restore(read);
        QCOMPARE(restarted.recent().size(), 2);
        QCOMPARE(restarted.recent().first().requestId, asked.requestId);
        QCOMPARE(restarted.recent().last().requestId, old);
        restarted.restore(storedLookups()); // a second time: nobody twice
        QCOMPARE(restarted.recent().size(), 2);
        QVERIFY(restarted.find(asked.requestId)->registeredAt.has_value());
    }

    void restoringKeepsWhatWasAnsweredMeanwhile()
    {
        const RequestId id = ask(30s);
        LookupService restarted(m_bench->store->writer(), m_bench->clock);
        QSignalSpy history(&restarted, &LookupService::historyChanged);
        const auto read = storedLookups();
        receive(id, "SMS");
        QVERIFY(comesTrue([&] { return history.size() == 1; }));
        restarted.restore(read);
        QCOMPARE(restarted.find(id)->answers.size(), 1);
        QCOMPARE(*restarted.find(id), storedLookups().first());
    }

    void restoringTakesNoMoreThanAreRecent()
    {
        QList<Lookup> many;
        for (int i = 0; i < LookupService::kRecent + 50; ++i)
            many.append({*RequestId::parse(QString::number(i)),
                         {},
                         *AppId::parse(QStringLiteral("app")),
                         draft(30s).recipient,
                         {},
                         {},
                         m_bench->clock.now()});
        service().restore(many);
        QCOMPARE(service().recent().size(), LookupService::kRecent);
        QCOMPARE(service().recent().first(), many.first());
    }

private:
    LookupService &service() { return m_bench->service; }
    static LookupDraft draft(std::chrono::milliseconds wait)
    {
        const QList<ChannelIdentity> typed {LookupBench::address("SMS", "46701234567"),
                                            LookupBench::address("RCS", "46701234567")};
        return {*AppId::parse(QStringLiteral("app")), typed, {}, typed, wait};
    }
    RequestId ask(std::chrono::milliseconds wait)
    {
        return settled(service().submit(m_bench->connection, draft(wait))).requestId;
    }
    void receive(const RequestId &id, const char *channel)
    {
        QVERIFY(m_bench->receive(callbackBody(id.toString(), LookupBench::address(channel, "46701234567"),
                                              QStringLiteral("CAPABILITY_FULL"))));
    }
    LookupState stateOf(const RequestId &id) { return service().progress(*service().find(id)).state; }
    QList<Lookup> storedLookups()
    {
        return *(*HistoryReader::open(m_bench->path))->recentLookups(LookupService::kRecent);
    }

    bool m_isHeld = false;
    std::unique_ptr<LookupBench> m_bench;
};

QTEST_GUILESS_MAIN(TestLookupTimes)
#include "tst_lookup_times.moc"

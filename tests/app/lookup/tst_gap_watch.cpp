// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/gap_watch.h"
#include "lookup/missed_answers.h"

#include <QSignalSpy>
#include <QTest>

using namespace console;
using namespace std::chrono_literals;
using Kind = ReceiverGap::Kind;

namespace {

const Timestamp kStart = fromMilliseconds(1'790'000'000'000);

Lookup lookupAt(Timestamp askedAt)
{
    const QList<ChannelIdentity> expected {{ChannelName::fromText(QStringLiteral("RCS")), QStringLiteral("46701")},
                                           {ChannelName::fromText(QStringLiteral("SMS")), QStringLiteral("46701")}};
    Lookup lookup {*RequestId::parse(QStringLiteral("request")),
                   {},
                   *AppId::parse(QStringLiteral("app")),
                   expected,
                   {},
                   expected,
                   askedAt};
    lookup.registeredAt = askedAt;
    lookup.wait = 30s;
    return lookup;
}

} // namespace

class TestGapWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsSleepFromAClockThatJumps_data()
    {
        QTest::addColumn<int>("wall");
        QTest::addColumn<int>("running");
        QTest::addColumn<int>("awake");
        QTest::addColumn<QList<int>>("gap"); // kind, from, to
        const auto row = [](const char *claim, int wall, int running, int awake, const QList<int> &gap) {
            QTest::newRow(claim) << wall << running << awake << gap;
        };
        row("a beat", 1, 1, 1, {});
        row("a late beat", 4, 4, 4, {});
        row("a process that was stopped hears nothing, but the sockets keep it", 60, 60, 60, {});
        row("a clock that drifts", 3, 1, 1, {});
        row("an hour of sleep", 3600, 3600, 1, {int(Kind::Slept), 0, 3600});
        row("sleep with a clock set back meanwhile", -100, 3600, 1, {int(Kind::Slept), -3700, -100});
        row("set forward by a minute", 61, 1, 1, {int(Kind::ClockForward), 0, 61});
        row("set back by a day", -86399, 1, 1, {int(Kind::ClockBackward), -86399, 0});
    }
    void tellsSleepFromAClockThatJumps()
    {
        QFETCH(int, wall);
        QFETCH(int, running);
        QFETCH(int, awake);
        QFETCH(QList<int>, gap);
        Instants now {kStart, 1h, 1h};
        GapWatch watch([&] { return now; });
        QSignalSpy found(&watch, &GapWatch::gapFound);
        now = {kStart + std::chrono::seconds(wall), 1h + std::chrono::seconds(running),
               1h + std::chrono::seconds(awake)};
        watch.look();
        QCOMPARE(found.size(), gap.isEmpty() ? 0 : 1);
        if (!gap.isEmpty())
            QCOMPARE(found.first().first().value<ReceiverGap>(),
                     (ReceiverGap {Kind(gap.at(0)), kStart + std::chrono::seconds(gap.at(1)),
                                   kStart + std::chrono::seconds(gap.at(2))}));
        watch.look(); // nothing more happened
        QCOMPARE(found.size(), gap.isEmpty() ? 0 : 1);
    }

    void theMachinesClocksAgreeWhileItIsAwake()
    {
        GapWatch watch;
        QSignalSpy found(&watch, &GapWatch::gapFound);
        QTest::qWait(50);
        watch.look();
        QCOMPARE(found.size(), 0);
    }

    void aGapHitsWhatWaitedInItAndIsStillSilent_data()
    {
        QTest::addColumn<int>("askedAfter"); // seconds from the beginning of a gap of ten minutes
        QTest::addColumn<int>("answers");
        QTest::addColumn<bool>("isHit");
        QTest::newRow("asked before, waiting as it began") << -20 << 0 << true;
        QTest::newRow("one of two answered") << -20 << 1 << true;
        QTest::newRow("all answered") << -20 << 2 << false;
        QTest::newRow("its wait was over before") << -31 << 0 << false;
        QTest::newRow("asked in it") << 300 << 0 << true;
        QTest::newRow("asked after it") << 601 << 0 << false;
    }
    void aGapHitsWhatWaitedInItAndIsStillSilent()
    {
        QFETCH(int, askedAfter);
        QFETCH(int, answers);
        QFETCH(bool, isHit);
        Lookup lookup = lookupAt(kStart + std::chrono::seconds(askedAfter));
        for (int i = 0; i < answers; ++i)
            lookup.answers.append({i + 1, lookup.expected.at(i), {}, lookup.askedAt + 1s});
        const auto hit = lookupsHitBy({Kind::Slept, kStart, kStart + 10min}, {lookup}, kStart + 1h);
        QCOMPARE(!hit.isEmpty(), isHit);
        lookup.failure = LookupFailure {};
        lookup.failure->httpStatus = 403;
        lookup.registeredAt.reset();
        if (answers == 0) // nothing was asked, so nothing is missed
            QVERIFY(lookupsHitBy({Kind::Slept, kStart, kStart + 10min}, {lookup}, kStart + 1h).isEmpty());
    }

    void whatWasAskedAgainIsNoLongerMissed()
    {
        const ReceiverGap gap {Kind::Slept, kStart, kStart + 10min};
        const Lookup hit = lookupAt(kStart - 10s);
        Lookup again = lookupAt(kStart + 30min);
        QVERIFY(lookupsHitBy(gap, {again, hit}, kStart + 31min).isEmpty());
        Lookup other = again;
        other.appId = *AppId::parse(QStringLiteral("another app"));
        QCOMPARE(lookupsHitBy(gap, {other, hit}, kStart + 31min), QList<Lookup> {hit});
        again.failure = LookupFailure {LookupFailure::Kind::NotSent, {}, {}, {}, again.askedAt};
        again.registeredAt.reset();
        QCOMPARE(lookupsHitBy(gap, {again, hit}, kStart + 31min), QList<Lookup> {hit});
    }
};

QTEST_GUILESS_MAIN(TestGapWatch)
#include "tst_gap_watch.moc"

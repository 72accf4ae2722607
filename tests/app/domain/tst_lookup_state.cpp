// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/lookup_state.h"

#include <QSet>
#include <QTest>

using namespace console;
using namespace std::chrono_literals;

class TestLookupState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSendingUntilThePostsTimeLimit();
    void isUnknownAfterACrashWhileSending();
    void waitsFromTheRegistration();
    void countsAnswersOfExpectedAddresses();
    void isCompleteOnceEveryExpectedAnswerCame();
    void timesOutAndKeepsItsCount();
    void isAnsweredLateWhenOneAnswerCameAfterTheWait();
    void aSecondAnswerAfterTheWaitMakesItNotLate();
    void isNeverCompleteWithoutExpectations();
    void staysFailedWithoutAnAnswer();
    void anAnswerMakesAFailedLookupCountAsRegistered();
    void anAnswerBeforeTheRegistrationCounts();
    void countsAnswersBeyondTheSetForNothing();
    void neverHasANegativeAge();
    void saysWhenItMayChangeByItself();
    void hasOneWordForEachState();
};

namespace {
const Timestamp kAsked = fromMilliseconds(1'790'000'000'000);
const ChannelIdentity kSms {ChannelName::fromValue(Channel::Sms), QStringLiteral("46700000001")};
const ChannelIdentity kRcs {ChannelName::fromValue(Channel::Rcs), QStringLiteral("46700000001")};
const ChannelIdentity kLine {ChannelName::fromValue(Channel::Line), QStringLiteral("U1")};

Lookup asked()
{
    return {*RequestId::parse(QStringLiteral("01HF7YAT00000000000000TEST")),
            std::nullopt,
            *AppId::parse(QStringLiteral("app")),
            QList {kSms, kRcs},
            {},
            {kSms, kRcs},
            kAsked,
            30s,
            10s,
            std::nullopt,
            {},
            std::nullopt,
            {}};
}

Lookup registered(std::chrono::milliseconds after = 1s)
{
    Lookup lookup = asked();
    lookup.registeredAt = kAsked + after;
    return lookup;
}

Lookup with(Lookup lookup, const ChannelIdentity &address, std::chrono::milliseconds after)
{
    const qint64 id = lookup.answers.size() + 1;
    lookup.answers.append({id, address, CapabilityStatus::fromValue(Capability::Full), kAsked + after});
    return lookup;
}

Lookup failed(LookupFailure::Kind kind)
{
    Lookup lookup = asked();
    lookup.failure = LookupFailure {kind, 429, {}, {}, kAsked + 1s};
    return lookup;
}

LookupState stateAt(const Lookup &lookup, std::chrono::milliseconds after)
{
    return progressOf(lookup, kAsked + after).state;
}
} // namespace

void TestLookupState::isSendingUntilThePostsTimeLimit()
{
    QCOMPARE(stateAt(asked(), 0ms), LookupState::Sending);
    QCOMPARE(stateAt(asked(), 10s), LookupState::Sending);
    QVERIFY(progressOf(asked(), kAsked).isOpen());
}

void TestLookupState::isUnknownAfterACrashWhileSending()
{
    QCOMPARE(stateAt(asked(), 10'001ms), LookupState::OutcomeUnknown);
    QCOMPARE(stateAt(asked(), 24h), LookupState::OutcomeUnknown);
}

void TestLookupState::waitsFromTheRegistration()
{
    QCOMPARE(stateAt(registered(), 2s), LookupState::Waiting);
    QCOMPARE(stateAt(registered(), 31s), LookupState::Waiting); // 30 s after the registration at 1 s
    QCOMPARE(stateAt(registered(), 31'001ms), LookupState::TimedOut);
    QCOMPARE(progressOf(registered(), kAsked + 5s).age, std::chrono::milliseconds(4s));
}

void TestLookupState::countsAnswersOfExpectedAddresses()
{
    Lookup lookup = with(registered(), kSms, 2s);
    lookup = with(lookup, kSms, 3s); // a conflict is still one address
    const LookupProgress progress = progressOf(lookup, kAsked + 4s);
    QCOMPARE(progress.state, LookupState::PartlyAnswered);
    QCOMPARE(progress.expected, 2);
    QCOMPARE(progress.answered, 1);
    QCOMPARE(progress.silent, QList {kRcs});
    QVERIFY(progress.isOpen());
}

void TestLookupState::isCompleteOnceEveryExpectedAnswerCame()
{
    ChannelIdentity withPlus = kRcs;
    withPlus.identity.prepend(QLatin1Char('+'));
    const Lookup lookup = with(with(registered(), kSms, 2s), withPlus, 3s);
    QCOMPARE(stateAt(lookup, 4s), LookupState::Complete);
    QCOMPARE(stateAt(lookup, 24h), LookupState::Complete);
    QVERIFY(!progressOf(lookup, kAsked + 4s).isOpen());
}

void TestLookupState::timesOutAndKeepsItsCount()
{
    const LookupProgress progress = progressOf(with(registered(), kRcs, 2s), kAsked + 60s);
    QCOMPARE(progress.state, LookupState::TimedOut);
    QCOMPARE(progress.answered, 1);
    QCOMPARE(progress.silent, QList {kSms});
    QVERIFY(!progress.isOpen());
}

void TestLookupState::isAnsweredLateWhenOneAnswerCameAfterTheWait()
{
    const Lookup onTime = with(with(registered(), kSms, 2s), kRcs, 31s);
    QCOMPARE(stateAt(onTime, 60s), LookupState::Complete);
    const Lookup late = with(with(registered(), kSms, 2s), kRcs, 31'001ms);
    QCOMPARE(stateAt(late, 60s), LookupState::AnsweredLate);
}

void TestLookupState::aSecondAnswerAfterTheWaitMakesItNotLate()
{
    const Lookup lookup = with(with(with(registered(), kSms, 2s), kRcs, 3s), kRcs, 45s);
    QCOMPARE(stateAt(lookup, 60s), LookupState::Complete);
}

void TestLookupState::isNeverCompleteWithoutExpectations()
{
    Lookup lookup = registered();
    lookup.expected.clear();
    QCOMPARE(stateAt(lookup, 2s), LookupState::Waiting);
    lookup = with(lookup, kSms, 3s);
    QCOMPARE(stateAt(lookup, 4s), LookupState::PartlyAnswered);
    QCOMPARE(stateAt(lookup, 60s), LookupState::TimedOut);
}

void TestLookupState::staysFailedWithoutAnAnswer()
{
    QCOMPARE(stateAt(failed(LookupFailure::Kind::Refused), 2s), LookupState::Failed);
    QCOMPARE(stateAt(failed(LookupFailure::Kind::NotSent), 60s), LookupState::Failed);
    QCOMPARE(stateAt(failed(LookupFailure::Kind::OutcomeUnknown), 2s), LookupState::OutcomeUnknown);
}

void TestLookupState::anAnswerMakesAFailedLookupCountAsRegistered()
{
    for (const auto kind :
         {LookupFailure::Kind::Refused, LookupFailure::Kind::NotSent, LookupFailure::Kind::OutcomeUnknown}) {
        const Lookup partly = with(failed(kind), kSms, 5s);
        QCOMPARE(stateAt(partly, 6s), LookupState::PartlyAnswered);
        QCOMPARE(stateAt(partly, 35s), LookupState::PartlyAnswered); // the wait runs from the first answer
        QCOMPARE(stateAt(partly, 36s), LookupState::TimedOut);
        QCOMPARE(stateAt(with(partly, kRcs, 7s), 60s), LookupState::Complete);
    }
}

void TestLookupState::anAnswerBeforeTheRegistrationCounts()
{
    QCOMPARE(stateAt(with(asked(), kSms, 100ms), 200ms), LookupState::PartlyAnswered);
    QCOMPARE(stateAt(with(with(registered(1s), kSms, 100ms), kRcs, 200ms), 2s), LookupState::Complete);
}

void TestLookupState::countsAnswersBeyondTheSetForNothing()
{
    const LookupProgress progress = progressOf(with(registered(), kLine, 2s), kAsked + 3s);
    QCOMPARE(progress.state, LookupState::PartlyAnswered);
    QCOMPARE(progress.answered, 0);
    QCOMPARE(progress.silent.size(), 2);
}

void TestLookupState::neverHasANegativeAge()
{
    QCOMPARE(progressOf(asked(), kAsked - 5s).age, std::chrono::milliseconds(0));
}

void TestLookupState::saysWhenItMayChangeByItself()
{
    for (const Lookup &lookup : {asked(), registered(), with(registered(), kSms, 2s)}) {
        const LookupProgress progress = progressOf(lookup, kAsked + 3s);
        QVERIFY(progress.changesAt);
        QCOMPARE(progressOf(lookup, *progress.changesAt - 1ms).state, progress.state);
        QVERIFY(progressOf(lookup, *progress.changesAt).state != progress.state);
    }
    QVERIFY(!progressOf(registered(), kAsked + 60s).changesAt);
    QVERIFY(!progressOf(failed(LookupFailure::Kind::Refused), kAsked + 2s).changesAt);
}

void TestLookupState::hasOneWordForEachState()
{
    QSet<QString> names;
    for (int state = 0; state <= int(LookupState::OutcomeUnknown); ++state)
        names.insert(stateName(LookupState(state)));
    QCOMPARE(names.size(), 8);
    QCOMPARE(stateName(LookupState::PartlyAnswered), QStringLiteral("partly_answered"));
    QCOMPARE(stateName(LookupState::AnsweredLate), QStringLiteral("answered_late"));
}

QTEST_APPLESS_MAIN(TestLookupState)
#include "tst_lookup_state.moc"

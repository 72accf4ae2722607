// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/state_text.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;

class TestStateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheSilentChannels();
    void countsManySilentChannels();
    void keepsItsCountAfterTheWait();
    void quotesTheRefusal();
    void speaksOfALookupWithoutExpectations();
    void hasWordsForEveryState();
};

namespace {
LookupProgress progress(LookupState state, int answered, const QList<Channel> &silent)
{
    LookupProgress result;
    result.state = state;
    result.answered = answered;
    result.expected = answered + int(silent.size());
    for (const Channel channel : silent)
        result.silent.append({ChannelName::fromValue(channel), QStringLiteral("46700000001")});
    result.age = 42'500ms;
    return result;
}
} // namespace

void TestStateText::namesTheSilentChannels()
{
    QCOMPARE(stateText(progress(LookupState::PartlyAnswered, 3, {Channel::ViberBusiness})),
             QStringLiteral("3 of 4, VIBERBM silent 42 s"));
    QCOMPARE(stateText(progress(LookupState::Waiting, 0, {Channel::Sms, Channel::Rcs, Channel::Rcs})),
             QStringLiteral("0 of 3, SMS, RCS silent 42 s"));
}

void TestStateText::countsManySilentChannels()
{
    QCOMPARE(stateText(progress(LookupState::Waiting, 0, {Channel::Sms, Channel::Rcs, Channel::Mms, Channel::Line})),
             QStringLiteral("0 of 4, SMS, RCS and 2 more silent 42 s"));
}

void TestStateText::keepsItsCountAfterTheWait()
{
    QCOMPARE(stateText(progress(LookupState::TimedOut, 1, {Channel::Line})),
             QStringLiteral("Timed out: 1 of 2, LINE silent"));
}

void TestStateText::quotesTheRefusal()
{
    LookupFailure failure {
        LookupFailure::Kind::Refused, 429, QStringLiteral("detail"), QStringLiteral("Too many requests"), {}};
    QCOMPARE(stateText(progress(LookupState::Failed, 0, {}), failure),
             QStringLiteral("Refused: 429 Too many requests"));
    failure.vendorWords.clear();
    QCOMPARE(stateText(progress(LookupState::Failed, 0, {}), failure), QStringLiteral("Refused: 429 detail"));
    failure = {LookupFailure::Kind::NotSent, {}, QStringLiteral("no access token"), {}, {}};
    QCOMPARE(stateText(progress(LookupState::Failed, 0, {}), failure), QStringLiteral("Not sent: no access token"));
}

void TestStateText::speaksOfALookupWithoutExpectations()
{
    QCOMPARE(stateText(progress(LookupState::Waiting, 0, {})),
             QStringLiteral("Waiting 42 s, the number of answers is not known"));
    QCOMPARE(stateText(progress(LookupState::TimedOut, 0, {})), QStringLiteral("The wait is over"));
}

void TestStateText::hasWordsForEveryState()
{
    for (int state = 0; state <= int(LookupState::OutcomeUnknown); ++state)
        QVERIFY(!stateText(progress(LookupState(state), 1, {})).isEmpty());
}

QTEST_APPLESS_MAIN(TestStateText)
#include "tst_state_text.moc"

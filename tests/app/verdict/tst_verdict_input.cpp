// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/verdict_input.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;

class TestVerdictInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheMembersOfARow();
    void joinsRowsOfOneAddress();
    void letsTheSmallerPromiseLead();
    void keepsTheWorstConflict();
    void addsSilentAddressesLast();
    void callsNobodySilentBeforeTheWaitIsOver();
};

namespace {
const Timestamp kNow = fromMilliseconds(1'790'000'000'000);

ChannelIdentity address(const char *channel, const char *identity = "46700000001")
{
    return {ChannelName::fromText(QLatin1String(channel)), QLatin1String(identity)};
}

NotificationRow row(const char *channel, Capability status, std::chrono::milliseconds age = 6min)
{
    NotificationRow result;
    result.address = address(channel);
    result.status = CapabilityStatus::fromValue(status);
    result.receivedAt = kNow - age;
    return result;
}
} // namespace

void TestVerdictInput::takesTheMembersOfARow()
{
    NotificationRow full = row("RCS", Capability::Partial);
    full.channelCapabilities = {QStringLiteral("chat")};
    full.reason.code = OpenEnum<ReasonCode>::fromValue(ReasonCode::RateLimited);
    full.signature = SignatureState::Unsigned;
    const VerdictInput input = answerInput(full, kNow);
    QCOMPARE(input.address, full.address);
    QCOMPARE(input.status, full.status);
    QCOMPARE(input.reason, full.reason);
    QCOMPARE(input.channelCapabilities, full.channelCapabilities);
    QCOMPARE(input.age, std::chrono::milliseconds(6min));
    QVERIFY(input.signature == AnswerSignature::Unsigned);
    QVERIFY(!input.isSilent);
}

void TestVerdictInput::joinsRowsOfOneAddress()
{
    NotificationRow withPlus = row("SMS", Capability::Full, 1min);
    withPlus.address.identity = QStringLiteral("+46700000001");
    const auto inputs
        = lookupInputs({row("SMS", Capability::Full), row("RCS", Capability::None), withPlus}, {}, kNow, kNow);
    QCOMPARE(inputs.size(), 2);
    QCOMPARE(inputs[0].age, std::chrono::milliseconds(1min));
    QVERIFY(!inputs[0].context.conflictWith);
}

void TestVerdictInput::letsTheSmallerPromiseLead()
{
    for (const bool isPartialFirst : {true, false}) {
        QList<NotificationRow> rows {row("RCS", Capability::Partial), row("RCS", Capability::Full)};
        if (!isPartialFirst)
            rows.swapItemsAt(0, 1);
        const auto inputs = lookupInputs(rows, {}, kNow, kNow);
        QCOMPARE(inputs.size(), 1);
        QCOMPARE(inputs[0].status.value, Capability::Partial);
        QCOMPARE(inputs[0].context.conflictWith->value, Capability::Full);
    }
}

void TestVerdictInput::keepsTheWorstConflict()
{
    const auto inputs = lookupInputs(
        {row("RCS", Capability::Full), row("RCS", Capability::None), row("RCS", Capability::Partial)}, {}, kNow, kNow);
    QCOMPARE(inputs.size(), 1);
    QCOMPARE(inputs[0].context.conflictWith->value, Capability::None);
}

void TestVerdictInput::addsSilentAddressesLast()
{
    const auto inputs = lookupInputs({row("RCS", Capability::Full)}, {address("VIBERBM")}, kNow - 42s, kNow);
    QCOMPARE(inputs.size(), 2);
    QVERIFY(inputs[1].isSilent);
    QCOMPARE(inputs[1].address, address("VIBERBM"));
    QCOMPARE(inputs[1].age, std::chrono::milliseconds(42s));
}

void TestVerdictInput::callsNobodySilentBeforeTheWaitIsOver()
{
    LookupProgress progress;
    progress.silent = {address("VIBERBM")};
    for (int state = 0; state <= int(LookupState::OutcomeUnknown); ++state) {
        progress.state = LookupState(state);
        QCOMPARE(silentAfterWait(progress).isEmpty(), progress.state != LookupState::TimedOut);
    }
}

QTEST_APPLESS_MAIN(TestVerdictInput)
#include "tst_verdict_input.moc"

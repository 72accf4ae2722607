// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdict/verdict_fixture.h"
#include "verdict/best_channel.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;

class TestBestChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesTheWorkedChannel_data();
    void choosesTheWorkedChannel();
    void saysWhenOurSetupIsToBlame();
    void saysWhenNoChannelMeetsTheNeed();
    void acceptsTheNeedInAnotherDialect();
    void leavesOutChannelsThatTheAppLacks();
    void offersNoOtherNumberAfterAConsentRefusal();
    void neverRanksAChannelThatIsNotActive();
    void prefersFullToPartialWithinOneConfidence();
    void endsATieByName();
    void namesTheSecondChoice();
    void showsAnOverruledWish();
    void callsAWeakChoiceWeak();
    void aRefusedConsentBindsOnlyThePersonWhoseItIs();
    void suggestsAskingAgainWhatIsOnlyStale();
};

namespace {
VerdictInput answer(const char *channel, const char *status, const char *identity = "46700000001")
{
    VerdictInput input;
    input.address = {ChannelName::fromText(QLatin1String(channel)), QLatin1String(identity)};
    input.status = CapabilityStatus::fromText(QLatin1String(status));
    return input;
}

VerdictInput because(VerdictInput input, ReasonCode code)
{
    input.reason.code = OpenEnum<ReasonCode>::fromValue(code);
    return input;
}

QList<ChannelName> channelsFrom(const QJsonValue &list)
{
    QList<ChannelName> channels;
    for (const QString &name : texts(list))
        channels.append(ChannelName::fromText(name));
    return channels;
}

QStringList names(const QList<ChannelIdentity> &addresses)
{
    QStringList result;
    for (const auto &address : addresses)
        result.append(address.channel.raw);
    return result;
}
} // namespace

void TestBestChannel::choosesTheWorkedChannel_data()
{
    QTest::addColumn<QJsonObject>("row");
    const QJsonArray rows = verdictData()[QLatin1String("bestChannel")].toArray();
    QCOMPARE(rows.size(), 9);
    for (const auto &value : rows)
        QTest::newRow(qPrintable(value.toObject()[QLatin1String("id")].toString())) << value.toObject();
}

void TestBestChannel::choosesTheWorkedChannel()
{
    QFETCH(QJsonObject, row);
    QList<VerdictInput> answers;
    for (const auto &value : row[QLatin1String("answers")].toArray())
        answers.append(inputFrom(value.toObject()));
    const ChannelWishes wishes {channelsFrom(row[QLatin1String("contactPriority")]),
                                channelsFrom(row[QLatin1String("appOrder")]), texts(row[QLatin1String("needs")])};
    const BestChannel choice = bestChannel(answers, wishes);

    const QJsonObject expected = row[QLatin1String("expect")].toObject();
    QCOMPARE(choice.best ? choice.best->channel.raw : QString(), expected[QLatin1String("bestChannel")].toString());
    const QString identity = expected[QLatin1String("bestIdentity")].toString();
    if (!identity.isEmpty())
        QCOMPARE(choice.best->identity, identity);
    QCOMPARE(termName(choice.decidedBy), expected[QLatin1String("decidedBy")].toString());
    QCOMPARE(names(choice.alsoUsable), texts(expected[QLatin1String("alsoUsable")]));
    QCOMPARE(names(choice.unproven), texts(expected[QLatin1String("unproven")]));
    QVERIFY(!bestChannelSentence(choice).isEmpty());
}

void TestBestChannel::saysWhenOurSetupIsToBlame()
{
    const QList<VerdictInput> answers {because(answer("RCS", "NO_CAPABILITY"), ReasonCode::UnknownApp),
                                       because(answer("SMS", "CAPABILITY_FULL"), ReasonCode::NoPermission)};
    QCOMPARE(bestChannel(answers).decidedBy, DecidedBy::SetupFault);
    QVERIFY(bestChannel(answers).unproven.isEmpty());
    QCOMPARE(bestChannel({}).decidedBy, DecidedBy::None);
}

void TestBestChannel::saysWhenNoChannelMeetsTheNeed()
{
    const ChannelWishes wishes {{}, {}, {QStringLiteral("RICHCARD_CAROUSEL")}};
    QCOMPARE(bestChannel({answer("SMS", "CAPABILITY_FULL")}, wishes).decidedBy, DecidedBy::NeedNotMet);
    const BestChannel choice
        = bestChannel({answer("SMS", "CAPABILITY_FULL"), answer("RCS", "CAPABILITY_FULL")}, wishes);
    QCOMPARE(choice.best->channel.raw, QStringLiteral("RCS"));
    QCOMPARE(choice.decidedBy, DecidedBy::OnlyOne);
}

void TestBestChannel::acceptsTheNeedInAnotherDialect()
{
    VerdictInput rcs = answer("RCS", "CAPABILITY_PARTIAL");
    rcs.channelCapabilities = {QStringLiteral("DIAL_PHONE_NUMBER")};
    QVERIFY(bestChannel({rcs}, {{}, {}, {QStringLiteral("ACTION_DIAL")}}).best);
    QVERIFY(!bestChannel({rcs}, {{}, {}, {QStringLiteral("ACTION_DIAL"), QStringLiteral("RICHCARD")}}).best);
}

void TestBestChannel::leavesOutChannelsThatTheAppLacks()
{
    const ChannelWishes wishes {{}, {ChannelName::fromValue(Channel::Sms)}, {}};
    const BestChannel choice
        = bestChannel({answer("RCS", "CAPABILITY_FULL"), answer("SMS", "CAPABILITY_FULL")}, wishes);
    QCOMPARE(choice.best->channel.raw, QStringLiteral("SMS"));
    QVERIFY(choice.alsoUsable.isEmpty());
}

void TestBestChannel::offersNoOtherNumberAfterAConsentRefusal()
{
    const QList<VerdictInput> answers {because(answer("RCS", "NO_CAPABILITY"), ReasonCode::RecipientNotOptedIn),
                                       answer("RCS", "CAPABILITY_FULL", "46700000002")};
    QVERIFY(!bestChannel(answers).best);
}

void TestBestChannel::neverRanksAChannelThatIsNotActive()
{
    VerdictInput failing = answer("RCS", "CAPABILITY_FULL");
    failing.context.channelState = OpenEnum<ChannelState>::fromText(QStringLiteral("SUSPENDED"));
    QVERIFY(!bestChannel({failing}).best);
    QVERIFY(bestChannel({failing}).unproven.isEmpty());
}

void TestBestChannel::prefersFullToPartialWithinOneConfidence()
{
    const BestChannel choice
        = bestChannel({answer("RCS", "CAPABILITY_PARTIAL"), answer("RCS", "CAPABILITY_FULL", "46700000002")});
    QCOMPARE(choice.best->identity, QStringLiteral("46700000002"));
    QCOMPARE(choice.decidedBy, DecidedBy::Status);
}

void TestBestChannel::endsATieByName()
{
    const QList<VerdictInput> answers {answer("SMS", "CAPABILITY_FULL"), answer("MMS", "CAPABILITY_FULL")};
    const BestChannel choice = bestChannel(answers);
    QCOMPARE(choice.best->channel.raw, QStringLiteral("MMS"));
    QCOMPARE(choice.decidedBy, DecidedBy::Name);
    QCOMPARE(bestChannel({answers[1], answers[0]}).best, choice.best);
}

void TestBestChannel::namesTheSecondChoice()
{
    const QString sentence
        = bestChannelSentence(bestChannel({answer("WHATSAPP", "CAPABILITY_FULL"), answer("RCS", "CAPABILITY_FULL")}));
    QCOMPARE(
        sentence,
        QStringLiteral("RCS 46700000001 (confirmed): the channel looked this person up, the others can only assume. "
                       "Second choice: WhatsApp 46700000001."));
}

void TestBestChannel::showsAnOverruledWish()
{
    const QList<VerdictInput> answers {answer("WHATSAPP", "CAPABILITY_FULL"), answer("SMS", "CAPABILITY_FULL")};
    const ChannelWishes wishes {
        {ChannelName::fromValue(Channel::WhatsApp), ChannelName::fromValue(Channel::Sms)}, {}, {}};
    const BestChannel choice = bestChannel(answers, wishes);
    QCOMPARE(choice.preferred->channel.raw, QStringLiteral("WHATSAPP"));
    QVERIFY(bestChannelSentence(choice).contains(QStringLiteral("The contact would prefer WhatsApp.")));
    QVERIFY(!bestChannel(answers).preferred);
}

void TestBestChannel::callsAWeakChoiceWeak()
{
    const BestChannel choice = bestChannel({answer("WHATSAPP", "CAPABILITY_FULL")});
    QCOMPARE(choice.confidence, Confidence::Weak);
    QVERIFY(bestChannelSentence(choice).contains(QStringLiteral("(weak)")));
}

void TestBestChannel::suggestsAskingAgainWhatIsOnlyStale()
{
    VerdictInput rcs = answer("RCS", "CAPABILITY_FULL");
    rcs.age = 40h;
    const BestChannel choice = bestChannel({rcs, answer("SMS", "CAPABILITY_FULL")});
    QCOMPARE(names(choice.worthAskingAgain), QStringList {QStringLiteral("RCS")});
    QVERIFY(bestChannelSentence(choice).contains(QStringLiteral("Worth asking again: RCS.")));
}

void TestBestChannel::aRefusedConsentBindsOnlyThePersonWhoseItIs()
{
    VerdictInput refused = answer("RCS", "CAPABILITY_FULL", "46700000002");
    refused.reason.code = OpenEnum<ReasonCode>::fromValue(ReasonCode::RecipientNotOptedIn);
    const QList<VerdictInput> answers {answer("RCS", "CAPABILITY_FULL"), refused};
    QVERIFY(!bestChannel(answers).best); // two numbers of one person
    ChannelWishes typed;
    typed.maySpeakOfSeveral = true;
    const BestChannel choice = bestChannel(answers, typed);
    QCOMPARE(choice.best.value_or(ChannelIdentity {}).identity, QStringLiteral("46700000001"));
    QCOMPARE(choice.alsoUsable.size(), 0);
}

QTEST_APPLESS_MAIN(TestBestChannel)
#include "tst_best_channel.moc"

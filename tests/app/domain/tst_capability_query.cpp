// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/capability_query.h"
#include "domain/lookup.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;

class TestCapabilityQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAContactOrIdentities();
    void refusesNobody();
    void expectsAnswersOnlyOnChannelsOfTheApp();
    void expectsEveryIdentityWhenTheAppIsNotKnown();
    void expectsOneAddressOnce();
};

namespace {
const RequestId kRequest = *RequestId::parse(QStringLiteral("01HF7YAT00000000000000TEST"));
const AppId kApp = *AppId::parse(QStringLiteral("app"));

ChannelIdentity address(const char *channel, const char *identity)
{
    return ChannelIdentity::make(QLatin1String(channel), QLatin1String(identity)).value();
}
} // namespace

void TestCapabilityQuery::takesAContactOrIdentities()
{
    const auto contact = CapabilityQuery::make(kRequest, kApp, *ContactId::parse(QStringLiteral("contact")));
    VERIFY_OK(contact);
    QVERIFY(std::holds_alternative<ContactId>(contact->recipient()));
    const auto typed = CapabilityQuery::make(kRequest, kApp, QList {address("SMS", "46700000001")});
    VERIFY_OK(typed);
    QCOMPARE(typed->requestId(), kRequest);
    QCOMPARE(typed->appId(), kApp);
    QVERIFY(*typed != *contact);
}

void TestCapabilityQuery::refusesNobody()
{
    COMPARE_ERROR(CapabilityQuery::make(kRequest, kApp, QList<ChannelIdentity>()), Error::Kind::Config);
}

void TestCapabilityQuery::expectsAnswersOnlyOnChannelsOfTheApp()
{
    const QList identities {address("SMS", "1"), address("RCS", "1"), address("LINE", "U1")};
    const QList channels {ChannelName::fromText(QStringLiteral("RCS")), ChannelName::fromText(QStringLiteral("SMS"))};
    QCOMPARE(expectedAnswers(identities, channels), (QList {identities[0], identities[1]}));
    QVERIFY(expectedAnswers({}, channels).isEmpty());
}

void TestCapabilityQuery::expectsEveryIdentityWhenTheAppIsNotKnown()
{
    const QList identities {address("SMS", "1"), address("PIGEON", "loft 7")};
    QCOMPARE(expectedAnswers(identities, {}), identities);
}

void TestCapabilityQuery::expectsOneAddressOnce()
{
    QCOMPARE(expectedAnswers({address("SMS", "+1"), address("SMS", "1"), address("SMS", "2")}, {}).size(), 2);
}

QTEST_APPLESS_MAIN(TestCapabilityQuery)
#include "tst_capability_query.moc"

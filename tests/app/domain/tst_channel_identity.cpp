// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel_identity.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;

class TestChannelIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsChannelAndIdentity();
    void acceptsChannelsNobodyKnows();
    void comparesPhoneNumbersWithoutThePlus_data();
    void comparesPhoneNumbersWithoutThePlus();
    void namesChannelsForPeople();
};

namespace {
ChannelIdentity address(const char *channel, const char *identity)
{
    return ChannelIdentity::make(QLatin1String(channel), QLatin1String(identity)).value();
}
} // namespace

void TestChannelIdentity::needsChannelAndIdentity()
{
    COMPARE_ERROR(ChannelIdentity::make(QString(), QStringLiteral("1")), Error::Kind::Config);
    COMPARE_ERROR(ChannelIdentity::make(QStringLiteral("SMS"), QString()), Error::Kind::Config);
    VERIFY_OK(ChannelIdentity::make(QStringLiteral("SMS"), QStringLiteral("not a number")));
}

void TestChannelIdentity::acceptsChannelsNobodyKnows()
{
    const ChannelIdentity pigeon = address("PIGEON", "loft 7");
    QCOMPARE(pigeon.channel.raw, QStringLiteral("PIGEON"));
    QVERIFY(!pigeon.channel.isRecognized());
    QVERIFY(pigeon.isSameAddress(pigeon));
}

void TestChannelIdentity::comparesPhoneNumbersWithoutThePlus_data()
{
    QTest::addColumn<QString>("channel");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char *name, const char *channel, const char *left, const char *right, bool isSame) {
        QTest::newRow(name) << QString::fromLatin1(channel) << QString::fromLatin1(left) << QString::fromLatin1(right)
                            << isSame;
    };
    row("a plus on SMS", "SMS", "+46700000001", "46700000001", true);
    row("a plus on both sides", "WHATSAPP", "+46700000001", "+46700000001", true);
    row("two pluses", "RCS", "++46700000001", "46700000001", false);
    row("another number", "RCS", "46700000001", "46700000002", false);
    row("a plus belongs to an opaque id", "VIBER", "+abc==", "abc==", false);
    row("upper case belongs to an opaque id", "LINE", "Uabc", "uabc", false);
}

void TestChannelIdentity::comparesPhoneNumbersWithoutThePlus()
{
    QFETCH(QString, channel);
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, isSame);
    const auto a = ChannelIdentity::make(channel, left).value();
    const auto b = ChannelIdentity::make(channel, right).value();
    QCOMPARE(a.isSameAddress(b), isSame);
    QCOMPARE(b.isSameAddress(a), isSame);
    QVERIFY(!a.isSameAddress({ChannelName::fromText(QStringLiteral("TELEGRAM")), left}));
}

void TestChannelIdentity::namesChannelsForPeople()
{
    QCOMPARE(channelDisplayName(ChannelName::fromText(QStringLiteral("VIBERBM"))), QStringLiteral("Viber"));
    QCOMPARE(channelDisplayName(ChannelName::fromText(QStringLiteral("PIGEON"))), QStringLiteral("PIGEON"));
    for (const auto &[channel, name] : EnumNames<Channel>::table)
        QVERIFY(!channelDisplayName(ChannelName::fromValue(channel)).isEmpty());
}

QTEST_APPLESS_MAIN(TestChannelIdentity)
#include "tst_channel_identity.moc"

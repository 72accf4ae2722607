// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/identity_parser.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;

namespace {
ChannelName channel(Channel value)
{
    return ChannelName::fromValue(value);
}
} // namespace

class TestIdentityParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesPhoneNumbersPlainDigits_data();
    void makesPhoneNumbersPlainDigits();
    void keepsSandboxNumbersAsTyped();
    void readsNumbersOnAllPhoneChannels();
    void saysWhyANumberIsOdd_data();
    void saysWhyANumberIsOdd();
    void leavesOtherIdentitiesAlone_data();
    void leavesOtherIdentitiesAlone();
    void saysWhyAnIdentityIsOdd_data();
    void saysWhyAnIdentityIsOdd();
    void splitsAtTheFirstColon_data();
    void splitsAtTheFirstColon();
    void refusesWhatIsNotQualified_data();
    void refusesWhatIsNotQualified();
    void readsLines();
    void takesOnlyChannelsAsChannels();
    void needsAChannelForEachLine();
    void needsAtLeastOneIdentity_data();
    void needsAtLeastOneIdentity();
};

void TestIdentityParser::makesPhoneNumbersPlainDigits_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("plain digits") << QStringLiteral("46701234567");
    QTest::newRow("a plus") << QStringLiteral("+46701234567");
    QTest::newRow("two noughts") << QStringLiteral("0046701234567");
    QTest::newRow("spaces") << QStringLiteral("  +46 70 123 45 67 ");
    QTest::newRow("dashes") << QStringLiteral("+46-70-123-45-67");
    QTest::newRow("brackets") << QStringLiteral("+46 (70) 123 45 67");
    QTest::newRow("a nought in brackets") << QStringLiteral("+46 (0)70 123 45 67");
    QTest::newRow("dots and slashes") << QStringLiteral("+46.70/123.45.67");
    QTest::newRow("full-width digits") << QStringLiteral("４６７０１２３４５６７");
    QTest::newRow("full-width signs") << QStringLiteral("＋４６（７０）１２３－４５－６７");
    QTest::newRow("Arabic-Indic digits") << QStringLiteral("+٤٦٧٠١٢٣٤٥٦٧");
    QTest::newRow("no-break spaces") << QStringLiteral("+46\u00a070\u202f123\u20094567");
    QTest::newRow("other dashes") << QStringLiteral("+46\u201070\u2011123\u20134567");
    QTest::newRow("marks of writing direction") << QStringLiteral("\u202a+46 70 123 45 67\u202c");
    QTest::newRow("a tab") << QStringLiteral("+46\t701234567");
}

void TestIdentityParser::makesPhoneNumbersPlainDigits()
{
    QFETCH(QString, typed);
    const auto parsed = parseIdentity(channel(Channel::Rcs), typed);
    QCOMPARE(parsed.address.identity, QStringLiteral("46701234567"));
    QCOMPARE(parsed.address.channel, channel(Channel::Rcs));
    QCOMPARE(parsed.oddBecause, QString());
}

void TestIdentityParser::keepsSandboxNumbersAsTyped()
{
    for (int ending = 0; ending < 100; ++ending) {
        const QString typed = QStringLiteral("467012345%1").arg(ending, 2, 10, QLatin1Char('0'));
        const auto parsed = parseIdentity(channel(Channel::Sms), typed);
        QCOMPARE(parsed.address.identity, typed);
        QCOMPARE(parsed.oddBecause, QString());
    }
}

void TestIdentityParser::readsNumbersOnAllPhoneChannels()
{
    for (const auto phone :
         {Channel::Sms, Channel::Rcs, Channel::WhatsApp, Channel::Mms, Channel::ViberBusiness, Channel::KakaoTalk})
        QCOMPARE(parseIdentity(channel(phone), QStringLiteral("+46 70 123 45 67")).address.identity,
                 QStringLiteral("46701234567"));
}

void TestIdentityParser::saysWhyANumberIsOdd_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("identity");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *tag, const char *typed, const char *identity, const char *reason) {
        QTest::newRow(tag) << QString::fromUtf8(typed) << QString::fromUtf8(identity) << QString::fromUtf8(reason);
    };
    row("a national number", "070-123 45 67", "0701234567", "starts with 0: the country code is missing");
    row("only a nought", "0", "0", "starts with 0: the country code is missing");
    row("letters", "+1 800 FLOWERS", "+1 800 FLOWERS", "not a phone number");
    row("a name", "Anna", "Anna", "not a phone number");
    row("an extension", "46701234567 x12", "46701234567 x12", "not a phone number");
    row("signs only", "+-()", "+-()", "not a phone number");
    row("two noughts only", "00", "00", "not a phone number");
    row("no such country", "999123456789", "999123456789", "no such country code");
    row("too short", "4670", "4670", "too short for its country");
    row("too long", "467012345678901", "467012345678901", "too long for its country");
    row("a range that nobody uses", "11234567890", "11234567890", "not a number range in use");
}

void TestIdentityParser::saysWhyANumberIsOdd()
{
    QFETCH(QString, typed);
    QFETCH(QString, identity);
    QFETCH(QString, reason);
    const auto parsed = parseIdentity(channel(Channel::WhatsApp), typed);
    QCOMPARE(parsed.address.identity, identity);
    QCOMPARE(parsed.oddBecause, reason);
}

void TestIdentityParser::leavesOtherIdentitiesAlone_data()
{
    QTest::addColumn<QString>("channelName");
    QTest::addColumn<QString>("typed");
    const auto row = [](const char *name, const char *typed) {
        QTest::addRow("%s %s", name, typed) << QString::fromLatin1(name) << QString::fromUtf8(typed);
    };
    row("MESSENGER", "7968425018576406");
    row("INSTAGRAM", "3964920326927846");
    row("TELEGRAM", "1344913942");
    row("LINE", "U0123456789abcdef0123456789abcdef");
    row("WECHAT", "oABCdefghijklmnopqrstuvwx-_1");
    row("VIBER", "9KC0p+pi4zPGDO99ACDxoQ==");
    row("KAKAOTALKCHAT", "aB3-xyz");
    row("APPLEBC", "urn:mbid:AQAAY/xyz+1==");
    row("SINCH_CHAT", "anything + at all");
}

void TestIdentityParser::leavesOtherIdentitiesAlone()
{
    QFETCH(QString, channelName);
    QFETCH(QString, typed);
    const auto parsed
        = parseIdentity(ChannelName::fromText(channelName), QStringLiteral(" \t") + typed + QLatin1Char('\n'));
    QCOMPARE(parsed.address.identity, typed);
    QCOMPARE(parsed.oddBecause, QString());
}

void TestIdentityParser::saysWhyAnIdentityIsOdd_data()
{
    QTest::addColumn<QString>("channelName");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *typed, const char *word) {
        QTest::addRow("%s %s", name, typed)
            << QString::fromLatin1(name) << QString::fromLatin1(typed) << QString::fromLatin1(word);
    };
    row("MESSENGER", "anna.lindqvist", "10 to 20 digits");
    row("MESSENGER", "123456789", "10 to 20 digits");
    row("INSTAGRAM", "@anna", "10 to 20 digits");
    row("TELEGRAM", "@anna", "5 to 15 digits");
    row("TELEGRAM", "1234", "5 to 15 digits");
    row("LINE", "u0123456789abcdef0123456789abcdef", "hexadecimal");
    row("WECHAT", "wxid_short", "28 characters");
    row("VIBER", "46701234567", "==");
    row("KAKAOTALKCHAT", "821012345678", "KAKAOTALK");
    row("APPLEBC", "+46701234567", "phone number");
    row("APPLEBC", "anna@example.com", "address");
    row("FAX", "4670123456", "FAX");
    row("A_FUTURE_CHANNEL", "+46 70", "A_FUTURE_CHANNEL"); // told, and asked as it was typed
}

void TestIdentityParser::saysWhyAnIdentityIsOdd()
{
    QFETCH(QString, channelName);
    QFETCH(QString, typed);
    QFETCH(QString, word);
    const auto parsed = parseIdentity(ChannelName::fromText(channelName), typed);
    QCOMPARE(parsed.address.identity, typed);
    QVERIFY2(parsed.oddBecause.contains(word), qPrintable(parsed.oddBecause));
}

void TestIdentityParser::splitsAtTheFirstColon_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("channelName");
    QTest::addColumn<QString>("identity");
    const auto row = [](const char *typed, const char *name, const char *identity) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(name)
                             << QString::fromLatin1(identity);
    };
    row("RCS:46701234567", "RCS", "46701234567");
    row("rcs:+46 70 123 45 67", "RCS", "46701234567");
    row(" WhatsApp : 46701234567 ", "WHATSAPP", "46701234567");
    row("APPLEBC:urn:mbid:AQAA", "APPLEBC", "urn:mbid:AQAA");
    row("VIBER:9KC0p+pi4zPGDO99ACDxoQ==", "VIBER", "9KC0p+pi4zPGDO99ACDxoQ==");
    row("A_FUTURE_CHANNEL::x", "A_FUTURE_CHANNEL", ":x");
}

void TestIdentityParser::splitsAtTheFirstColon()
{
    QFETCH(QString, typed);
    QFETCH(QString, channelName);
    QFETCH(QString, identity);
    const auto parsed = parseQualifiedIdentity(typed);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->address.channel.raw, channelName);
    QCOMPARE(parsed->address.identity, identity);
}

void TestIdentityParser::refusesWhatIsNotQualified_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", ":", "RCS", "RCS:", "RCS:  ", ":46701234567", " :x", "46701234567"})
        QTest::addRow("\"%s\"", typed) << QString::fromLatin1(typed);
}

void TestIdentityParser::refusesWhatIsNotQualified()
{
    QFETCH(QString, typed);
    COMPARE_ERROR(parseQualifiedIdentity(typed), Error::Kind::Config);
}

void TestIdentityParser::readsLines()
{
    const auto parsed = parseIdentityLines(
        channel(Channel::Sms), QStringLiteral("+46 70 123 45 67\r\n\n  \nrcs:46701234568; 46701234569,46701234570\n"));
    VERIFY_OK(parsed);
    QStringList texts;
    for (const auto &one : *parsed)
        texts.append(one.address.channel.raw + QLatin1Char(' ') + one.address.identity);
    QCOMPARE(texts,
             QStringList({QStringLiteral("SMS 46701234567"), QStringLiteral("RCS 46701234568"),
                          QStringLiteral("SMS 46701234569"), QStringLiteral("SMS 46701234570")}));
}

void TestIdentityParser::takesOnlyChannelsAsChannels()
{
    const auto apple = parseIdentityLines(channel(Channel::AppleBusinessChat),
                                          QStringLiteral("urn:mbid:AQAA\nA_FUTURE_CHANNEL:x\nsms:46701234567"));
    VERIFY_OK(apple);
    QCOMPARE(apple->at(0).address, *ChannelIdentity::make(QStringLiteral("APPLEBC"), QStringLiteral("urn:mbid:AQAA")));
    QCOMPARE(apple->at(1).address.channel.raw, QStringLiteral("A_FUTURE_CHANNEL"));
    QCOMPARE(apple->at(2).address.channel.value, Channel::Sms);
}

void TestIdentityParser::needsAChannelForEachLine()
{
    const auto parsed = parseIdentityLines({}, QStringLiteral("RCS:46701234567\n46701234568"));
    COMPARE_ERROR(parsed, Error::Kind::Config);
    QVERIFY(parsed.error().detail.contains(QLatin1String("46701234568")));
    VERIFY_OK(parseIdentityLines({}, QStringLiteral("foo:bar")));
}

void TestIdentityParser::needsAtLeastOneIdentity_data()
{
    QTest::addColumn<QString>("lines");
    QTest::newRow("nothing") << QString();
    QTest::newRow("white space") << QStringLiteral(" \n\t\r\n");
    QTest::newRow("separators") << QStringLiteral(",;,\n;");
}

void TestIdentityParser::needsAtLeastOneIdentity()
{
    QFETCH(QString, lines);
    COMPARE_ERROR(parseIdentityLines(channel(Channel::Sms), lines), Error::Kind::Config);
}

QTEST_GUILESS_MAIN(TestIdentityParser)
#include "tst_identity_parser.moc"

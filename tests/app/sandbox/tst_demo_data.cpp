// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/demo_apps.h"
#include "sandbox/demo_contacts.h"
#include "sandbox/demo_countries.h"
#include "sandbox/vendor_names.h"

#include <QTest>

using namespace console;

namespace {
QList<SandboxContact> contactsOf(quint64 seed, int count)
{
    const auto apps = demoApps(seed);
    return DemoContacts(seed, apps).make(count);
}

int endingOf(const SandboxIdentity &identity)
{
    return identity.identity.right(2).toInt();
}
} // namespace

class TestDemoData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForASeed();
    void isTheSameOnEveryMachine();
    void differsForAnotherSeed();
    void hasSeveralAppsWithOtherChannels();
    void makesAsManyContactsAsAsked_data();
    void makesAsManyContactsAsAsked();
    void givesTheFirstContactThreeChannels();
    void endsOrdinaryIdentitiesBelowFifty();
    void putsTwentySpecialContactsBehindTheOthers();
    void givesEachContactSeveralIdentities();
    void givesEachNumberToOneContact();
    void writesNumbersOfTheirCountry();
    void spreadsOverManyCountries();
    void usesOnlyWordsThatTheApiKnows();
    void makesTenThousandDifferentContacts();
};

void TestDemoData::isTheSameForASeed()
{
    QCOMPARE(demoApps(5), demoApps(5));
    QCOMPARE(contactsOf(5, 200), contactsOf(5, 200));
    QCOMPARE(contactsOf(5, 500).mid(0, 180), contactsOf(5, 200).mid(0, 180));
}

void TestDemoData::isTheSameOnEveryMachine()
{
    QCOMPARE(demoApps(1).constFirst().id, QStringLiteral("01J00CF7008ETER9M90G0V53WS"));
    QCOMPARE(contactsOf(1, 200).constFirst().id, QStringLiteral("01J1VZW6K0CS5KWXS3Y663G40G"));
}

void TestDemoData::differsForAnotherSeed()
{
    QVERIFY(demoApps(5).constFirst().id != demoApps(6).constFirst().id);
    QVERIFY(contactsOf(5, 200) != contactsOf(6, 200));
}

void TestDemoData::hasSeveralAppsWithOtherChannels()
{
    const auto apps = demoApps(1);
    QSet<QStringList> sets;
    for (const auto &app : apps) {
        QVERIFY(VendorNames::isUlid(app.id));
        sets.insert(app.channels);
    }
    QCOMPARE(sets.size(), apps.size());
    QVERIFY(apps.size() >= 3);
    QCOMPARE(apps[0].channels, QStringList({QStringLiteral("RCS"), QStringLiteral("SMS"), QStringLiteral("WHATSAPP")}));
}

void TestDemoData::makesAsManyContactsAsAsked_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 25, 200, 1000})
        QTest::newRow(QByteArray::number(count).constData()) << count;
}

void TestDemoData::makesAsManyContactsAsAsked()
{
    QFETCH(int, count);
    QCOMPARE(int(contactsOf(1, count).size()), count);
}

void TestDemoData::givesTheFirstContactThreeChannels()
{
    for (const quint64 seed : {1, 2, 3}) {
        QStringList channels;
        const auto contacts = contactsOf(seed, 200);
        for (const auto &identity : contacts.constFirst().identities)
            channels += identity.channel;
        QCOMPARE(channels, QStringList({QStringLiteral("RCS"), QStringLiteral("SMS"), QStringLiteral("WHATSAPP")}));
    }
}

void TestDemoData::endsOrdinaryIdentitiesBelowFifty()
{
    const auto contacts = contactsOf(1, 200).mid(0, 180);
    for (const auto &contact : contacts) {
        for (const auto &identity : contact.identities)
            QVERIFY2(endingOf(identity) < 50 && identity.identity.right(2).size() == 2, qPrintable(identity.identity));
    }
}

void TestDemoData::putsTwentySpecialContactsBehindTheOthers()
{
    const auto specials = contactsOf(1, 200).mid(180);
    QStringList names;
    for (int i = 0; i < specials.size(); ++i) {
        names += specials[i].displayName;
        for (const auto &identity : specials[i].identities)
            QCOMPARE(endingOf(identity), 50 + i);
    }
    QCOMPARE(names.size(), 20);
    QCOMPARE(names[10], QStringLiteral("Never answers"));
    QCOMPARE(names[14], QStringLiteral("Wrong signature"));
}

void TestDemoData::givesEachContactSeveralIdentities()
{
    for (const auto &contact : contactsOf(3, 1000))
        QVERIFY2(contact.identities.size() >= 2, qPrintable(contact.displayName));
}

void TestDemoData::givesEachNumberToOneContact()
{
    QHash<QString, QString> owners;
    for (const auto &contact : contactsOf(1, 2000)) {
        for (const auto &identity : contact.identities) {
            QVERIFY(owners.value(identity.identity, contact.id) == contact.id);
            owners.insert(identity.identity, contact.id);
        }
    }
}

void TestDemoData::writesNumbersOfTheirCountry()
{
    QMap<QString, QSet<int>> lengths; // by calling code
    for (const auto &country : demoCountries()) {
        const auto prefixes = QString::fromLatin1(country.prefixes).split(QLatin1Char('|'));
        const auto code = QString::fromLatin1(country.callingCode);
        lengths[code].insert(int(code.size() + prefixes.constFirst().size()) + country.furtherDigits);
        for (const auto &prefix : prefixes)
            QCOMPARE(prefix.size(), prefixes.constFirst().size());
    }
    for (const auto &contact : contactsOf(1, 2000)) {
        for (const auto &identity : contact.identities) {
            if (!VendorNames::isPhoneChannel(identity.channel))
                continue;
            const auto fits = [&](const QString &code) {
                return identity.identity.startsWith(code) && lengths[code].contains(int(identity.identity.size()));
            };
            QVERIFY(std::any_of(lengths.keyBegin(), lengths.keyEnd(), fits));
            QVERIFY(identity.identity.size() <= 15);
        }
    }
}

void TestDemoData::spreadsOverManyCountries()
{
    QSet<QString> languages;
    for (const auto &contact : contactsOf(1, 200))
        languages.insert(contact.language);
    QVERIFY(languages.size() > 20);
}

void TestDemoData::usesOnlyWordsThatTheApiKnows()
{
    const auto apps = demoApps(1);
    for (const auto &contact : contactsOf(1, 1000)) {
        QVERIFY(VendorNames::isLanguage(contact.language));
        QVERIFY(VendorNames::isUlid(contact.id));
        for (const auto &identity : contact.identities) {
            QVERIFY(VendorNames::isChannel(identity.channel));
            const auto *app = findApp(apps, identity.appId);
            QCOMPARE(app != nullptr, VendorNames::isAppScoped(identity.channel));
            QVERIFY(!app || app->channels.contains(identity.channel));
        }
    }
}

void TestDemoData::makesTenThousandDifferentContacts()
{
    const auto contacts = contactsOf(1, 10'000);
    QSet<QString> ids;
    for (const auto &contact : contacts)
        ids.insert(contact.id);
    QCOMPARE(int(ids.size()), 10'000);
}

QTEST_GUILESS_MAIN(TestDemoData)
#include "tst_demo_data.moc"

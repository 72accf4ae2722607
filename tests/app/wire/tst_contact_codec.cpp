// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "support/result_macros.h"
#include "support/text_rows.h"
#include "wire/contact_codec.h"

#include <QTest>

using namespace console;

class TestContactCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheVendorsContact();
    void readsAPage();
    void readsTheLastPage_data();
    void readsTheLastPage();
    void leavesOutWhatIsNoContact();
    void leavesOutIncompleteIdentities();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void refusesAContactWithoutId_data();
    void refusesAContactWithoutId();
};

void TestContactCodec::readsTheVendorsContact()
{
    const auto contact = decodeContact(fixture("api/contact.json"));
    VERIFY_OK(contact);
    QCOMPARE(contact->id.toString(), QStringLiteral("01EKA07N79THJ20ZSN6AS30TMW"));
    QCOMPARE(contact->displayName, QStringLiteral("Placeholder Person"));
    QCOMPARE(contact->externalId, QStringLiteral("crm-0001"));
    QCOMPARE(contact->language, QStringLiteral("EN_US"));
    QVERIFY(contact->email.isEmpty());
    QCOMPARE(contact->identities.size(), 2);
    QCOMPARE(contact->identities.at(0), *ChannelIdentity::make(QStringLiteral("SMS"), QStringLiteral("46712312312")));
    QCOMPARE(contact->identities.at(1),
             *ChannelIdentity::make(QStringLiteral("MESSENGER"), QStringLiteral("7968425018576406")));
    QCOMPARE(contact->channelPriority,
             QList<ChannelName>({ChannelName::fromValue(Channel::Messenger), ChannelName::fromValue(Channel::Sms)}));
}

void TestContactCodec::readsAPage()
{
    const auto page = decodeContactPage(R"({"contacts":[)" + fixture("api/contact.json")
                                        + R"(,{"id":"C2"}],"next_page_token":"abc_-=="})");
    VERIFY_OK(page);
    QCOMPARE(page->contacts.size(), 2);
    QCOMPARE(page->contacts.at(1).id.toString(), QStringLiteral("C2"));
    QCOMPARE(page->nextPageToken, QStringLiteral("abc_-=="));
}

void TestContactCodec::readsTheLastPage_data()
{
    textRows({R"({"contacts":[],"next_page_token":""})", R"({"contacts":[]})", R"({"next_page_token":null})", "{}"});
}

void TestContactCodec::readsTheLastPage()
{
    QFETCH(QByteArray, text);
    const auto page = decodeContactPage(text);
    VERIFY_OK(page);
    QVERIFY(page->nextPageToken.isEmpty());
    QVERIFY(page->contacts.isEmpty());
}

void TestContactCodec::leavesOutWhatIsNoContact()
{
    const auto page = decodeContactPage(R"({"contacts":[null,5,"C1",[],{"display_name":"no id"},{"id":"C2"}]})");
    VERIFY_OK(page);
    QCOMPARE(page->contacts.size(), 1);
}

void TestContactCodec::leavesOutIncompleteIdentities()
{
    const auto contact = decodeContact(
        R"({"id":"C1","display_name":5,"channel_priority":["SMS",5],"channel_identities":[null,{"channel":"SMS"},)"
        R"({"identity":"46701"},{"channel":"","identity":"46701"},{"channel":"SMS","identity":"46701","a_future":1}]})");
    VERIFY_OK(contact);
    QCOMPARE(contact->identities.size(), 1);
    QCOMPARE(contact->channelPriority.size(), 1);
    QVERIFY(contact->displayName.isEmpty());
}

void TestContactCodec::refusesWhatItCannotRead_data()
{
    textRows({"", "null", "[]", "<html></html>", R"({"contacts":[)", R"({"contacts":{}})",
              "{\"contacts\":[{\"id\":\"\xff\"}]}"});
}

void TestContactCodec::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, text);
    COMPARE_ERROR(decodeContactPage(text), Error::Kind::Malformed);
}

void TestContactCodec::refusesAContactWithoutId_data()
{
    textRows({"{}", R"({"id":""})", R"({"id":null})", R"({"id":5})", "[]", ""});
}

void TestContactCodec::refusesAContactWithoutId()
{
    QFETCH(QByteArray, text);
    COMPARE_ERROR(decodeContact(text), Error::Kind::Malformed);
}

QTEST_GUILESS_MAIN(TestContactCodec)
#include "tst_contact_codec.moc"

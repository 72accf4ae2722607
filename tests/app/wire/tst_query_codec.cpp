// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "support/text_rows.h"
#include "wire/query_codec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace console;

namespace {

QJsonObject encoded(const Recipient &recipient)
{
    const auto query = CapabilityQuery::make(*RequestId::parse(QStringLiteral("01EQBF91XWP9PW1J8EWRYZ1GK2")),
                                             *AppId::parse(QStringLiteral("01EB37KMH2M6SV18ASNS3G135H")), recipient);
    return QJsonDocument::fromJson(encodeCapabilityQuery(*query)).object();
}

QJsonObject object(const char *path)
{
    return QJsonDocument::fromJson(fixture(path)).object();
}

ChannelIdentity address(const char *channel, const char *identity)
{
    return {ChannelName::fromText(QString::fromLatin1(channel)), QString::fromUtf8(identity)};
}

} // namespace

class TestQueryCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAboutAContactAsTheVendorShowsIt();
    void asksAboutIdentitiesAsTheVendorShowsIt();
    void neverSendsTheProject();
    void keepsIdentitiesWordForWord_data();
    void keepsIdentitiesWordForWord();
    void readsTheEcho();
    void registersWhateverWasEchoed_data();
    void registersWhateverWasEchoed();
};

void TestQueryCodec::asksAboutAContactAsTheVendorShowsIt()
{
    QJsonObject expected = object("api/capability-request-contact.json");
    expected.insert(QLatin1String("request_id"), QStringLiteral("01EQBF91XWP9PW1J8EWRYZ1GK2"));
    QCOMPARE(encoded(*ContactId::parse(QStringLiteral("01EKA07N79THJ20ZSN6AS30TMW"))), expected);
}

void TestQueryCodec::asksAboutIdentitiesAsTheVendorShowsIt()
{
    const QList<ChannelIdentity> identities {address("WHATSAPP", "46712312312"), address("RCS", "46712312312")};
    QCOMPARE(encoded(identities), object("api/capability-request-identities.json"));
}

void TestQueryCodec::neverSendsTheProject()
{
    QJsonObject seed = object("api/capability-request-contact-seed-shape.json");
    QVERIFY(seed.contains(QLatin1String("project_id")));
    seed.remove(QLatin1String("project_id"));
    QJsonObject ours = encoded(*ContactId::parse(QStringLiteral("01EKA07N79THJ20ZSN6AS30TMW")));
    ours.remove(QLatin1String("request_id"));
    QCOMPARE(ours, seed);
}

void TestQueryCodec::keepsIdentitiesWordForWord_data()
{
    textRows({"+46701", "9KC0p+pi4zPGDO99ACDxoQ==", "a \"quoted\" \\ one", "Å-漢字-😀", "tab\there"});
}

void TestQueryCodec::keepsIdentitiesWordForWord()
{
    QFETCH(QByteArray, text);
    const auto body = encoded(QList<ChannelIdentity> {address("A_FUTURE_CHANNEL", text.constData())});
    const auto sent = body.value(QLatin1String("recipient"))
                          .toObject()
                          .value(QLatin1String("identified_by"))
                          .toObject()
                          .value(QLatin1String("channel_identities"))
                          .toArray()
                          .at(0)
                          .toObject();
    QCOMPARE(sent.value(QLatin1String("identity")).toString(), QString::fromUtf8(text));
    QCOMPARE(sent.value(QLatin1String("channel")).toString(), QStringLiteral("A_FUTURE_CHANNEL"));
    QCOMPARE(sent.size(), 2);
}

void TestQueryCodec::readsTheEcho()
{
    const auto registration = decodeRegistration(fixture("api/capability-response.json"));
    QCOMPARE(textOf(registration.requestId), QStringLiteral("01EQBF91XWP9PW1J8EWRYZ1GK2"));
    QCOMPARE(textOf(registration.appId), QStringLiteral("01EB37KMH2M6SV18ASNS3G135H"));
}

void TestQueryCodec::registersWhateverWasEchoed_data()
{
    textRows({"", "{}", "null", "[]", "<html>", "{", R"({"request_id":5,"app_id":[]})",
              R"({"request_id":"","app_id":null})"});
}

void TestQueryCodec::registersWhateverWasEchoed()
{
    QFETCH(QByteArray, text);
    const auto registration = decodeRegistration(text);
    QVERIFY(!registration.requestId);
    QVERIFY(!registration.appId);
}

QTEST_GUILESS_MAIN(TestQueryCodec)
#include "tst_query_codec.moc"

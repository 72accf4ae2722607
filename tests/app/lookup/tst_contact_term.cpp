// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_term.h"

#include <QTest>

using namespace console;

namespace {

Contact contact()
{
    return {*ContactId::parse(QStringLiteral("01EKA07N79THJ20ZSN6AS30TMW")),
            QStringLiteral("Åsa Maria Öberg"),
            QStringLiteral("crm-0001"),
            QStringLiteral("asa@example.com"),
            {},
            {*ChannelIdentity::make(QStringLiteral("SMS"), QStringLiteral("46701234567")),
             *ChannelIdentity::make(QStringLiteral("VIBER"), QStringLiteral("9KC0p+pi4zPGDO99ACDxoQ=="))},
            {}};
}

/// "external crm-0001", "SMS 46701234567", in the order in which they are asked.
QStringList asked(const QString &typed)
{
    QList<ChannelName> channels;
    for (const auto channel : {Channel::Rcs, Channel::Sms, Channel::Telegram, Channel::ViberBot})
        channels.append(ChannelName::fromValue(channel));
    QStringList asked;
    const auto filters = ContactTerm(typed).filters(channels);
    for (const auto &filter : filters)
        asked.append(filter.identity ? filter.identity->channel.raw + QLatin1Char(' ') + filter.identity->identity
                                     : QStringLiteral("external ") + filter.externalId);
    return asked;
}

} // namespace

class TestContactTerm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        for (const char *text : {"", "  ", "Åsa", "åsa m", "ÖBERG", "öberg åsa", "crm-0001", "CRM", "asa@",
                                 "46701234567", "+46 70-123 45 67", "0046701234567", "701234", "0701234567",
                                 "070-123 45 67", "0701", "01eka07n79thj20zsn6as30tmw", "9KC0p+pi4z", "４６７０１２３"})
            QTest::addRow("\"%s\" fits", text) << QString::fromUtf8(text) << true;
        for (const char *text : {"Osa", "Anna", "öberg anna", "crm-0002", "46701234568", "01EKA07N79", "crm 701234",
                                 "00467012345670", "07012345678", "0234567", "046701234567"})
            QTest::addRow("\"%s\" does not", text) << QString::fromUtf8(text) << false;
    }
    void fits()
    {
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QCOMPARE(ContactTerm(text).fits(contact()), fits);
    }

    void asksTheApiForWhatItCanFind_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("questions");
        const auto row = [](const char *tag, const char *text, const QStringList &questions) {
            QTest::newRow(tag) << QString::fromUtf8(text) << questions;
        };
        row("nothing typed, nothing asked", " ", {});
        row("a word may be an external id", "anna", {QStringLiteral("external anna")});
        row("a name of two words is none", "Anna Ek", {});
        row("a number on channels with numbers, in digits", "+46 70-123 45 67",
            {QStringLiteral("RCS 46701234567"), QStringLiteral("SMS 46701234567")});
        row("a national number is no identity on any of them", "070-1234567",
            {QStringLiteral("external 070-1234567"), QStringLiteral("TELEGRAM 070-1234567"),
             QStringLiteral("VIBER 070-1234567")});
        row("digits may be an id as well", "46701234567",
            {QStringLiteral("external 46701234567"), QStringLiteral("RCS 46701234567"),
             QStringLiteral("SMS 46701234567"), QStringLiteral("TELEGRAM 46701234567"),
             QStringLiteral("VIBER 46701234567")});
        row("half a number only as an external id", "46701", {QStringLiteral("external 46701")});
        row("an id with many digits is no number", "user1234567",
            {QStringLiteral("external user1234567"), QStringLiteral("TELEGRAM user1234567"),
             QStringLiteral("VIBER user1234567")});
        row("an opaque id on channels without numbers", "9KC0p+pi4zPGDO99ACDxoQ==",
            {QStringLiteral("external 9KC0p+pi4zPGDO99ACDxoQ=="), QStringLiteral("TELEGRAM 9KC0p+pi4zPGDO99ACDxoQ=="),
             QStringLiteral("VIBER 9KC0p+pi4zPGDO99ACDxoQ==")});
    }
    void asksTheApiForWhatItCanFind()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, questions);
        QCOMPARE(asked(text), questions);
    }

    void knowsAContactId()
    {
        QCOMPARE(textOf(ContactTerm(QStringLiteral(" 01eka07n79thj20zsn6as30tmw ")).contactId()),
                 QStringLiteral("01EKA07N79THJ20ZSN6AS30TMW"));
        QVERIFY(!ContactTerm(QStringLiteral("01EKA07N79THJ20ZSN6AS30TMU")).contactId()); // U is no digit of theirs
        QVERIFY(!ContactTerm(QStringLiteral("01EKA07N79")).contactId());
        QVERIFY(!ContactTerm().contactId());
    }
};

QTEST_APPLESS_MAIN(TestContactTerm)
#include "tst_contact_term.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/masking/masker.h"
#include "ui/masking/private_field.h"
#include "ui/notifications/private_filter.h"

#include <QSignalSpy>
#include <QTest>

using namespace console;

namespace {

const QString kNumber = QStringLiteral("46701234567");
const QString kName = QStringLiteral("Anna Lindqvist");

NotificationRow annasRow()
{
    NotificationRow row;
    row.contactId = QStringLiteral("01HZX4Q6M0000000000000ANNA");
    row.contactName = kName;
    row.address = {ChannelName::fromText(QStringLiteral("RCS")), kNumber};
    row.requestId = QStringLiteral("01HZX4Q6M0000000000000000Q");
    row.projectId = QStringLiteral("project-of-ours");
    row.reason.description = QStringLiteral("+46701234567 is not reachable");
    row.annotation.note = QStringLiteral("Anna called back");
    return row;
}

} // namespace

class TestMasker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Masker::instance().setOn(true); }
    void cleanup() { Masker::instance().setOn(false); }

    void aBodyNamesNobodyThatTheContractCanNameInIt()
    {
        const QByteArray body
            = R"({"capability_notification":{"channel":"RCS","capability_status":"CAPABILITY_FULL"},"channel_recipient_identities":[{"channel_identity":{"channel":"RCS","identity":"u-abc"},"display_name":"Karin Ek"},{"display_name":"Bo"}]})";
        const QByteArray shown = Masker::instance().body(body);
        for (const char *personal : {"u-abc", "Karin", "Ek", "\"Bo\""})
            QVERIFY2(!shown.contains(personal), shown.constData());
        QVERIFY(shown.contains("\"capability_status\":\"CAPABILITY_FULL\""));
        QVERIFY(Masker::instance().value(QStringLiteral("display_name"), QStringLiteral("Bo")) != QLatin1String("Bo"));
        QCOMPARE(Masker::instance().value(QStringLiteral("status"), QStringLiteral("FULL")), QStringLiteral("FULL"));
    }

    void ofAForeignBodyOnlyTheShapeIsShown()
    {
        const QByteArray body
            = R"({"who":"Karin","n":46701234567,"channel":"RCS","time":"2026-11-24T10:00:00Z","short":7})";
        const auto shown = Masker::instance().foreignBody(body);
        QVERIFY(shown && !shown->contains("Karin") && !shown->contains("46701234567"));
        QVERIFY(shown->contains("\"channel\":\"RCS\"") && shown->contains("2026-11-24T10:00:00Z")
                && shown->contains("\"short\":7"));
        QVERIFY(!Masker::instance().foreignBody("who=Karin"));
        Masker::instance().setOn(false);
        QCOMPARE(Masker::instance().foreignBody("who=Karin").value(), QByteArray("who=Karin"));
        QCOMPARE(Masker::instance().body(body), body);
    }

    void handsEverythingBackAsItIsWhileItIsOff()
    {
        Masker::instance().setOn(false);
        QCOMPARE(Masker::instance().shown(annasRow()), annasRow());
        QCOMPARE(Masker::instance().text(kNumber), kNumber);
    }

    void aRowKeepsWhatNamesNobody()
    {
        const NotificationRow shown = Masker::instance().shown(annasRow());
        QCOMPARE(shown.requestId, annasRow().requestId);
        QCOMPARE(shown.projectId, annasRow().projectId);
        QVERIFY(shown.contactName.startsWith(QLatin1String("name-")));
        QVERIFY(shown.address.identity.startsWith(QLatin1String("id-")));
        QVERIFY(!shown.reason.description.contains(kNumber));
        QVERIFY(!shown.annotation.note.contains(QLatin1String("Anna")));
    }

    void onePersonHasOnePseudonymEverywhere()
    {
        Masker &masker = Masker::instance();
        const NotificationRow row = annasRow();
        Lookup lookup {*RequestId::fromOptional(row.requestId),
                       {},
                       *AppId::fromOptional(QStringLiteral("app")),
                       QList<ChannelIdentity> {row.address},
                       kName,
                       {row.address},
                       {}};
        const Contact contact {*ContactId::fromOptional(row.contactId), kName, {}, {}, {}, {row.address}, {}};
        QCOMPARE(masker.shown(lookup).displayName, masker.shown(row).contactName);
        QCOMPARE(masker.shown(contact).displayName, masker.shown(row).contactName);
        QCOMPARE(masker.shown(lookup).expected.first(), masker.shown(row).address);
        const ChannelIdentity withPlus {row.address.channel, QLatin1Char('+') + kNumber};
        QCOMPARE(masker.shown(withPlus), masker.shown(row.address));
        masker.setOn(false);
        const QString before = masker.shown(row).contactName;
        masker.setOn(true);
        QVERIFY(masker.shown(row).contactName != before);
        QCOMPARE(masker.shown(contact).displayName, masker.shown(row).contactName);
    }

    void textsKeepTimesAndIds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a time") << QStringLiteral("accepted 2026-11-24T12:04:11.203Z");
        QTest::newRow("a ULID") << QStringLiteral("request 01HZX4Q6M12345678901234567");
        QTest::newRow("a UUID") << QStringLiteral("project 12345678-1234-1234-1234-123456789012");
        QTest::newRow("a short number") << QStringLiteral("status 429");
    }
    void textsKeepTimesAndIds()
    {
        QFETCH(QString, text);
        QCOMPARE(Masker::instance().text(text), text);
    }

    void textsLoseWhatNamesSomebody_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("personal");
        QTest::newRow("a number") << QStringLiteral("{\"identity\":\"46701234567\"}") << kNumber;
        QTest::newRow("an address") << QStringLiteral("mail anna@example.com") << QStringLiteral("anna@example.com");
        QTest::newRow("a known name") << QStringLiteral("for anna lindqvist") << QStringLiteral("lindqvist");
        QTest::newRow("a known ULID") << QStringLiteral("contact 01HZX4Q6M0000000000000ANNA")
                                      << QStringLiteral("01HZX4Q6M0000000000000ANNA");
    }
    void textsLoseWhatNamesSomebody()
    {
        QFETCH(QString, text);
        QFETCH(QString, personal);
        const QString shown = Masker::instance().text(text, {kName, annasRow().contactId});
        QVERIFY2(!shown.contains(personal, Qt::CaseInsensitive), qPrintable(shown));
    }

    void aFieldShowsDotsUntilItHasTheFocus()
    {
        QLineEdit field;
        keepPrivate(&field);
        field.setText(kName);
        QVERIFY(!field.displayText().contains(kName));
        Masker::instance().setOn(false);
        QCOMPARE(field.displayText(), kName);
    }

    void maskingLeavesTheFieldThatIsBeingEdited()
    {
        Masker::instance().setOn(false);
        QLineEdit field;
        keepPrivate(&field);
        field.setText(kName);
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setFocus();
        QTRY_VERIFY(field.hasFocus());
        Masker::instance().setOn(true);
        QVERIFY(!field.displayText().contains(kName));
        field.setFocus();
        QTRY_COMPARE(field.displayText(), kName);
    }

    void maskingStaysInAFieldThatTellsNothing()
    {
        Masker::instance().setOn(false);
        QLineEdit field;
        keepPrivate(&field);
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setFocus();
        QTRY_VERIFY(field.hasFocus());
        Masker::instance().setOn(true);
        QVERIFY(field.hasFocus());
    }

    void aFilterIsHiddenWhereItMayNameSomebody_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("mayNameSomebody");
        QTest::newRow("channels and states")
            << QStringLiteral("channel:RCS,SMS and not (is:late or status:none)") << false;
        QTest::newRow("a time") << QStringLiteral("received>-2h") << false;
        QTest::newRow("a word") << QStringLiteral("anna") << true;
        QTest::newRow("an identity") << QStringLiteral("channel:RCS identity:4670*") << true;
        QTest::newRow("a contact") << QStringLiteral("contact:\"Anna Lindqvist\"") << true;
    }
    void aFilterIsHiddenWhereItMayNameSomebody()
    {
        QFETCH(QString, filter);
        QTEST(mayNameSomebody(filter), "mayNameSomebody");
    }

    void namesAreNotProposed()
    {
        const FilterCompletion names {8, 0, {kName}};
        QVERIFY(shownProposals(QStringLiteral("contact:"), names).candidates.isEmpty());
        QCOMPARE(shownProposals(QStringLiteral("channel:"), names).candidates.size(), 1);
        Masker::instance().setOn(false);
        QCOMPARE(shownProposals(QStringLiteral("contact:"), names).candidates.size(), 1);
    }
};

QTEST_MAIN(TestMasker)
#include "tst_masker.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/sample_row.h"
#include "exporting/redactor.h"
#include "exporting/row_json.h"

#include <QTest>

using namespace console;

class TestRedactor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAndIdentitiesBecomePseudonymsThatStay()
    {
        Redactor redactor("key");
        const NotificationRow first = redactor.redacted(sampleRow()), again = redactor.redacted(sampleRow());
        QCOMPARE(first, again);
        QCOMPARE(redactor.replacements(), 10);
        const QByteArray line = encodeRowJson(first);
        for (const char *secret : {"46700000001", "\"contact\"", "01HF7YAT", "\"project\"", "\"app\""})
            QVERIFY2(!line.contains(secret), secret);
        QVERIFY(first.address.identity.startsWith(QLatin1String("identity-")));
        QCOMPARE(first.status, sampleRow().status);
        QCOMPARE(first.receivedAt, sampleRow().receivedAt);
    }

    void aPlusInFrontIsTheSamePerson()
    {
        Redactor redactor("key");
        NotificationRow plus = sampleRow();
        plus.address.identity.prepend(QLatin1Char('+'));
        QCOMPARE(redactor.redacted(plus), redactor.redacted(sampleRow()));
    }

    void anotherKeyMakesOtherPseudonyms()
    {
        QVERIFY(Redactor("a").redacted(sampleRow()) != Redactor("b").redacted(sampleRow()));
        QVERIFY(Redactor::randomKey() != Redactor::randomKey());
    }

    void whatATextMentionsGoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret"); // must be gone
        const auto number = QStringLiteral("46700000001");
        QTest::newRow("the identity") << QStringLiteral("46700000001 is off") << number;
        QTest::newRow("the identity with a plus") << QStringLiteral("call +46700000001!") << number;
        QTest::newRow("the contact's name in other letters")
            << QStringLiteral("ANNA lindqvist asked") << QStringLiteral("ANNA lindqvist");
        QTest::newRow("another number in groups")
            << QStringLiteral("or 070-123 45 67 then") << QStringLiteral("070-123 45 67");
        QTest::newRow("an address") << QStringLiteral("mail anna.l@example.com now")
                                    << QStringLiteral("anna.l@example.com");
        QTest::newRow("percent-encoded") << QStringLiteral("to=%34%36%37%30%30%30%30%30%30%30%31")
                                         << QStringLiteral("%34%36%37");
        for (const char *before : {"", "x", "xy"}) {
            const QString coded = QString::fromLatin1((before + number.toUtf8()).toBase64());
            QTest::addRow("base64 after %zu", strlen(before))
                << QStringLiteral("at ") + coded + QStringLiteral(" here") << coded;
        }
        const QString hex = QString::fromLatin1(number.toUtf8().toHex());
        QTest::newRow("hexadecimal") << hex << hex;
        QTest::newRow("JSON escapes") << QStringLiteral("\\u0034\\u0036700000001") << QStringLiteral("\\u0034");
        const QByteArray wide(reinterpret_cast<const char *>(number.utf16()), number.size() * 2);
        const QString wideCoded = QString::fromLatin1(wide.toBase64());
        QTest::newRow("base64 of UTF-16") << wideCoded << wideCoded;
        QTest::newRow("a part of the contact's name")
            << QStringLiteral("Mrs. Lindqvist asked") << QStringLiteral("Lindqvist");
        const auto row = [](const char *tag, const char *text, const char *secret) {
            QTest::newRow(tag) << QString::fromUtf8(text) << QString::fromUtf8(secret);
        };
        row("a name that no row knows", "subscriber Gustav Holmberg has opted out", "Gustav Holmberg");
        row("a name behind a word at the start", "Subscriber Gustav Holmberg", "Gustav");
        row("a name with a particle", "asked by Ludwig van der Berg today", "Berg");
        row("a double name", "asked by Anna-Karin Öberg-Ström.", "Öberg-Ström");
        row("a name with an initial", "J. O'Brien called", "O'Brien");
        row("one name behind a title", "for Dr. Öztürk only", "Öztürk");
        row("a name in letters of others", "абонент Иван Петров отказался", "Иван Петров");
        row("what follows a host", "see https://example.org/u/gustav?m=1 there", "gustav");
        row("a handle", "ask @gustav_h about it", "gustav_h");
        row("a ULID", "of 01M2DWVB2237V6Z6T9M684Y9MC", "01M2DWVB2237V6Z6T9M684Y9MC");
        row("a UUID", "of 3f2504e0-4f89-11d3-9a0c-0305e82c3301.", "3f2504e0");
        row("a long id", "wamid.HBgLNDY3MDEyMzQ1Njc4 was", "HBgLNDY3MDEyMzQ1Njc4");
    }
    void whatATextMentionsGoes()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        NotificationRow row = sampleRow();
        row.contactName = QStringLiteral("Anna Lindqvist");
        row.reason.description = text;
        row.annotation = {true, {}, text};
        Redactor redactor("key");
        const NotificationRow redacted = redactor.redacted(row);
        QVERIFY2(!redacted.reason.description.contains(secret), qPrintable(redacted.reason.description));
        QVERIFY(!redacted.annotation.note.contains(secret));
        QVERIFY(redactor.replacements() >= 8);
    }

    void ordinaryTextsStay()
    {
        NotificationRow row = sampleRow();
        for (const char *text :
             {"The channel answered 429: too many requests (retry in 30 s)", "Bad Request: see https://example.org",
              "Internal Server Error. Try again", "WhatsApp Business, Apple Messages and RCS", "The User is not known",
              "RECIPIENT_NOT_REACHABLE by CHANNEL_FAILURE_2"}) {
            row.reason.description = QString::fromUtf8(text);
            Redactor redactor("key");
            QCOMPARE(redactor.redacted(row).reason.description, row.reason.description);
        }
    }

    void textsGoAsAWholeWhereThatIsWanted()
    {
        NotificationRow row = sampleRow();
        row.reason.description = QStringLiteral("anna says no");
        row.annotation = {false, {QStringLiteral("anna")}, QStringLiteral("of anna")};
        Redactor redactor("key", Redactor::Scope::Everything, Redactor::Texts::AsAWhole);
        const QByteArray line = encodeRowJson(redactor.redacted(row), RowMembers::Annotations);
        QVERIFY2(!line.contains("anna"), line.constData());
        QCOMPARE(redactor.redacted(row).reason.code, row.reason.code);
        QCOMPARE(redactor.redacted(row).reason.description, redactor.redacted(row).reason.description);
    }

    void aPseudonymIsNotReplacedAgain()
    {
        Redactor redactor("key");
        const QString once = redactor.freeText(QStringLiteral("Gustav Holmberg, +46709998877"), {});
        QCOMPARE(redactor.freeText(once, {}), once);
    }
};

QTEST_APPLESS_MAIN(TestRedactor)
#include "tst_redactor.moc"

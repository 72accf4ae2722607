// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicate_members.h"
#include "support/odd_bodies.h"
#include "support/text_rows.h"
#include "wire/callback_decoder.h"

#include <QTest>

using namespace console;

class TestOddBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadOrRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isReadable");
        for (const auto &odd : oddBodies())
            QTest::newRow(odd.claim) << odd.bytes << odd.isReadable;
    }
    void areReadOrRefusedAtOnce()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isReadable);
        const auto decoded = decodeCallback(body);
        const auto *unreadable = std::get_if<UnreadableCallback>(&decoded);
        QVERIFY2(std::holds_alternative<CapabilityNotification>(decoded) == isReadable,
                 unreadable ? qPrintable(unreadable->why) : "it was read");
        QVERIFY(!unreadable || !unreadable->why.isEmpty());
    }

    void aDescriptionIsKeptToTheLastCharacter_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::newRow("a megabyte") << '"' + QByteArray(1 << 20, 'x') + '"' << QString(1 << 20, QLatin1Char('x'));
        QTest::newRow("HTML") << QByteArray("\"<b>x</b>\"") << QStringLiteral("<b>x</b>");
        QTest::newRow("an escape sequence") << QByteArray("\"\\u001b[31m\"") << QStringLiteral("\x1b[31m");
        QTest::newRow("an override") << QByteArray("\"\\u202e\"") << QStringLiteral("\u202E");
        QTest::newRow("NUL") << QByteArray("\"a\\u0000b\"") << QStringLiteral("a\0b");
    }
    void aDescriptionIsKeptToTheLastCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        const auto decoded = decodeCallback(withDescription(json));
        QCOMPARE(std::get<CapabilityNotification>(decoded).reason.description, text);
    }

    void membersThatStandTwiceAreSeen_data()
    {
        textRows({R"({"a":1,"a":2})", R"({"a":1,"b":{},"a":2})", R"({"a":{"b":1,"b":1}})",
                  R"({"a":{},"c":{"b":1,"b":1}})", "{\"channel\":1,\"ch\\u0061nnel\":2}", R"({"":1,"":1})",
                  R"({ "a" : "{" , "a" : "}" })", "{\"a\":\"\\\\\",\"a\":1}", "{\"a\\\"\":1,\"a\\\"\":1}"});
    }
    void membersThatStandTwiceAreSeen()
    {
        QFETCH(QByteArray, text);
        QVERIFY(repeatsMembers(text));
    }

    void whatOnlyLooksTheSameIsNot_data()
    {
        textRows({R"({})", R"({"a":"a","b":"a"})", R"({"a":{"b":1},"b":{"a":1}})", R"({"a":["b","b"],"b":1})",
                  "{\"a\":\"\\\"b\\\":\",\"b\":1}", R"({"a":[{"b":1},{"b":1}]})", R"({"a":{"b":{"c":1,"c":1}}})",
                  R"({"a":1,"A":1})"});
    }
    void whatOnlyLooksTheSameIsNot()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!repeatsMembers(text));
    }

    void theLastOfTwoMembersIsTakenAndMarked()
    {
        NotificationJson twice;
        twice.more = R"(,"channel":"RCS")";
        const auto enveloped = std::get<CapabilityNotification>(decodeCallback(twice.enveloped()));
        QCOMPARE(enveloped.channel.raw, QStringLiteral("RCS"));
        QVERIFY(enveloped.repeatsMembers);
        QVERIFY(std::get<CapabilityNotification>(decodeCallback(twice.flat())).repeatsMembers);
        QVERIFY(!std::get<CapabilityNotification>(decodeCallback(NotificationJson {}.enveloped())).repeatsMembers);
    }
};

QTEST_GUILESS_MAIN(TestOddBodies)
#include "tst_odd_bodies.moc"

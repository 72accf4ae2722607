// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_path.h"

#include <QTest>

using namespace console;

namespace {
const QByteArray kBody
    = R"({"app_id":"a","big":9007199254740993,"note":null,"parts":[{"kind":"x","n":1},{"kind":"y","n":2}],"a.b":{"c":true},"empty":[]})";
}

class TestJsonPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAPathLeadsTo_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::newRow("a member") << QStringLiteral("app_id") << QStringLiteral("a");
        QTest::newRow("with the sign of the whole in front") << QStringLiteral("$.app_id") << QStringLiteral("a");
        QTest::newRow("a number with all its digits") << QStringLiteral("big") << QStringLiteral("9007199254740993");
        QTest::newRow("null") << QStringLiteral("note") << QStringLiteral("null");
        QTest::newRow("one element") << QStringLiteral("parts[1].kind") << QStringLiteral("y");
        QTest::newRow("all elements") << QStringLiteral("parts[].kind") << QStringLiteral("x, y");
        QTest::newRow("a list") << QStringLiteral("parts")
                                << QStringLiteral(R"([{"kind":"x","n":1},{"kind":"y","n":2}])");
        QTest::newRow("a name with a dot") << QStringLiteral("[\"a.b\"].c") << QStringLiteral("true");
        QTest::newRow("an element that is not there") << QStringLiteral("parts[7].kind") << QString();
        QTest::newRow("a member that is not there") << QStringLiteral("app_id.more") << QString();
        QTest::newRow("all of an empty list") << QStringLiteral("empty[].x") << QString();
    }
    void findsWhatAPathLeadsTo()
    {
        QFETCH(QString, path);
        const auto parsed = JsonPath::parse(path);
        QVERIFY(parsed);
        QTEST(parsed->valueIn(kBody), "value");
    }

    void whatIsNoPathIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a dot at the end") << QStringLiteral("a.");
        QTest::newRow("two dots") << QStringLiteral("a..b");
        QTest::newRow("an open bracket") << QStringLiteral("a[1");
        QTest::newRow("a word in brackets") << QStringLiteral("a[x]");
        QTest::newRow("a space") << QStringLiteral("a b");
    }
    void whatIsNoPathIsSaid()
    {
        QFETCH(QString, path);
        const auto parsed = JsonPath::parse(path);
        QVERIFY(!parsed);
        QVERIFY(!parsed.error().detail.isEmpty());
    }

    void onlyACellIsCut()
    {
        const QByteArray json = "{\"a\":\"" + QByteArray(2 * JsonPath::kLongestCell, 'x') + "\"}";
        const auto path = JsonPath::parse(QStringLiteral("a"));
        QCOMPARE(path->valueIn(json).size(), 2 * JsonPath::kLongestCell);
        QCOMPARE(path->cellIn(json).size(), JsonPath::kLongestCell + 1);
    }

    void bytesThatAreNoJsonHoldNothing()
    {
        QVERIFY(JsonPath::parse(QStringLiteral("a"))->valueIn("a=1&b=2").isNull());
        QVERIFY(JsonPath::pathsIn("\xff\xfe", 9).isEmpty());
    }

    void everyPathThatIsOfferedLeadsSomewhere()
    {
        const QStringList paths = JsonPath::pathsIn(kBody, 100);
        QVERIFY(paths.contains(QStringLiteral("parts[].kind")));
        QVERIFY(paths.contains(QStringLiteral("[\"a.b\"].c")));
        for (const QString &path : paths)
            QVERIFY2(!JsonPath::parse(path)->valueIn(kBody).isNull(), qPrintable(path));
        QCOMPARE(JsonPath::pathsIn(kBody, 2).size(), 2);
    }

    void theHeadingIsTheLastName()
    {
        QCOMPARE(JsonPath::parse(QStringLiteral("parts[].kind"))->title(), QStringLiteral("kind"));
        QCOMPARE(JsonPath::parse(QStringLiteral("parts[0]"))->title(), QStringLiteral("parts"));
    }
};

QTEST_GUILESS_MAIN(TestJsonPath)
#include "tst_json_path.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/color_rule_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

class TestColorRuleStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsRulesInTheirOrder()
    {
        QTemporaryDir folder;
        QList<ColorRule> rules;
        for (int i = 0; i < kRowColors; ++i)
            rules.append({QStringLiteral("Rule \"%1\"").arg(i), QStringLiteral("is:late"), RowColor(i), i % 2 == 0});
        QVERIFY(ColorRuleStore(folder.path()).save(rules));
        QCOMPARE(ColorRuleStore(folder.path()).load(), rules);
    }

    void whatCannotBeReadIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not JSON") << QByteArray("[Colors]");
        QTest::newRow("another document") << QByteArray("{\"views\":[]}");
        QTest::newRow("a rule without a filter") << QByteArray("{\"color_rules\":[{\"name\":\"x\"},7]}");
    }
    void whatCannotBeReadIsLeftOut()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(parseColorRules(bytes).isEmpty());
    }

    void aColourOfALaterVersionIsYellow()
    {
        const auto rules
            = parseColorRules("{\"color_rules\":[{\"name\":\"x\",\"filter\":\"is:late\",\"color\":\"beige\"}]}");
        QCOMPARE(rules, QList<ColorRule>({{QStringLiteral("x"), QStringLiteral("is:late"), RowColor::Yellow, true}}));
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const auto saved = ColorRuleStore(QStringLiteral("/proc/nowhere")).save({});
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestColorRuleStore)
#include "tst_color_rule_store.moc"

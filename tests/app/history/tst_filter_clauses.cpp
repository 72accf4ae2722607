// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_clauses.h"

#include <QTest>

using namespace console;

class TestFilterClauses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesIntoAnExpression_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *claim, const char *before, const QStringList &values, const char *after) {
            QTest::newRow(claim) << QString::fromUtf8(before) << values << QString::fromUtf8(after);
        };
        const QString rcs = QStringLiteral("RCS");
        row("into nothing", "", {rcs}, "channel:RCS");
        row("behind what is there", "anna", {rcs}, "anna channel:RCS");
        row("in place of other values", "channel:SMS anna", {rcs, QStringLiteral("SMS")}, "channel:RCS,SMS anna");
        row("the text around stays as typed", "\"a  b\"  channel:SMS  x", {rcs}, "\"a  b\"  channel:RCS  x");
        row("away again", "anna channel:RCS is:late", {}, "anna is:late");
        row("away with the word behind it", "channel:RCS and anna", {}, "anna");
        row("away with the word before it", "anna and channel:RCS", {}, "anna");
        row("away with every further one", "channel:RCS x channel:SMS", {}, "x");
        row("away where it is alone", "channel:RCS", {}, "");
        row("nothing to take away", "anna or bob", {}, "anna or bob");
        row("beside alternatives", "anna or channel:SMS", {rcs}, "(anna or channel:SMS) channel:RCS");
        row("what is negated is another thing", "not channel:SMS", {rcs}, "not channel:SMS channel:RCS");
        row("what is in brackets is another thing", "(channel:SMS or x)", {rcs}, "(channel:SMS or x) channel:RCS");
        row("what needs quotation marks gets them", "", {QStringLiteral("A \"B")}, "channel:\"A \\\"B\"");
    }
    void writesIntoAnExpression()
    {
        QFETCH(const QString, before);
        QFETCH(const QStringList, values);
        QFETCH(const QString, after);
        QCOMPARE(withFilterValues(before, FilterField::Channel, values), after);
    }

    void readsTheFirstConditionOfAField()
    {
        const QString text = QStringLiteral("STATUS:none,\"x y\" received>=-2h (channel:RCS)");
        QCOMPARE(filterValues(text, FilterField::Status), QStringList({QStringLiteral("none"), QStringLiteral("x y")}));
        QCOMPARE(filterClause(text, FilterField::Received), QStringLiteral(">=-2h"));
        QCOMPARE(filterValues(text, FilterField::Received), QStringList());
        QCOMPARE(filterClause(text, FilterField::Channel), QString());
        QCOMPARE(withFilterClause(text, FilterField::Received, QStringLiteral(":today")),
                 QStringLiteral("STATUS:none,\"x y\" received:today (channel:RCS)"));
    }

    void knowsWhatIsSearchedForInBodies_data()
    {
        QTest::addColumn<bool>("reads");
        for (const char *text : {"raw:x", "a (RAW:\"x y\" or b)", "message.status:x", "not $.a[0]:x", "raw:x ("})
            QTest::newRow(text) << true;
        for (const char *text : {"", "a", "\"raw:x\"", "channel:RCS", "10.0.0.1:80", "message.status"})
            QTest::newRow(text) << false;
    }
    void knowsWhatIsSearchedForInBodies()
    {
        QFETCH(bool, reads);
        QCOMPARE(readsBodies(QString::fromUtf8(QTest::currentDataTag())), reads);
    }

    void whatItWritesCanBeReadAgain()
    {
        for (const char *value : {"RCS", "a b", "\\", "\"", "", "x,y", "(z)", "*"}) {
            const QStringList values {QString::fromUtf8(value)};
            QCOMPARE(
                filterValues(withFilterValues(QStringLiteral("q"), FilterField::Reason, values), FilterField::Reason),
                values);
        }
    }
};

QTEST_GUILESS_MAIN(TestFilterClauses)
#include "tst_filter_clauses.moc"

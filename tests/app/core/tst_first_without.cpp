// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/first_without.h"

#include <QTest>

using namespace console;

class TestFirstWithout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFirstThatHasItNoMore_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("expected");
        QTest::newRow("there are no numbers") << 4 << 4 << 9 << 4;
        QTest::newRow("one number has it") << 0 << 1 << 1 << 1;
        QTest::newRow("one number lacks it") << 0 << 1 << 0 << 0;
        QTest::newRow("none has it") << 10 << 20 << 3 << 10;
        QTest::newRow("all have it") << 10 << 20 << 30 << 20;
        QTest::newRow("only the first has it") << 10 << 20 << 11 << 11;
        QTest::newRow("only the last lacks it") << 10 << 20 << 19 << 19;
        QTest::newRow("the sum of both ends is more than an int holds")
            << 2'000'000'000 << 2'147'483'647 << 2'100'000'000 << 2'100'000'000;
    }
    void findsTheFirstThatHasItNoMore()
    {
        QFETCH(const int, begin);
        QFETCH(const int, end);
        QFETCH(const int, limit);
        int asked = 0;
        const int found = firstWithout(begin, end, [&](int number) {
            ++asked;
            return number < limit;
        });
        QTEST(found, "expected");
        QVERIFY2(asked <= 31, "it is found in as many steps as the count has binary digits");
    }
};

QTEST_APPLESS_MAIN(TestFirstWithout)
#include "tst_first_without.moc"

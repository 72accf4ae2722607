// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/back_off.h"

#include <QTest>

#include <set>

using namespace console;
using namespace std::chrono_literals;

class TestBackOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysUnderItsCeiling_data();
    void staysUnderItsCeiling();
    void spreadsOverTheWholeRange();
    void doesWhatRetryAfterSays_data();
    void doesWhatRetryAfterSays();
    void retriesOnlyWhatMayPass_data();
    void retriesOnlyWhatMayPass();
};

void TestBackOff::staysUnderItsCeiling_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("ceiling");
    QTest::newRow("first retry: 1 s") << 0 << 1000;
    QTest::newRow("second retry: 4 s") << 1 << 4000;
    QTest::newRow("third retry: 16 s") << 2 << 16'000;
}

void TestBackOff::staysUnderItsCeiling()
{
    QFETCH(int, attempt);
    QFETCH(int, ceiling);
    for (int i = 0; i < 1000; ++i) {
        const auto wait = backOff({Error::Kind::ServerFault, {}}, attempt, 1s);
        QVERIFY(wait >= 0ms && wait <= std::chrono::milliseconds(ceiling));
    }
}

void TestBackOff::spreadsOverTheWholeRange()
{
    std::set<qint64> tenths;
    for (int i = 0; i < 1000; ++i)
        tenths.insert(backOff({Error::Kind::Network, {}}, 0, 1s).count() / 100);
    QVERIFY(tenths.size() >= 10);
}

void TestBackOff::doesWhatRetryAfterSays_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("at once") << 0 << 0;
    QTest::newRow("7 s") << 7 << 7000;
    QTest::newRow("30 s") << 30 << 30'000;
    QTest::newRow("never longer than 30 s") << 86'400 << 30'000;
}

void TestBackOff::doesWhatRetryAfterSays()
{
    QFETCH(int, asked);
    QFETCH(int, milliseconds);
    Error error {Error::Kind::RateLimited, {}};
    error.retryAfter = std::chrono::seconds(asked);
    for (const int attempt : {0, 1, 2})
        QCOMPARE(backOff(error, attempt, 1s), std::chrono::milliseconds(milliseconds));
}

void TestBackOff::retriesOnlyWhatMayPass_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *tag, Error::Kind kind, int status, bool may) {
        QTest::newRow(tag) << int(kind) << status << may;
    };
    row("429", Error::Kind::RateLimited, 429, true);
    row("500", Error::Kind::ServerFault, 500, true);
    row("502", Error::Kind::ServerFault, 502, true);
    row("503", Error::Kind::ServerFault, 503, true);
    row("504", Error::Kind::ServerFault, 504, true);
    row("505", Error::Kind::ServerFault, 505, false);
    row("501", Error::Kind::Rejected, 501, false);
    row("400", Error::Kind::Rejected, 400, false);
    row("401", Error::Kind::Unauthorized, 401, false);
    row("404", Error::Kind::NotFound, 404, false);
    row("no connection", Error::Kind::Network, 0, true);
    row("no answer in time", Error::Kind::Timeout, 0, true);
    row("an answer that cannot be read", Error::Kind::Malformed, 0, false);
}

void TestBackOff::retriesOnlyWhatMayPass()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(bool, may);
    Error error {Error::Kind(kind), {}};
    if (status != 0)
        error.httpStatus = status;
    QCOMPARE(mayRetry(error), may);
}

QTEST_GUILESS_MAIN(TestBackOff)
#include "tst_back_off.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ulid.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QThread>

using namespace console;

class TestUlid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void is26CharactersOfCrockfordBase32();
    void beginsWithItsTime();
    void ascendsWithinOneMillisecond();
    void ascendsWhenTheClockIsSetBack();
    void neverRepeatsAcrossThreads();
};

namespace {
const Timestamp kNow = fromMilliseconds(1'790'000'000'000);
const QString kAlphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

/// The upper 64 of the 128 bits, without the random half: 13 characters hold 63 of them, the next one the last.
QString timeAndCounter(const QString &ulid)
{
    return ulid.left(13) + QString::number(kAlphabet.indexOf(ulid[13]) >> 4);
}
} // namespace

void TestUlid::is26CharactersOfCrockfordBase32()
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-7][0-9A-HJKMNP-TV-Z]{25}\\z"));
    for (int i = 0; i < 100; ++i) {
        const QString ulid = makeUlid(kNow);
        QVERIFY2(pattern.match(ulid).hasMatch(), qPrintable(ulid));
    }
}

void TestUlid::beginsWithItsTime()
{
    // Ahead of the other tests, because a ULID never runs behind the last one of the process.
    const qint64 wanted = 1'800'000'000'000;
    const QString ulid = makeUlid(fromMilliseconds(wanted));
    qint64 time = 0;
    for (const QChar c : ulid.left(10))
        time = time * 32 + kAlphabet.indexOf(c);
    QCOMPARE(time, wanted);
}

void TestUlid::ascendsWithinOneMillisecond()
{
    QString last = makeUlid(kNow);
    for (int i = 0; i < 100'000; ++i) { // more than the counter's 16 bits hold
        const QString next = makeUlid(kNow);
        QVERIFY2(last < next, qPrintable(last + QLatin1Char(' ') + next));
        last = next;
    }
}

void TestUlid::ascendsWhenTheClockIsSetBack()
{
    const QString before = makeUlid(kNow + std::chrono::hours(1));
    QVERIFY(before < makeUlid(kNow - std::chrono::hours(1)));
}

void TestUlid::neverRepeatsAcrossThreads()
{
    std::array<QStringList, 4> made;
    std::vector<std::unique_ptr<QThread>> threads;
    for (auto &list : made) {
        threads.emplace_back(QThread::create([&list] {
            for (int i = 0; i < 2000; ++i)
                list.append(makeUlid(kNow));
        }));
        threads.back()->start();
    }
    QSet<QString> all;
    for (size_t i = 0; i < threads.size(); ++i) {
        threads[i]->wait();
        for (const QString &ulid : made[i])
            all.insert(timeAndCounter(ulid));
    }
    QCOMPARE(all.size(), 8000);
}

QTEST_APPLESS_MAIN(TestUlid)
#include "tst_ulid.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run_on.h"

#include <QTest>
#include <QThread>

using namespace console;

class TestRunOn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInTheThreadOfTheObject();
    void runsLaterAlsoInItsOwnThread();
    void carriesValuesThatOnlyMove();
    void endsCancelledWhenTheObjectIsGone();
    void makesReadyFutures();
};

void TestRunOn::runsInTheThreadOfTheObject()
{
    QThread thread;
    QObject object;
    object.moveToThread(&thread);
    thread.start();
    auto future = runOn(&object, [] { return QThread::currentThread(); });
    future.waitForFinished();
    QCOMPARE(future.result(), &thread);
    thread.quit();
    thread.wait();
}

void TestRunOn::runsLaterAlsoInItsOwnThread()
{
    bool hasRun = false;
    auto future = runOn(this, [&] { hasRun = true; });
    QVERIFY(!hasRun);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(hasRun);
}

void TestRunOn::carriesValuesThatOnlyMove()
{
    auto value = std::make_unique<int>(7);
    auto future = runOn(this, [value = std::move(value)]() mutable { return std::move(value); });
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(*future.takeResult(), 7);
}

void TestRunOn::endsCancelledWhenTheObjectIsGone()
{
    bool hasRun = false;
    auto object = std::make_unique<QObject>();
    auto future = runOn(object.get(), [&] { hasRun = true; });
    object.reset();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QVERIFY(!hasRun);
}

void TestRunOn::makesReadyFutures()
{
    const auto future = readyFuture(QStringLiteral("done"));
    QVERIFY(future.isFinished());
    QCOMPARE(future.result(), QStringLiteral("done"));
}

QTEST_GUILESS_MAIN(TestRunOn)
#include "tst_run_on.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/continuation.h"
#include "core/run_on.h"

#include <QTest>
#include <QThread>

using namespace console;

class TestContinuation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheFunctionTheValue();
    void runsLaterAlsoWhenTheFutureIsFinished();
    void goesOnFromAndToNothing();
    void waitsForAFutureThatTheFunctionReturns();
    void waitsForAFutureOfNothing();
    void chainsInOrder();
    void neverRunsWhenTheContextIsGoneFirst();
    void neverRunsAfterACancelledFuture();
    void endsCancelledWhenTheInnerFutureIs();
    void endsCancelledWhenTheContextGoesDuringTheInnerFuture();
    void runsInTheThreadOfTheContext();
};

void TestContinuation::givesTheFunctionTheValue()
{
    QPromise<int> promise;
    promise.start();
    auto future = promise.future() | then(this, [](int value) { return QString::number(value); });
    promise.addResult(7);
    promise.finish();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result(), QStringLiteral("7"));
}

void TestContinuation::runsLaterAlsoWhenTheFutureIsFinished()
{
    bool hasRun = false;
    auto future = readyFuture(1) | then(this, [&](int) { hasRun = true; });
    QVERIFY(!hasRun);
    QTRY_VERIFY(future.isFinished());
    QVERIFY(hasRun);
}

void TestContinuation::goesOnFromAndToNothing()
{
    QPromise<void> promise;
    promise.start();
    bool hasRun = false;
    auto future = promise.future() | then(this, [&] { hasRun = true; });
    QVERIFY(!future.isFinished());
    promise.finish();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(hasRun);
    QVERIFY(!future.isCanceled());
}

void TestContinuation::waitsForAFutureThatTheFunctionReturns()
{
    QPromise<int> inner;
    inner.start();
    QFuture<int> future = readyFuture(1) | then(this, [&](int) { return inner.future(); });
    QTest::qWait(0);
    QVERIFY(!future.isFinished());
    inner.addResult(9);
    inner.finish();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result(), 9);
}

void TestContinuation::waitsForAFutureOfNothing()
{
    QPromise<void> inner;
    inner.start();
    QFuture<void> future = readyFuture(1) | then(this, [&](int) { return inner.future(); });
    QTest::qWait(0);
    QVERIFY(!future.isFinished());
    inner.finish();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(!future.isCanceled());
}

void TestContinuation::chainsInOrder()
{
    QStringList order;
    auto future = readyFuture(1)
        | then(this,
               [&](int value) {
                   order += QString::number(value);
                   return value + 1;
               })
        | then(this,
               [&](int value) {
                   order += QString::number(value);
                   return readyFuture(value + 1);
               })
        | then(this, [&](int value) { order += QString::number(value); });
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(order, QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
}

void TestContinuation::neverRunsWhenTheContextIsGoneFirst()
{
    bool hasRun = false;
    auto context = std::make_unique<QObject>();
    QPromise<int> promise;
    promise.start();
    auto future = promise.future() | then(context.get(), [&](int) {
                      hasRun = true;
                      return 1;
                  });
    context.reset();
    promise.addResult(1);
    promise.finish();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QVERIFY(!hasRun);
}

void TestContinuation::neverRunsAfterACancelledFuture()
{
    bool hasRun = false;
    QFuture<int> dropped;
    {
        QPromise<int> promise;
        promise.start();
        dropped = promise.future();
    }
    auto first = dropped | then(this, [&](int) {
                     hasRun = true;
                     return 1;
                 });
    auto second = first | then(this, [&](int) { hasRun = true; });
    QTRY_VERIFY(second.isFinished());
    QVERIFY(first.isCanceled());
    QVERIFY(second.isCanceled());
    QVERIFY(!hasRun);
}

void TestContinuation::endsCancelledWhenTheInnerFutureIs()
{
    auto inner = std::make_unique<QPromise<int>>();
    inner->start();
    auto future = readyFuture(1) | then(this, [&](int) { return inner->future(); });
    QTest::qWait(0);
    inner.reset();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
}

void TestContinuation::endsCancelledWhenTheContextGoesDuringTheInnerFuture()
{
    auto context = std::make_unique<QObject>();
    QPromise<int> inner;
    inner.start();
    bool isInside = false;
    auto future = readyFuture(1) | then(context.get(), [&](int) {
                      isInside = true;
                      return inner.future();
                  });
    QTRY_VERIFY(isInside);
    context.reset();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
}

void TestContinuation::runsInTheThreadOfTheContext()
{
    QThread thread;
    QObject worker;
    worker.moveToThread(&thread);
    thread.start();
    QThread *madeIn = nullptr;
    QThread *continuedIn = nullptr;
    auto future = runOn(&worker, [] { return QThread::currentThread(); }) | then(this, [&](QThread *made) {
                      madeIn = made;
                      continuedIn = QThread::currentThread();
                  });
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(madeIn, &thread);
    QCOMPARE(continuedIn, QThread::currentThread());
    thread.quit();
    thread.wait();
}

QTEST_GUILESS_MAIN(TestContinuation)
#include "tst_continuation.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reply_queue.h"

#include <QTest>

using namespace console;

class TestReplyQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsALaterReplyBack();
    void ignoresASecondReplyToTheSameRequest();
    void putsTheLastReplyBehindTheAwaitedOnes();
    void endsWithTheFirstReplyThatCloses();
    void writesNoBodyForHeadAnd204();
    void leavesOutFieldsThatWouldBreakTheMessage();
    void keepsHttp10AliveOnlyWithAWord();
};

void TestReplyQueue::holdsALaterReplyBack()
{
    ReplyQueue queue;
    queue.expect(1, {});
    queue.expect(2, {});
    queue.answer(2, {.body = "second"});
    QVERIFY(queue.takeReady().isEmpty());
    QCOMPARE(queue.awaitedCount(), 1);
    queue.answer(1, {.body = "first"});
    const auto ready = queue.takeReady();
    QCOMPARE(ready.size(), 2);
    QVERIFY(ready.at(0).bytes.endsWith("first"));
    QVERIFY(ready.at(1).bytes.endsWith("second"));
    QCOMPARE(queue.awaitedCount(), 0);
}

void TestReplyQueue::ignoresASecondReplyToTheSameRequest()
{
    ReplyQueue queue;
    queue.expect(1, {});
    queue.answer(1, {.body = "first"});
    queue.answer(1, {.body = "again"});
    queue.answer(7, {.body = "nobody"});
    const auto ready = queue.takeReady();
    QCOMPARE(ready.size(), 1);
    QVERIFY(ready.first().bytes.endsWith("first"));
    QCOMPARE(queue.awaitedCount(), 0);
}

void TestReplyQueue::putsTheLastReplyBehindTheAwaitedOnes()
{
    ReplyQueue queue;
    queue.expect(1, {});
    queue.finishWith({.status = 400});
    QVERIFY(queue.takeReady().isEmpty());
    queue.answer(1, {});
    const auto ready = queue.takeReady();
    QCOMPARE(ready.size(), 2);
    QVERIFY(!ready.at(0).closes);
    QVERIFY(ready.at(1).closes);
}

void TestReplyQueue::endsWithTheFirstReplyThatCloses()
{
    ReplyQueue queue;
    queue.expect(1, {});
    queue.expect(2, {});
    queue.expect(3, {});
    queue.answer(2, {});
    queue.answer(1, {.status = 401});
    QCOMPARE(queue.takeReady().size(), 1);
    QCOMPARE(queue.awaitedCount(), 0);
    queue.answer(3, {});
    QVERIFY(queue.takeReady().isEmpty());
}

void TestReplyQueue::writesNoBodyForHeadAnd204()
{
    const auto head = encodeReply({.body = "body"}, {.isHead = true});
    QVERIFY(head.contains("Content-Length: 4\r\n"));
    QVERIFY(head.endsWith("\r\n\r\n"));
    const auto empty = encodeReply({.status = 204, .body = "body"}, {});
    QVERIFY(!empty.contains("Content-Length"));
    QVERIFY(empty.endsWith("\r\n\r\n"));
}

void TestReplyQueue::leavesOutFieldsThatWouldBreakTheMessage()
{
    const HeaderList fields {{"Allow", "POST"}, {"X", "a\r\nY: b"}, {"content-length", "9"}, {"Connection", "x"}};
    const HttpReply reply {.headers = fields};
    const auto bytes = encodeReply(reply, {});
    QVERIFY(bytes.contains("Allow: POST\r\n"));
    QVERIFY(!bytes.contains("Y: b"));
    QCOMPARE(bytes.toLower().count("content-length"), 1);
    QVERIFY(!bytes.contains("Connection"));
}

void TestReplyQueue::keepsHttp10AliveOnlyWithAWord()
{
    QVERIFY(encodeReply({}, {.isHttp10 = true}).contains("Connection: keep-alive\r\n"));
    QVERIFY(encodeReply({}, {.isHttp10 = true, .keepsAlive = false}).contains("Connection: close\r\n"));
    QVERIFY(encodeReply({.status = 500}, {}).contains("Connection: close\r\n"));
}

QTEST_GUILESS_MAIN(TestReplyQueue)
#include "tst_reply_queue.moc"

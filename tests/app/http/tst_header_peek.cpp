// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/header_peek.h"

#include <QTest>

using namespace console;

class TestHeaderPeek : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRequestLineAndFieldsInOrder();
    void waitsForMore_data();
    void waitsForMore();
    void refuses_data();
    void refuses();
    void accepts_data();
    void accepts();
    void refusesLargeSectionsBeforeTheyEnd();
    void knowsWhetherTheConnectionStays_data();
    void knowsWhetherTheConnectionStays();
    void leavesTheBodyAlone();
};

void TestHeaderPeek::readsRequestLineAndFieldsInOrder()
{
    const QByteArray bytes("POST /a?b=c HTTP/1.1\r\nHost: x\r\nX-Two: 2 \r\nx-one:1\r\nContent-Length: 7\r\n\r\n");
    const auto verdict = peekHead(bytes, {});
    const auto *head = std::get_if<RequestHead>(&verdict);
    QVERIFY(head != nullptr);
    QCOMPARE(head->method, QByteArray("POST"));
    QCOMPARE(head->target, QByteArray("/a?b=c"));
    QCOMPARE(head->contentLength, 7);
    const HeaderList expected {{"Host", "x"}, {"X-Two", "2"}, {"x-one", "1"}, {"Content-Length", "7"}};
    QCOMPARE(head->headers, expected);
}

void TestHeaderPeek::waitsForMore_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing yet") << QByteArray();
    QTest::newRow("half a request line") << QByteArray("GET / HT");
    QTest::newRow("empty lines before the request") << QByteArray("\r\n\r\n");
    QTest::newRow("a carriage return alone at the end") << QByteArray("GET / HTTP/1.1\r");
    QTest::newRow("all fields but not the empty line") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n");
    QTest::newRow("all but the last byte") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r");
}

void TestHeaderPeek::waitsForMore()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(std::holds_alternative<HeadIncomplete>(peekHead(bytes, {})));
}

void TestHeaderPeek::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto withField = [](const QByteArray &line) { return "POST / HTTP/1.1\r\nHost: x\r\n" + line + "\r\n\r\n"; };
    QTest::newRow("a bare LF, at once") << QByteArray("GET / HTTP/1.1\n") << 400;
    QTest::newRow("a bare CR") << QByteArray("GET / HTTP/1.1\r\nA: b\rc") << 400;
    QTest::newRow("a NUL, at once") << QByteArray("GET /\0", 6) << 400;
    QTest::newRow("a delete character") << withField("A: \x7f") << 400;
    QTest::newRow("a TLS greeting") << QByteArray("\x16\x03\x01\x02", 4) << 400;
    QTest::newRow("a folded line") << withField("A: b\r\n c") << 400;
    QTest::newRow("a folded first line") << QByteArray("GET / HTTP/1.1\r\n Host: x\r\n\r\n") << 400;
    QTest::newRow("a field without colon") << withField("Nonsense") << 400;
    QTest::newRow("a space before the colon") << withField("Content-Length : 5") << 400;
    QTest::newRow("an empty field name") << withField(": 5") << 400;
    QTest::newRow("a field name that is not ASCII") << withField("N\xc3\xa4me: 5") << 400;
    QTest::newRow("no Host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two Hosts") << withField("host: y") << 400;
    QTest::newRow("two Hosts in HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\nHost: x\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("a Host with a path") << QByteArray("GET / HTTP/1.1\r\nHost: x/y\r\n\r\n") << 400;
    QTest::newRow("two equal lengths") << withField("Content-Length: 5\r\nContent-Length: 5") << 400;
    QTest::newRow("a list of lengths") << withField("Content-Length: 5, 5") << 400;
    QTest::newRow("a negative length") << withField("Content-Length: -1") << 400;
    QTest::newRow("a length with a plus") << withField("Content-Length: +5") << 400;
    QTest::newRow("a hexadecimal length") << withField("Content-Length: 0x10") << 400;
    QTest::newRow("an empty length") << withField("Content-Length:") << 400;
    QTest::newRow("length and chunks") << withField("Content-Length: 5\r\nTransfer-Encoding: chunked") << 400;
    QTest::newRow("two transfer codings")
        << withField("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked") << 400;
    QTest::newRow("gzip, chunked") << withField("Transfer-Encoding: gzip, chunked") << 400;
    QTest::newRow("identity") << withField("Transfer-Encoding: identity") << 400;
    QTest::newRow("chunks in HTTP/1.0") << QByteArray("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("an upgrade to WebSocket") << withField("Connection: Upgrade\r\nUpgrade: websocket") << 400;
    QTest::newRow("the option upgrade alone") << withField("Connection: keep-alive, upgrade") << 400;
    QTest::newRow("an unknown expectation") << withField("Expect: tea") << 400;
    QTest::newRow("an expectation in HTTP/1.0") << QByteArray("POST / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n") << 400;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("HTTP/2.0") << QByteArray("PRI * HTTP/2.0\r\n\r\n") << 400;
    QTest::newRow("lower-case http") << QByteArray("GET / http/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("two spaces in the request line") << QByteArray("GET  / HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("a space in the target") << QByteArray("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("a target without slash") << QByteArray("GET x HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("a method with a separator") << QByteArray("GE/T / HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("a CONNECT") << QByteArray("CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("a body over the limit") << withField("Content-Length: 262145") << 413;
    QTest::newRow("a length over 64 bits") << withField("Content-Length: 99999999999999999999999999") << 413;
    QTest::newRow("a field over 8,000 bytes") << withField("A: " + QByteArray(8000, 'a')) << 431;
    QTest::newRow("a hundred fields") << withField(QByteArray("A: b\r\n").repeated(99) + "A: b") << 431;
}

void TestHeaderPeek::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const auto verdict = peekHead(bytes, {});
    const auto *refusal = std::get_if<Refusal>(&verdict);
    QVERIFY(refusal != nullptr);
    QCOMPARE(refusal->status, status);
    QVERIFY(!refusal->reason.isEmpty());
}

void TestHeaderPeek::accepts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray post("POST / HTTP/1.1\r\nHost: x\r\n");
    QTest::newRow("an empty line before the request") << QByteArray("\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("HTTP/1.0 without Host") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("an empty Host") << QByteArray("GET / HTTP/1.1\r\nHost:\r\n\r\n");
    QTest::newRow("a Host in brackets") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:8787\r\n\r\n");
    QTest::newRow("a method of one's own") << QByteArray("BREW / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("OPTIONS *") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("an absolute target") << QByteArray("GET http://x/y HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("a value that is not ASCII") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nA: \xc3\xa4\tb\r\n\r\n");
    QTest::newRow("a body of the largest size") << post + "Content-Length: 262144\r\n\r\n";
    QTest::newRow("Chunked in capitals") << post + "Transfer-Encoding: Chunked\r\n\r\n";
    QTest::newRow("100-continue") << post + "Expect: 100-Continue\r\nContent-Length: 1\r\n\r\n";
}

void TestHeaderPeek::accepts()
{
    QFETCH(QByteArray, bytes);
    const auto verdict = peekHead(bytes, {});
    const auto *head = std::get_if<RequestHead>(&verdict);
    QVERIFY(head != nullptr);
    QCOMPARE(head->headBytes, bytes.size());
}

void TestHeaderPeek::refusesLargeSectionsBeforeTheyEnd()
{
    const ServerLimits limits {.headerBytes = 100};
    const QByteArray line("GET / HTTP/1.1\r\n");
    QVERIFY(std::holds_alternative<HeadIncomplete>(peekHead(line + QByteArray(100 - line.size(), 'a'), limits)));
    const auto verdict = peekHead(line + QByteArray(101 - line.size(), 'a'), limits);
    QVERIFY(std::holds_alternative<Refusal>(verdict));
    QCOMPARE(std::get<Refusal>(verdict).status, 431);
    QVERIFY(std::get<Refusal>(verdict).cause == RefusalCause::HeadersTooLarge);
}

void TestHeaderPeek::knowsWhetherTheConnectionStays_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("stays");
    QTest::newRow("1.1 stays") << QByteArray("1.1") << QByteArray() << true;
    QTest::newRow("1.1 with close ends") << QByteArray("1.1") << QByteArray("Connection: x, Close\r\n") << false;
    QTest::newRow("1.0 ends") << QByteArray("1.0") << QByteArray() << false;
    QTest::newRow("1.0 with keep-alive stays") << QByteArray("1.0") << QByteArray("Connection: Keep-Alive\r\n") << true;
    const QByteArray both("Connection: close\r\nConnection: keep-alive\r\n");
    QTest::newRow("close wins") << QByteArray("1.1") << both << false;
}

void TestHeaderPeek::knowsWhetherTheConnectionStays()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, connection);
    const auto verdict = peekHead("GET / HTTP/" + version + "\r\nHost: x\r\n" + connection + "\r\n", {});
    QVERIFY(std::holds_alternative<RequestHead>(verdict));
    QTEST(std::get<RequestHead>(verdict).keepsAlive, "stays");
}

void TestHeaderPeek::leavesTheBodyAlone()
{
    const QByteArray head("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n");
    const auto verdict = peekHead(head + QByteArray("\0\n\x7f", 3), {});
    QVERIFY(std::holds_alternative<RequestHead>(verdict));
    QCOMPARE(std::get<RequestHead>(verdict).headBytes, head.size());
}

QTEST_GUILESS_MAIN(TestHeaderPeek)
#include "tst_header_peek.moc"

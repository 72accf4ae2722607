// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_framing.h"

#include <QTest>

using namespace console;
using State = RequestFraming::State;

namespace {

const QByteArray kChunkedHead("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");

} // namespace

class TestRequestFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheSameEndInPiecesOfAnySize_data();
    void findsTheSameEndInPiecesOfAnySize();
    void refusesBadChunks_data();
    void refusesBadChunks();
    void refusesChunksOverTheLimitAtTheirSizeLine();
    void refusesAHeadOnceItIsTooLong();
};

void TestRequestFraming::findsTheSameEndInPiecesOfAnySize_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("bodyBytes");
    QTest::newRow("no body") << QByteArray("\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n") << 0;
    QTest::newRow("a length") << QByteArray("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello") << 5;
    QTest::newRow("chunks") << kChunkedHead + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n" << 13;
    QTest::newRow("chunks without content") << kChunkedHead + "000\r\n\r\n" << 0;
}

void TestRequestFraming::findsTheSameEndInPiecesOfAnySize()
{
    QFETCH(QByteArray, request);
    const QByteArray bytes = request + "GET /next HTTP/1.1\r\n";
    for (qsizetype piece = 1; piece <= bytes.size(); ++piece) {
        RequestFraming framing({});
        QCOMPARE(framing.state(), State::Empty);
        for (qsizetype at = 0; at < bytes.size(); at += piece)
            framing.feed(QByteArrayView(bytes).sliced(at, qMin(piece, bytes.size() - at)));
        QCOMPARE(framing.state(), State::Complete);
        QCOMPARE(framing.seenBytes(), request.size());
        QTEST(int(framing.bodyBytes()), "bodyBytes");
    }
}

void TestRequestFraming::refusesBadChunks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a size that is not hexadecimal") << QByteArray("xyz\r\n");
    QTest::newRow("a negative size") << QByteArray("-1\r\n");
    QTest::newRow("a size with 0x") << QByteArray("0x5\r\n");
    QTest::newRow("a size with a blank") << QByteArray("5 \r\n");
    QTest::newRow("an empty size") << QByteArray("\r\n");
    QTest::newRow("a size of nine digits") << QByteArray("000000005\r\n");
    QTest::newRow("a size line that ends in LF") << QByteArray("5\n");
    QTest::newRow("a size line that ends in CR and another byte") << QByteArray("5\rx");
    QTest::newRow("a size line without end") << "5;" + QByteArray(300, 'a');
    QTest::newRow("a control character in the extension") << QByteArray("5;\x01\r\n");
    QTest::newRow("a chunk longer than its size") << QByteArray("2\r\nabc\r\n");
    QTest::newRow("a chunk that ends in LF") << QByteArray("2\r\nab\n");
    QTest::newRow("a trailer field") << QByteArray("0\r\nA: b\r\n\r\n");
}

void TestRequestFraming::refusesBadChunks()
{
    QFETCH(QByteArray, body);
    RequestFraming framing({});
    framing.feed(kChunkedHead + body);
    QCOMPARE(framing.state(), State::Refused);
    QCOMPARE(framing.refusal().status, 400);
}

void TestRequestFraming::refusesChunksOverTheLimitAtTheirSizeLine()
{
    RequestFraming framing({.bodyBytes = 16});
    framing.feed(kChunkedHead + "8\r\n01234567\r\n8\r\n01234567\r\n");
    QCOMPARE(framing.state(), State::Body);
    framing.feed("1\r\n");
    QCOMPARE(framing.state(), State::Refused);
    QCOMPARE(framing.refusal().status, 413);
}

void TestRequestFraming::refusesAHeadOnceItIsTooLong()
{
    RequestFraming framing({.headerBytes = 64});
    framing.feed("GET /" + QByteArray(59, 'a'));
    QCOMPARE(framing.state(), State::Head);
    framing.feed("a");
    QCOMPARE(framing.state(), State::Refused);
    QCOMPARE(framing.refusal().status, 431);
}

QTEST_GUILESS_MAIN(TestRequestFraming)
#include "tst_request_framing.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording_server.h"
#include "support/raw_http_client.h"

#include <QSignalSpy>
#include <QTest>

#include <ctime>
#include <functional>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace console;
using namespace std::chrono_literals;
using Answers = RecordingServer::Answers;

namespace {

const ServerLimits kImpatient {.wholeRequest = 100ms, .idle = 200ms, .sweep = 20ms};

/// Lowers the number of descriptors to the ones in use and a few more; the old limit comes back at the end.
class FewDescriptors
{
public:
    explicit FewDescriptors(int spare)
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const int lowestFree = dup(0);
        close(lowestFree);
        rlimit few = m_before;
        few.rlim_cur = rlim_t(lowestFree + spare);
        setrlimit(RLIMIT_NOFILE, &few);
    }
    ~FewDescriptors() { setrlimit(RLIMIT_NOFILE, &m_before); }

private:
    rlimit m_before {};
};

/// \returns a descriptor; below 0: it is not connected. No event of this thread is needed.
int connectTo(quint16 port)
{
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

/// Connects, sends and resets. \param beforeReset  what the server has time for meanwhile
bool connectSendReset(
    quint16 port, const QByteArray &bytes, const std::function<void()> &beforeReset = [] {})
{
    const int descriptor = connectTo(port);
    const bool isSent
        = descriptor >= 0 && send(descriptor, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    beforeReset();
    const linger atOnce {1, 0};
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close(descriptor);
    return isSent;
}

} // namespace

class TestGuardedServerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAnUnfinishedRequestWith408();
    void givesASlowSenderNoMoreTimeForEachByte();
    void closesAConnectionThatNeverAsks();
    void closesAnIdleConnection();
    void leavesAWaitingRequestAlone();
    void evictsTheOldestIdleConnection();
    void evictsStrangersBeforeThoseThatWereServed();
    void evictsNobodyWhoseRequestHasCome();
    void turnsNewcomersAwayWhenAllAreBusy();
    void cutsTheLargestUnfinishedRequest();
    void endsAClientThatNeverStopsSending();
    void spendsNothingOnThoseWhoLeftBeforeTheirTurn();
    void takesNoMoreThanThirtyTwoAtATime();
    void dropsAClientThatDoesNotReadItsReplies();
    void restsWhenDescriptorsRunOut();
    void survivesTenThousandResets();
};

void TestGuardedServerLimits::endsAnUnfinishedRequestWith408()
{
    RecordingServer recording(kImpatient);
    QSignalSpy refusals(&recording.server, &GuardedServer::requestRefused);
    RawHttpClient client(recording.port);
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345");
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 408);
    QVERIFY(client.waitForEnd());
    QCOMPARE(refusals.size(), 1);
    QVERIFY(refusals.first().first().value<RefusalCause>() == RefusalCause::TooSlow);
}

void TestGuardedServerLimits::givesASlowSenderNoMoreTimeForEachByte()
{
    RecordingServer recording(kImpatient);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/first"));
    QVERIFY(client.next());
    client.send("GET /");
    QElapsedTimer elapsed;
    elapsed.start();
    std::optional<RawReply> reply;
    while (client.isConnected() && elapsed.elapsed() < 5000) {
        client.send("a");
        QTest::qWait(5);
    }
    reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 408);
    QVERIFY(elapsed.elapsed() < 2000);
}

void TestGuardedServerLimits::closesAConnectionThatNeverAsks()
{
    RecordingServer recording(kImpatient);
    RawHttpClient client(recording.port);
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.rest(), QByteArray());
}

void TestGuardedServerLimits::closesAnIdleConnection()
{
    RecordingServer recording(kImpatient);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/"));
    QVERIFY(client.next());
    QElapsedTimer idle;
    idle.start();
    QVERIFY(client.waitForEnd());
    QVERIFY(idle.elapsed() >= 150);
    QCOMPARE(client.rest(), QByteArray());
}

void TestGuardedServerLimits::leavesAWaitingRequestAlone()
{
    RecordingServer recording(kImpatient, Answers::WhenTold);
    RawHttpClient patient(recording.port);
    patient.send(RawHttpClient::request("GET", "/"));
    QTRY_COMPARE(recording.tokens.size(), 1);
    RawHttpClient witness(recording.port);
    QVERIFY(witness.waitForEnd());
    RawHttpClient secondWitness(recording.port);
    QVERIFY(secondWitness.waitForEnd());
    QVERIFY(patient.isConnected());
    recording.server.reply(recording.tokens.first(), {.body = "late"});
    const auto reply = patient.next();
    QVERIFY(reply);
    QCOMPARE(reply->body, QByteArray("late"));
}

void TestGuardedServerLimits::evictsTheOldestIdleConnection()
{
    RecordingServer recording({.connections = 3});
    RawHttpClient first(recording.port);
    RawHttpClient second(recording.port);
    RawHttpClient third(recording.port);
    QTRY_COMPARE(recording.server.connectionCount(), 3);
    first.send(RawHttpClient::request("GET", "/"));
    QVERIFY(first.next());
    RawHttpClient fourth(recording.port);
    fourth.send(RawHttpClient::request("GET", "/"));
    QVERIFY(fourth.next());
    QVERIFY(second.waitForEnd());
    QVERIFY(first.isConnected());
    QVERIFY(third.isConnected());
    QCOMPARE(recording.server.connectionCount(), 3);
}

void TestGuardedServerLimits::evictsStrangersBeforeThoseThatWereServed()
{
    RecordingServer recording({.connections = 3});
    RawHttpClient served(recording.port);
    served.send(RawHttpClient::request("GET", "/"));
    QVERIFY(served.next());
    RawHttpClient stranger(recording.port);
    RawHttpClient laterStranger(recording.port);
    QTRY_COMPARE(recording.server.connectionCount(), 3);
    RawHttpClient newcomer(recording.port);
    newcomer.send(RawHttpClient::request("GET", "/"));
    QVERIFY(newcomer.next());
    QVERIFY(stranger.waitForEnd());
    QVERIFY(laterStranger.isConnected());
    QVERIFY(served.isConnected());
}

void TestGuardedServerLimits::evictsNobodyWhoseRequestHasCome()
{
    RecordingServer recording({.connections = 2});
    const int asking = connectTo(recording.port);
    const QByteArray request = RawHttpClient::request("GET", "/");
    QCOMPARE(send(asking, request.constData(), size_t(request.size()), MSG_NOSIGNAL), request.size());
    QList<int> idle;
    for (int i = 0; i < 5; ++i)
        idle.append(connectTo(recording.port)); // all are accepted before anything is read
    const QByteArray status("HTTP/1.1 200 OK");
    QByteArray reply(status.size(), '\0');
    const auto heard = [&] { return recv(asking, reply.data(), size_t(reply.size()), MSG_DONTWAIT | MSG_PEEK); };
    QTRY_COMPARE(heard(), reply.size());
    QCOMPARE(reply, status);
    for (const int descriptor : idle << asking)
        close(descriptor);
}

void TestGuardedServerLimits::turnsNewcomersAwayWhenAllAreBusy()
{
    RecordingServer recording({.connections = 2}, Answers::WhenTold);
    QSignalSpy refusals(&recording.server, &GuardedServer::requestRefused);
    RawHttpClient waiting(recording.port);
    waiting.send(RawHttpClient::request("GET", "/"));
    RawHttpClient sending(recording.port);
    sending.send(RawHttpClient::request("GET", "/") + "GET / HT");
    QTRY_COMPARE(recording.tokens.size(), 2);
    RawHttpClient newcomer(recording.port);
    const auto reply = newcomer.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 503);
    QVERIFY(!headerValue(reply->headers, "Retry-After").isEmpty());
    QVERIFY(newcomer.waitForEnd());
    QCOMPARE(refusals.size(), 1);
    QVERIFY(refusals.first().first().value<RefusalCause>() == RefusalCause::TooManyConnections);
    QCOMPARE(recording.server.connectionCount(), 2);
}

void TestGuardedServerLimits::cutsTheLargestUnfinishedRequest()
{
    RecordingServer recording({.unfinishedBytes = 130 * 1024, .sweep = 20ms});
    QSignalSpy refusals(&recording.server, &GuardedServer::requestRefused);
    const QByteArray head("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
    RawHttpClient large(recording.port);
    large.send(head + QByteArray(90'000, 'a'));
    RawHttpClient small(recording.port);
    small.send(head + QByteArray(30'000, 'a'));
    QTest::qWait(50);
    QCOMPARE(refusals.size(), 0);
    RawHttpClient last(recording.port);
    last.send(head + QByteArray(20'000, 'a'));
    const auto reply = large.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 503);
    QVERIFY(large.waitForEnd());
    QCOMPARE(refusals.size(), 1);
    QVERIFY(refusals.first().first().value<RefusalCause>() == RefusalCause::OutOfMemory);
    small.send(QByteArray(70'000, 'a'));
    const auto finished = small.next();
    QVERIFY(finished);
    QCOMPARE(finished->status, 200);
    QVERIFY(last.isConnected());
}

void TestGuardedServerLimits::endsAClientThatNeverStopsSending()
{
    RecordingServer recording({.sweep = 1h});
    RawHttpClient client(recording.port);
    client.send("POST / HTTP/1.1\r\nHost: x\r\nX: ");
    qint64 sent = 0;
    while (client.isConnected() && sent < 64 * 1024 * 1024) {
        client.send(QByteArray(64 * 1024, 'a'));
        sent += 64 * 1024;
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!client.isConnected());
    QTRY_COMPARE(recording.server.connectionCount(), 0);
}

void TestGuardedServerLimits::spendsNothingOnThoseWhoLeftBeforeTheirTurn()
{
    RecordingServer recording({}, Answers::WhenTold);
    const QByteArray asked = RawHttpClient::request("POST", "/gone", "whole");
    for (int i = 0; i < 50; ++i)
        QVERIFY(connectSendReset(recording.port, asked)); // nothing is accepted meanwhile
    RawHttpClient honest(recording.port);
    honest.send(RawHttpClient::request("POST", "/here", "whole"));
    QTRY_COMPARE(recording.requests.size(), 1);
    QCOMPARE(recording.requests.constFirst().path, QStringLiteral("/here"));
    QCOMPARE(recording.server.connectionCount(), 1);
}

void TestGuardedServerLimits::takesNoMoreThanThirtyTwoAtATime()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QSKIP("QtHttpServer reads one request at a time from 6.5 on");
#endif
    RecordingServer recording({.sweep = 20ms}, Answers::WhenTold);
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/").repeated(40));
    QTRY_COMPARE(recording.tokens.size(), 32);
    QTest::qWait(50);
    QCOMPARE(recording.tokens.size(), 32);
    for (const ReplyToken token : std::as_const(recording.tokens))
        recording.server.reply(token, {});
    for (int i = 0; i < 32; ++i) {
        const auto reply = client.next();
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
    }
    const auto last = client.next();
    QVERIFY(last);
    QCOMPARE(last->status, 503);
    QVERIFY(client.waitForEnd());
}

void TestGuardedServerLimits::dropsAClientThatDoesNotReadItsReplies()
{
    RecordingServer recording(kImpatient, Answers::WhenTold);
    RawHttpClient client(recording.port);
    client.socket().setReadBufferSize(1);
    client.send(RawHttpClient::request("GET", "/"));
    QTRY_COMPARE(recording.tokens.size(), 1);
    recording.server.reply(recording.tokens.first(), {.body = QByteArray(64 * 1024 * 1024, 'a')});
    QTRY_COMPARE(recording.server.connectionCount(), 0);
}

void TestGuardedServerLimits::restsWhenDescriptorsRunOut()
{
    RecordingServer recording({.sweep = 50ms}, Answers::WhenTold);
    RawHttpClient busy(recording.port);
    busy.send(RawHttpClient::request("GET", "/busy"));
    QTRY_COMPARE(recording.tokens.size(), 1);
    QTcpSocket newcomer;
    {
        const FewDescriptors few(1);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no file descriptor is left")));
        newcomer.connectToHost(QHostAddress(QHostAddress::LocalHost), recording.port);
        QTRY_COMPARE(newcomer.state(), QAbstractSocket::ConnectedState);
        QTest::qWait(150); // at least one sweep
        const auto before = std::clock();
        QTest::qWait(200);
        QVERIFY(double(std::clock() - before) / CLOCKS_PER_SEC < 0.1);
        QCOMPARE(recording.server.connectionCount(), 1);
    }
    newcomer.write(RawHttpClient::request("GET", "/newcomer"));
    QTRY_COMPARE(recording.tokens.size(), 2);
}

void TestGuardedServerLimits::survivesTenThousandResets()
{
    RecordingServer recording({}, Answers::WhenTold);
    const QByteArrayList messages {RawHttpClient::request("GET", "/"),
                                   RawHttpClient::request("POST", "/", "body"),
                                   "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n",
                                   "GET / HTTP/1.1\n",
                                   "G",
                                   RawHttpClient::request("GET", "/").repeated(3),
                                   QByteArray(9000, 'x')};
    const auto replyToAll = [&](int status) {
        for (const ReplyToken token : std::exchange(recording.tokens, {}))
            recording.server.reply(token, {.status = status});
        return recording.server.connectionCount();
    };
    for (int i = 0; i < 10'000; ++i) {
        const auto acceptFirst = [i] {
            if (i % 2 == 0) // the others have left when their turn comes
                QCoreApplication::processEvents();
        };
        QVERIFY(connectSendReset(recording.port, messages.at(i % messages.size()), acceptFirst));
        if (i % 20 == 19) {
            for (int turn = 0; turn < 4; ++turn) // not all newcomers are accepted in one
                QCoreApplication::processEvents();
            replyToAll(i % 40 == 39 ? 200 : 500);
        }
    }
    QTRY_COMPARE(replyToAll(200), 0);
    QCOMPARE(recording.server.inFlightCount(), 0);
    recording.tokens.clear();
    RawHttpClient client(recording.port);
    client.send(RawHttpClient::request("GET", "/alive"));
    QTRY_COMPARE(recording.tokens.size(), 1);
}

QTEST_GUILESS_MAIN(TestGuardedServerLimits)
#include "tst_guarded_server_limits.moc"

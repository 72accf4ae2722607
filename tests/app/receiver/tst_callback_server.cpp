// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QSignalSpy>
#include <QVersionNumber>

using namespace console;
using namespace std::chrono_literals;

/// What a callback is answered, over real HTTP.
class TestCallbackServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_receiver = std::make_unique<ReceiverFixture>(); }
    void cleanup() { m_receiver.reset(); }

    void anAuthenticCallbackIsHandedOnByteForByteAndAnswered200()
    {
        const QByteArray body("{\"a\": 1}\r\n\0\xff", 12);
        const auto reply = m_receiver->exchange(m_receiver->honest(body));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("{}"));
        QCOMPARE(m_receiver->stored.size(), 1);
        QCOMPARE(m_receiver->stored.first().bytes(), body);
        QCOMPARE(m_receiver->stored.first().projectId(), QStringLiteral("project-1"));
        QCOMPARE(m_receiver->stored.first().receivedAt(), m_receiver->clock.now());
        QCOMPARE(headerValue(m_receiver->stored.first().headers(), "host"), QByteArray("localhost"));
    }

    void it200ComesOnlyAfterTheStoreSaidSo()
    {
        m_receiver->isHeld = true;
        RawHttpClient client(m_receiver->port);
        client.send(m_receiver->honest("{}"));
        QVERIFY(comesTrue([&] { return m_receiver->stored.size() == 1; }));
        QCoreApplication::processEvents();
        QVERIFY(client.rest().isEmpty());
        QCOMPARE(m_receiver->server.inFlightCount(), 1);
        m_receiver->settle();
        QCOMPARE(client.next().value().status, 200);
        QCOMPARE(m_receiver->server.inFlightCount(), 0);
    }

    void pipelinedCallbacksAreAnsweredInTheirOrder()
    {
        if (QLibraryInfo::version() >= QVersionNumber(6, 5))
            QSKIP("this version of Qt reads the next request after the answer to the one before");
        m_receiver->isHeld = true;
        RawHttpClient client(m_receiver->port);
        client.send(m_receiver->honest("1") + m_receiver->honest("2") + m_receiver->dishonest("3"));
        QVERIFY(comesTrue([&] { return m_receiver->stored.size() == 2 && m_receiver->server.state().rejected == 1; }));
        m_receiver->settle(); // the newest first
        QCOMPARE(client.next().value().status, 200);
        QCOMPARE(client.next().value().status, 200);
        QCOMPARE(client.next().value().status, 401);
    }

    void theStoresWordDecidesTheStatus_data()
    {
        QTest::addColumn<int>("disposition");
        QTest::addColumn<int>("status");
        QTest::newRow("stored") << int(CallbackDisposition::Stored) << 200;
        QTest::newRow("unreadable") << int(CallbackDisposition::Unreadable) << 400;
        QTest::newRow("nonce used for another body") << int(CallbackDisposition::NonceReused) << 401;
        QTest::newRow("not able to store") << int(CallbackDisposition::StoreUnavailable) << 503;
    }
    void theStoresWordDecidesTheStatus()
    {
        QFETCH(int, disposition);
        QFETCH(int, status);
        m_receiver->disposition = CallbackDisposition(disposition);
        const auto reply = m_receiver->exchange(m_receiver->honest("{}"));
        QCOMPARE(reply.status, status);
        QCOMPARE(headerValue(reply.headers, "Retry-After"), status == 503 ? QByteArray("5") : QByteArray());
        if (status != 200)
            QVERIFY(reply.body.contains("\"code\":" + QByteArray::number(status)));
        const auto state = m_receiver->server.state();
        QCOMPARE(state.accepted, status == 200 ? 1 : 0);
        QCOMPARE(state.unavailable, status == 503 ? 1 : 0);
        QCOMPARE(state.rejected, status == 401 ? 1 : 0);
        QCOMPARE(state.lastCallbackAt.has_value(), status == 200 || status == 400);
    }

    void aReusedNonceIsQuarantined()
    {
        m_receiver->disposition = CallbackDisposition::NonceReused;
        m_receiver->exchange(m_receiver->honest("{\"b\":2}"));
        QTRY_COMPARE(m_receiver->quarantined.size(), 1);
        QCOMPARE(m_receiver->quarantined.first().cause, RejectionCause::NonceReused);
        QCOMPARE(m_receiver->quarantined.first().body, QByteArray("{\"b\":2}"));
    }

    void whatDoesNotVerifyIsRefusedAndQuarantined()
    {
        const auto reply = m_receiver->exchange(m_receiver->dishonest("{\"c\":3}"));
        QCOMPARE(reply.status, 401);
        QVERIFY(!reply.body.contains("signature")); // the cause helps the owner, not the sender
        QVERIFY(m_receiver->stored.isEmpty());
        QTRY_COMPARE(m_receiver->quarantined.size(), 1);
        const auto kept = m_receiver->quarantined.first();
        QCOMPARE(kept.cause, RejectionCause::SignatureWrong);
        QCOMPARE(kept.body, QByteArray("{\"c\":3}"));
        QCOMPARE(kept.path, QStringLiteral("/callbacks"));
        QCOMPARE(kept.projectId, QStringLiteral("project-1"));
        QCOMPARE(kept.receivedAt, m_receiver->clock.now());
        QVERIFY(kept.headers.contains("x-sinch-webhook-signature-nonce: "));
    }

    void anUnsignedOrStaleCallbackIsRefused()
    {
        QCOMPARE(m_receiver->exchange(ReceiverFixture::post("/callbacks", "{}", {})).status, 401);
        const auto old = signatureHeaders("{}", "nonce", m_receiver->clock.now() - 1h);
        QCOMPARE(m_receiver->exchange(ReceiverFixture::post("/callbacks", "{}", old)).status, 401);
        QTRY_COMPARE(m_receiver->quarantined.size(), 2);
        QCOMPARE(m_receiver->quarantined.first().cause, RejectionCause::SignatureMissing);
        QCOMPARE(m_receiver->quarantined.last().cause, RejectionCause::TimestampStale);
    }

    void anotherPathIs404_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/", "/callbacks/", "/Callbacks", "/callbacks/more", "//callbacks"})
            QTest::newRow(path) << QByteArray(path);
    }
    void anotherPathIs404()
    {
        QFETCH(QByteArray, path);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("{}", path)).status, 404);
        QVERIFY(m_receiver->stored.isEmpty());
        QCOMPARE(m_receiver->server.state().rejected, 0);
    }

    void aQueryBehindThePathChangesNothing()
    {
        QCOMPARE(m_receiver->exchange(m_receiver->honest("{}", "/callbacks?region=eu")).status, 200);
    }

    void anotherMethodIs405WithAllow_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"GET", "PUT", "DELETE", "PATCH"})
            QTest::newRow(method) << QByteArray(method);
    }
    void anotherMethodIs405WithAllow()
    {
        QFETCH(QByteArray, method);
        const auto reply = m_receiver->exchange(RawHttpClient::request(method, "/callbacks"));
        QCOMPARE(reply.status, 405);
        QCOMPARE(headerValue(reply.headers, "Allow"), QByteArray("POST"));
        QVERIFY(m_receiver->stored.isEmpty());
    }

    void whatIsTooLargeOrMalformedIsCounted()
    {
        const QByteArray large(256 * 1024 + 1, 'x');
        QCOMPARE(m_receiver->exchange(m_receiver->honest(large)).status, 413);
        QCOMPARE(m_receiver->exchange(m_receiver->honest(QByteArray(256 * 1024, 'x'))).status, 200);
        QCOMPARE(
            m_receiver
                ->exchange(RawHttpClient::request("POST", "/callbacks", "{}", "X: " + QByteArray(17'000, 'h') + "\r\n"))
                .status,
            431);
        QCOMPARE(m_receiver->exchange("POST /callbacks HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n").status, 400);
        QTRY_COMPARE(m_receiver->counted.size(), size_t(3));
        QCOMPARE(m_receiver->counted[RejectionCause::BodyTooLarge], 1);
        QCOMPARE(m_receiver->counted[RejectionCause::HeadersTooLarge], 1);
        QCOMPARE(m_receiver->counted[RejectionCause::MalformedRequest], 1);
        QCOMPARE(m_receiver->server.state().rejected, 3);
    }

    void theBodyLimitIsASetting()
    {
        m_receiver->server.setBodyLimit(10);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("12345678901")).status, 413);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("1234567890")).status, 200);
        CallbackRoute other = m_receiver->route;
        other.address.host = QStringLiteral("127.0.0.2");
        m_receiver->setRoutes({other}); // a listener that opens later has the limit too
        RawHttpClient client(m_receiver->port, QStringLiteral("127.0.0.2"));
        client.send(m_receiver->honest("12345678901"));
        QCOMPARE(client.next().value().status, 413);
    }

    void aClientThatLeavesDoesNoHarm()
    {
        m_receiver->isHeld = true;
        {
            RawHttpClient client(m_receiver->port);
            client.send(m_receiver->honest("{}"));
            QVERIFY(comesTrue([&] { return m_receiver->stored.size() == 1; }));
            client.reset();
        }
        QCoreApplication::processEvents();
        m_receiver->settle();
        QVERIFY(comesTrue([&] { return m_receiver->server.inFlightCount() == 0; }));
        QCOMPARE(m_receiver->exchange(m_receiver->honest("{}")).status, 200);
    }

    void aFloodOfBadSignaturesDoesNotDelayAnHonestCallback()
    {
        std::vector<std::unique_ptr<RawHttpClient>> attackers;
        for (int i = 0; i < 50; ++i)
            attackers.push_back(std::make_unique<RawHttpClient>(m_receiver->port));
        RawHttpClient honest(m_receiver->port);
        const QByteArray large(100'000, 'x');
        for (const auto &attacker : attackers)
            attacker->send(m_receiver->dishonest(large));
        QElapsedTimer time;
        time.start();
        honest.send(m_receiver->honest("{}"));
        QCOMPARE(honest.next().value().status, 200);
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
        for (const auto &attacker : attackers)
            QCOMPARE(attacker->next().value().status, 401);
        QCOMPARE(m_receiver->server.state().rejected, 50);
        QVERIFY(m_receiver->quarantined.size() < 50); // the store gets them at its own pace
    }

    void theStateIsToldNotForEachCallback()
    {
        QSignalSpy changes(&m_receiver->server, &CallbackServer::stateChanged);
        QVERIFY(changes.wait()); // that it listens
        changes.clear();
        RawHttpClient client(m_receiver->port);
        for (int i = 0; i < 20; ++i) {
            client.send(m_receiver->honest("{}"));
            QCOMPARE(client.next().value().status, 200);
        }
        QTRY_VERIFY(!changes.isEmpty() && changes.last().first().value<ReceiverState>().accepted == 20);
        QVERIFY(changes.size() < 10);
        QCOMPARE(changes.last().first().value<ReceiverState>().lastCallbackAt, std::optional(m_receiver->clock.now()));
    }

    void aServerThatIsAboutToEndRefusesNewcomersButAnswersWhatWaits()
    {
        m_receiver->isHeld = true;
        RawHttpClient waiting(m_receiver->port);
        waiting.send(m_receiver->honest("1"));
        QVERIFY(comesTrue([&] { return m_receiver->stored.size() == 1; }));
        m_receiver->server.refuseNewRequests();
        QCOMPARE(m_receiver->exchange(m_receiver->honest("2")).status, 503);
        QCOMPARE(m_receiver->stored.size(), 1);
        m_receiver->settle();
        QCOMPARE(waiting.next().value().status, 200);
    }

private:
    std::unique_ptr<ReceiverFixture> m_receiver;
};

QTEST_GUILESS_MAIN(TestCallbackServer)
#include "tst_callback_server.moc"

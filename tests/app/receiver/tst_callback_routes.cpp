// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QTcpServer>

using namespace console;

/// Which addresses and paths are served, and how that changes while the receiver runs.
class TestCallbackRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnsignedCallbackForAForeignHostIsRefused_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("status");
        const auto row = [](const char *host, int status) { QTest::newRow(host) << QByteArray(host) << status; };
        row("127.0.0.1", 200);
        row("127.0.0.1:8787", 200);
        row("localhost:8787", 200);
        row("LOCALHOST.", 200);
        row("[::1]:80", 200);
        row("hooks.example.org", 200);
        row("Hooks.Example.org:443", 200);
        row("evil.example", 403);
        row("localhost.evil.example", 403);
        row("127.0.0.1.evil.example", 403);
        row("192.0.2.7", 403);
        row("hooks.example.org.evil.example", 403);
    }
    void anUnsignedCallbackForAForeignHostIsRefused()
    {
        QFETCH(QByteArray, host);
        QFETCH(int, status);
        auto route = m_receiver->route;
        route.publicHost = QStringLiteral("hooks.example.org");
        route.policy = SignaturePolicy {{}, true, std::chrono::seconds(300)};
        m_receiver->setRoutes({route});
        const auto post = [&](const QByteArray &headers) {
            RawHttpClient client(m_receiver->port);
            client.send("POST /callbacks HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Content-Length: 2\r\n\r\n{}");
            return client.next().value_or(RawReply {}).status;
        };
        QCOMPARE(post({}), status);
        QCOMPARE(m_receiver->stored.size(), status == 200 ? 1 : 0);
        if (status == 403)
            QTRY_COMPARE(m_receiver->quarantined.value(0).cause, RejectionCause::HostUnknown);
        m_receiver->setRoutes({m_receiver->route}); // where a signature proves it, the host does not matter
        QCOMPARE(post(encodeHeaders(signatureHeaders("{}", "nonce", m_receiver->clock.now()))), 200);
    }

    void init() { m_receiver = std::make_unique<ReceiverFixture>(); }
    void cleanup() { m_receiver.reset(); }

    void twoPathsOfOneAddressShareAListenerAndHaveTheirOwnSecrets()
    {
        m_receiver->setRoutes({m_receiver->route, otherProject()});
        QCOMPARE(m_receiver->server.state().listeners.size(), 1);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("1", "/callbacks")).status, 200);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("2", "/other", QStringLiteral("other secret"))).status, 200);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("3", "/other", kTestSecret)).status, 401);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("4", "/callbacks", QStringLiteral("other secret"))).status,
                 401);
        QCOMPARE(m_receiver->stored.first().projectId(), QStringLiteral("project-1"));
        QCOMPARE(m_receiver->stored.last().projectId(), QStringLiteral("project-2"));
    }

    void aPathThatAllowsUnsignedOnesChangesNothingForItsNeighbour()
    {
        CallbackRoute open = otherProject();
        open.policy = SignaturePolicy {{}, true, std::chrono::seconds(300)};
        m_receiver->setRoutes({m_receiver->route, open});
        QCOMPARE(m_receiver->exchange(ReceiverFixture::post("/other", "{}", {})).status, 200);
        QCOMPARE(m_receiver->stored.last().signature(), SignatureState::Unsigned);
        QCOMPARE(m_receiver->exchange(ReceiverFixture::post("/callbacks", "{}", {})).status, 401);
    }

    void replacingRoutesKeepsTheConnectionsOfAListenerThatStays()
    {
        RawHttpClient client(m_receiver->port);
        client.send(m_receiver->honest("1"));
        QCOMPARE(client.next().value().status, 200);
        const quint16 before = m_receiver->port;
        CallbackRoute changed = m_receiver->route;
        changed.policy.secrets = {Secret(QStringLiteral("rotated")), Secret(kTestSecret)};
        m_receiver->setRoutes({changed, otherProject()});
        QCOMPARE(m_receiver->port, before);
        client.send(m_receiver->honest("2", "/callbacks", QStringLiteral("rotated")));
        QCOMPARE(client.next().value().status, 200);
        client.send(m_receiver->honest("3"));
        QCOMPARE(client.next().value().status, 200);
        client.send(m_receiver->honest("4", "/other", QStringLiteral("other secret")));
        QCOMPARE(client.next().value().status, 200);
    }

    void aRouteThatIsTakenAwayIs404()
    {
        m_receiver->setRoutes({otherProject()});
        QCOMPARE(m_receiver->exchange(m_receiver->honest("1")).status, 404);
    }

    void aCallbackThatWaitsIsAnsweredAfterItsRouteIsGone()
    {
        m_receiver->isHeld = true;
        RawHttpClient client(m_receiver->port);
        client.send(m_receiver->honest("1"));
        QVERIFY(comesTrue([&] { return m_receiver->stored.size() == 1; }));
        m_receiver->setRoutes({otherProject()});
        m_receiver->settle();
        QCOMPARE(client.next().value().status, 200);
    }

    void withoutRoutesNothingListens()
    {
        m_receiver->isHeld = true;
        RawHttpClient client(m_receiver->port);
        client.send(m_receiver->honest("1"));
        QVERIFY(comesTrue([&] { return m_receiver->stored.size() == 1; }));
        const quint16 before = m_receiver->port;
        m_receiver->setRoutes({});
        QVERIFY(m_receiver->server.state().listeners.isEmpty());
        m_receiver->settle(); // its server is gone: nobody is answered, nothing breaks
        QVERIFY(client.waitForEnd());
        QVERIFY(!canConnect(before));
    }

    void aPortThatIsTakenIsToldWithItsReason()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost));
        CallbackRoute taken = m_receiver->route;
        taken.address.port = holder.serverPort();
        const auto state = m_receiver->server.setRoutes({taken});
        QCOMPARE(state.listeners.size(), 1);
        QVERIFY(!state.listeners.first().isListening);
        QVERIFY(!state.listeners.first().problem.isEmpty());
        QVERIFY(!state.actualAddress(taken.address));
    }

    void aRouteThatMayMoveTakesAnyFreePort()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost));
        CallbackRoute movable = m_receiver->route;
        movable.address.port = holder.serverPort();
        movable.mayMove = true;
        m_receiver->setRoutes({movable});
        const auto actual = m_receiver->server.state().actualAddress(movable.address);
        QVERIFY(actual.has_value());
        QVERIFY(actual->port != 0 && actual->port != holder.serverPort());
        QCOMPARE(m_receiver->exchange(m_receiver->honest("1")).status, 200);
        m_receiver->setRoutes({movable}); // it stays where it went
        QCOMPARE(m_receiver->server.state().actualAddress(movable.address), actual);
    }

    void oneRouteOfAnAddressThatMayMoveIsEnough()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost));
        CallbackRoute fixed = otherProject();
        fixed.address.port = holder.serverPort();
        CallbackRoute movable = m_receiver->route;
        movable.address = fixed.address;
        movable.mayMove = true;
        for (const auto &routes : {QList {fixed, movable}, QList {movable, fixed}}) {
            m_receiver->setRoutes({});
            m_receiver->setRoutes(routes);
            QCOMPARE(m_receiver->server.state().listeners.size(), 1);
            QVERIFY(m_receiver->server.state().actualAddress(movable.address));
            QCOMPARE(m_receiver->exchange(m_receiver->honest("1")).status, 200);
        }
    }

    void aPortThatBecomesFreeIsTakenAtTheNextChange()
    {
        auto holder = std::make_unique<QTcpServer>();
        QVERIFY(holder->listen(QHostAddress::LocalHost));
        CallbackRoute taken = m_receiver->route;
        taken.address.port = holder->serverPort();
        m_receiver->setRoutes({taken});
        holder.reset();
        m_receiver->setRoutes({taken});
        QVERIFY(m_receiver->server.state().listeners.first().isListening);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("1")).status, 200);
    }

    void oneAddressThatFailsDoesNotHinderTheOthers()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost));
        CallbackRoute taken = otherProject();
        taken.address.port = holder.serverPort();
        CallbackRoute nowhere = otherProject();
        nowhere.address = {QStringLiteral("no address"), 1};
        m_receiver->setRoutes({m_receiver->route, taken, nowhere});
        const auto state = m_receiver->server.state();
        QCOMPARE(state.listeners.size(), 3);
        QVERIFY(state.actualAddress(m_receiver->route.address));
        QVERIFY(!state.actualAddress(taken.address));
        QVERIFY(!state.actualAddress(nowhere.address));
        QCOMPARE(m_receiver->exchange(m_receiver->honest("1")).status, 200);
    }

private:
    static CallbackRoute otherProject()
    {
        CallbackRoute route;
        route.path = QStringLiteral("/other");
        route.projectId = QStringLiteral("project-2");
        route.policy.secrets = {Secret(QStringLiteral("other secret"))};
        return route;
    }
    static bool canConnect(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(1000);
    }

    std::unique_ptr<ReceiverFixture> m_receiver;
};

QTEST_GUILESS_MAIN(TestCallbackRoutes)
#include "tst_callback_routes.moc"

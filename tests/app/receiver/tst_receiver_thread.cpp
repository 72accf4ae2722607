// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/receiver_thread.h"
#include "receiver_fixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <thread>

using namespace console;

class TestReceiverThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_held.clear();
        m_isHeld = false;
        m_kept = 0;
        m_stored = 0;
        m_storedIn = nullptr;
        m_receiver = std::make_unique<ReceiverThread>(
            m_clock, [this](const VerifiedBody &, CallbackAnswer answer) { store(std::move(answer)); },
            RejectionSink {[this](const RejectedCallback &) { ++m_kept; }, [](RejectionCause, int) {}});
        CallbackRoute route;
        route.policy.secrets = {Secret(kTestSecret)};
        m_port = settled(m_receiver->setRoutes({route})).listeners.first().actual.port;
    }
    void cleanup() { m_receiver.reset(); }

    void theServerWorksInAThreadOfItsOwn()
    {
        RawHttpClient client(m_port);
        client.send(honest());
        QCOMPARE(client.next().value().status, 200);
        QVERIFY(m_storedIn && m_storedIn != thread());
    }

    void itsStateIsToldInTheThreadThatMadeIt()
    {
        QSignalSpy changes(m_receiver.get(), &ReceiverThread::stateChanged);
        QThread *toldIn = nullptr;
        connect(m_receiver.get(), &ReceiverThread::stateChanged, this, [&] { toldIn = QThread::currentThread(); });
        RawHttpClient client(m_port);
        client.send(honest());
        QTRY_VERIFY(!changes.isEmpty() && changes.last().first().value<ReceiverState>().accepted == 1);
        QCOMPARE(toldIn, thread());
    }

    void theBodyLimitReachesIt()
    {
        m_receiver->setBodyLimit(1);
        RawHttpClient client(m_port);
        client.send(honest());
        QCOMPARE(client.next().value().status, 413);
    }

    void endingAnswersWhatWaits()
    {
        m_isHeld = true;
        RawHttpClient client(m_port);
        client.send(honest());
        QVERIFY(comesTrue([&] { return m_stored == 1; }));
        std::jthread store([this] { // the commit ends while the receiver refuses newcomers
            while (!isRefused(m_port)) { }
            m_held.at(0)(CallbackDisposition::Stored);
        });
        m_receiver.reset();
        store.join();
        QCOMPARE(client.next().value().status, 200);
        QVERIFY(client.waitForEnd());
    }

    void aStoreThatNeverAnswersDelaysTheEndByTwoSeconds()
    {
        m_isHeld = true;
        RawHttpClient client(m_port);
        client.send(honest());
        QVERIFY(comesTrue([&] { return m_stored == 1; }));
        QElapsedTimer time;
        time.start();
        m_receiver.reset();
        QVERIFY(time.elapsed() >= 1900 && time.elapsed() < 5000);
        m_held.clear();
    }

    void endingHandsOverTheQuarantine()
    {
        RawHttpClient client(m_port);
        const QByteArray body = "{}";
        for (int i = 0; i < 10; ++i) {
            RawHttpClient liar(m_port);
            liar.send(ReceiverFixture::post("/callbacks", body,
                                            signatureHeaders(body, "n", m_clock.now(), QStringLiteral("a guess"))));
            QCOMPARE(liar.next().value().status, 401);
        }
        m_receiver.reset();
        QCOMPARE(m_kept, 10);
    }

    void itStartsAndEndsOverAndOver()
    {
        for (int i = 0; i < 200; ++i)
            ReceiverThread(m_clock, [this](const VerifiedBody &, CallbackAnswer answer) { store(std::move(answer)); },
                           {[](const auto &) {}, [](auto, int) {}});
    }

private:
    QByteArray honest() const
    {
        return ReceiverFixture::post("/callbacks", "{}", signatureHeaders("{}", "nonce", m_clock.now()));
    }

    static bool isRefused(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.write(RawHttpClient::request("GET", "/is-anybody-there"));
        return !socket.waitForReadyRead(5000) || socket.readAll().contains(" 503 ");
    }

    void store(CallbackAnswer answer)
    {
        m_storedIn = QThread::currentThread();
        if (!m_isHeld)
            return answer(CallbackDisposition::Stored);
        m_held.push_back(std::move(answer));
        ++m_stored;
    }

    FakeClock m_clock;
    std::atomic<bool> m_isHeld {false};
    std::atomic<int> m_stored {0};
    std::atomic<int> m_kept {0};
    std::atomic<QThread *> m_storedIn {nullptr};
    std::vector<CallbackAnswer> m_held; ///< read only after m_stored told of it
    std::unique_ptr<ReceiverThread> m_receiver;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestReceiverThread)
#include "tst_receiver_thread.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "flow_bench.h"
#include "support/callback_json.h"

#include <thread>

using namespace console;

/// Everything at once: many senders, lookups, readers. Nothing may be lost or come twice.
class TestThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostUnderLoad()
    {
        constexpr int kConnections = 16;
        constexpr int kEach = 125;
        constexpr int kLookups = 40;
        FlowBench bench;
        qsizetype announced = 0;
        QObject::connect(&bench.program->lookups, &LookupService::historyChanged, &bench.program->lookups,
                         [&](const HistoryBatch &batch) { announced += batch.added.size(); });

        std::atomic<int> accepted {0};
        std::vector<std::jthread> senders;
        std::atomic<int> finished {0};
        for (int sender = 0; sender < kConnections; ++sender) {
            senders.emplace_back([&, sender] {
                accepted += send(bench, sender, kEach);
                ++finished;
            });
        }
        QList<RequestId> asked;
        for (int i = 0; i < kLookups; ++i) {
            const auto submission
                = bench.ask("SMS", qPrintable(QStringLiteral("4670%1050").arg(i, 4, 10, QLatin1Char('0'))));
            QVERIFY(submission.isRegistered());
            asked += submission.requestId;
        }
        const bool haveAllEnded = comesTrue([&] { return finished == int(senders.size()); });
        for (auto &sender : senders)
            sender.join();
        QVERIFY(haveAllEnded);
        QCOMPARE(accepted.load(), kConnections * kEach);
        for (const auto &id : asked)
            QVERIFY(bench.reaches(id, LookupState::Complete));
        QVERIFY(comesTrue([&] { return announced == kConnections * kEach + kLookups; }));
        const auto rows = *bench.read()->rowsAfter(0, 10'000);
        QCOMPARE(rows.size(), kConnections * kEach + kLookups);
        QVERIFY(std::all_of(rows.begin(), rows.end(),
                            [](const auto &row) { return row.retries == 0 && row.outcome == Outcome::New; }));
    }

    void endingUnderLoadLosesNothingThatWasAccepted()
    {
        FlowBench bench;
        std::atomic<int> accepted {0};
        std::vector<std::jthread> senders;
        std::atomic<int> finished {0};
        for (int sender = 0; sender < 8; ++sender) {
            senders.emplace_back([&, sender] {
                accepted += send(bench, sender, 1000);
                ++finished;
            });
        }
        QVERIFY(comesTrue([&] { return bench.read()->counts()->notifications > 200; }));
        bench.program.reset();
        const bool haveAllEnded = comesTrue([&] { return finished == int(senders.size()); });
        for (auto &sender : senders)
            sender.join();
        QVERIFY(haveAllEnded);
        const auto stored = bench.read()->counts()->notifications;
        QVERIFY(accepted < 8000);
        QVERIFY2(stored >= accepted, qPrintable(QStringLiteral("%1 accepted, %2 stored").arg(accepted).arg(stored)));
    }

private:
    /// One connection, one callback after the other. \returns how many were answered 200.
    static int send(const FlowBench &bench, int sender, int count)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, bench.port);
        int accepted = 0;
        for (int i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(sender) + '-' + QByteArray::number(i);
            const auto json
                = NotificationJson {.requestId = QLatin1String("01LOAD-") + QLatin1String(number)}.enveloped();
            socket.write(RawHttpClient::request("POST", "/callbacks", json, encodeHeaders(bench.sign(json, number))));
            QByteArray reply;
            while (!reply.contains("\r\n\r\n") || !reply.endsWith('}')) {
                if (!socket.waitForReadyRead(10'000))
                    return accepted;
                reply += socket.readAll();
            }
            if (!reply.startsWith("HTTP/1.1 200 "))
                return accepted;
            ++accepted;
        }
        return accepted;
    }
};

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"

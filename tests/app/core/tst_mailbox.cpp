// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailbox.h"

#include <QTest>
#include <QThread>

#include <thread>

using namespace console;

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_taken.clear();
        m_box = std::make_unique<Mailbox<int>>(
            this, [this](std::vector<int> &&values) { m_taken.append(QList<int>(values.begin(), values.end())); });
    }

    void whatWaitsIsTakenTogetherInOrderAndNotAtOnce()
    {
        for (int i = 0; i < 3; ++i)
            m_box->post(i);
        QVERIFY(m_taken.isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(m_taken, (QList<QList<int>> {{0, 1, 2}}));
        m_box->post(3);
        QCoreApplication::processEvents();
        QCOMPARE(m_taken.last(), QList<int> {3});
    }

    void nothingIsLostBetweenThreads()
    {
        constexpr int kEach = 20'000;
        std::vector<std::jthread> senders;
        for (int sender = 0; sender < 3; ++sender) {
            senders.emplace_back([slot = m_box->slot(), sender] {
                for (int i = 0; i < kEach; ++i)
                    slot.post(sender * kEach + i);
            });
        }
        const auto count = [this] {
            qsizetype all = 0;
            for (const auto &values : std::as_const(m_taken))
                all += values.size();
            return all;
        };
        QTRY_COMPARE(count(), 3 * kEach);
        std::array<int, 3> next {0, kEach, 2 * kEach};
        for (const auto &values : std::as_const(m_taken)) {
            for (const int value : values)
                QCOMPARE(value, next[size_t(value / kEach)]++); // each sender's own order
        }
    }

    void itsReaderTakesItInItsOwnThread()
    {
        QThread thread;
        QObject reader;
        reader.moveToThread(&thread);
        std::atomic<QThread *> takenIn = nullptr;
        Mailbox<int> box(&reader, [&](std::vector<int> &&) { takenIn = QThread::currentThread(); });
        thread.start();
        box.post(1);
        QTRY_COMPARE(takenIn.load(), &thread);
        thread.quit();
        thread.wait();
    }

    void whatWaitsCanBeTakenNow()
    {
        m_box->post(1);
        m_box->takeNow();
        QCOMPARE(m_taken, (QList<QList<int>> {{1}}));
        QCoreApplication::processEvents();
        QCOMPARE(m_taken.size(), 1); // and not once more
    }

    void postingAfterItsEndDoesNothing()
    {
        const auto slot = m_box->slot();
        slot.post(1);
        m_box.reset();
        slot.post(2);
        QCoreApplication::processEvents();
        QVERIFY(m_taken.isEmpty());
    }

    void valuesNeedNotBeCopied()
    {
        int taken = 0;
        Mailbox<std::unique_ptr<int>> box(this,
                                          [&](std::vector<std::unique_ptr<int>> &&values) { taken = *values.at(0); });
        box.post(std::make_unique<int>(7));
        QCoreApplication::processEvents();
        QCOMPARE(taken, 7);
    }

private:
    std::unique_ptr<Mailbox<int>> m_box;
    QList<QList<int>> m_taken;
};

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"

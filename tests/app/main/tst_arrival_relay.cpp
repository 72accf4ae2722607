// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/arrival_relay.h"

#include <QTest>

using namespace console;

class TestArrivalRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_heard.clear();
        m_relay = std::make_unique<ArrivalRelay>(this, [this](const std::vector<Recorded> &arrived) {
            for (const Recorded &recorded : arrived)
                m_heard.append(recorded.row->id);
        });
    }

    void whatIsStoredIsHeardInOrderAndNotAtOnce()
    {
        for (int id = 1; id <= 3; ++id)
            pass(Recorded::Kind::New, id);
        QVERIFY(m_heard.isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(m_heard, (QList<qint64> {1, 2, 3}));
    }

    void tooManyRepetitionsAreNotHeard()
    {
        for (int id = 0; id < ArrivalRelay::kMostRepeats + 100; ++id)
            pass(id % 2 == 0 ? Recorded::Kind::Retry : Recorded::Kind::Replay, id);
        pass(Recorded::Kind::New, -1); // news are
        QCoreApplication::processEvents();
        QCOMPARE(m_heard.size(), ArrivalRelay::kMostRepeats + 1);
        QCOMPARE(m_heard.last(), -1);
    }

    void isBehindUntilWhatWaitsWasHeard()
    {
        for (int id = 1; id < ArrivalRelay::kMostWaiting; ++id)
            pass(Recorded::Kind::New, id);
        QVERIFY(!m_relay->isBehind());
        pass(Recorded::Kind::New, ArrivalRelay::kMostWaiting);
        QVERIFY(m_relay->isBehind());
        QCoreApplication::processEvents();
        QVERIFY(!m_relay->isBehind());
        QCOMPARE(m_heard.size(), ArrivalRelay::kMostWaiting);
    }

    void whatWaitsAtTheEndIsHeardThen()
    {
        pass(Recorded::Kind::New, 7);
        m_relay.reset();
        QCOMPARE(m_heard, QList<qint64> {7});
    }

    void whatIsStoredAfterTheEndIsNotHeard()
    {
        const auto listener = m_relay->listener();
        m_relay.reset();
        listener({Recorded::Kind::New, NotificationRow()});
        QCoreApplication::processEvents();
        QVERIFY(m_heard.isEmpty());
    }

private:
    void pass(Recorded::Kind kind, qint64 id)
    {
        NotificationRow row;
        row.id = id;
        m_relay->listener()({kind, row});
    }

    std::unique_ptr<ArrivalRelay> m_relay;
    QList<qint64> m_heard;
};

QTEST_GUILESS_MAIN(TestArrivalRelay)
#include "tst_arrival_relay.moc"

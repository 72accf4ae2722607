// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/quarantine.h"

#include <QElapsedTimer>
#include <QTest>

using namespace console;

class TestQuarantine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_kept.clear();
        m_counts.clear();
        m_quarantine = std::make_unique<Quarantine>(
            RejectionSink {[this](const RejectedCallback &rejected) { m_kept.append(rejected.body); },
                           [this](RejectionCause cause, int count) { m_counts[cause] += count; }});
    }

    void aRefusedBodyIsKeptSoon()
    {
        m_quarantine->add(rejected("one"));
        QVERIFY(m_kept.isEmpty()); // never in the way of the request that is being answered
        QTRY_COMPARE(m_kept, QByteArrayList {"one"});
        QVERIFY(m_counts.empty()); // one that is kept is counted where it is kept
    }

    void aFloodIsKeptAtTwentyASecondAndTheRestIsCounted()
    {
        QElapsedTimer time;
        time.start();
        for (int i = 0; i < 10'000; ++i)
            m_quarantine->add(rejected(QByteArray::number(i)));
        QTRY_COMPARE(m_counts[RejectionCause::SignatureWrong], 10'000 - Quarantine::kWaitingBodies);
        QTRY_VERIFY(m_kept.size() >= 5);
        const auto most = time.elapsed() / 50 + 1;
        QVERIFY2(m_kept.size() <= most,
                 qPrintable(QStringLiteral("%1 in %2 ms").arg(m_kept.size()).arg(time.elapsed())));
        QCOMPARE(m_kept.mid(0, 3), (QByteArrayList {"0", "1", "2"})); // the first ones, in order
    }

    void refusalsThatKeepComingDoNotPutTheFirstOneOff()
    {
        QElapsedTimer time;
        time.start();
        while (m_kept.isEmpty() && time.elapsed() < 5000) {
            if (m_given < Quarantine::kWaitingBodies / 2)
                m_quarantine->add(rejected(QByteArray::number(m_given++)));
            QTest::qWait(10); // five times as often as one is taken
        }
        QVERIFY(!m_kept.isEmpty());
        QVERIFY2(m_given < Quarantine::kWaitingBodies / 2,
                 "the first one was taken only after the others had stopped coming");
    }

    void countsAreHandedOverTogether()
    {
        for (int i = 0; i < 100; ++i) {
            m_quarantine->count(RejectionCause::BodyTooLarge);
            m_quarantine->count(RejectionCause::HeadersTooLarge);
        }
        QTRY_COMPARE(m_counts.size(), size_t(2));
        QCOMPARE(m_counts[RejectionCause::BodyTooLarge], 100);
        QCOMPARE(m_counts[RejectionCause::HeadersTooLarge], 100);
        m_quarantine->count(RejectionCause::BodyTooLarge);
        QTRY_COMPARE(m_counts[RejectionCause::BodyTooLarge], 101);
    }

    void nothingIsLostAtTheEnd()
    {
        for (int i = 0; i < 100; ++i)
            m_quarantine->add(rejected(QByteArray::number(i)));
        m_quarantine->flush();
        QCOMPARE(m_kept.size(), Quarantine::kWaitingBodies);
        QCOMPARE(m_kept.size() + m_counts[RejectionCause::SignatureWrong], 100);
        m_quarantine->flush();
        QCOMPARE(m_kept.size(), Quarantine::kWaitingBodies);
    }

private:
    static RejectedCallback rejected(const QByteArray &body)
    {
        return {0, {}, {}, QStringLiteral("/callbacks"), RejectionCause::SignatureWrong, {}, {}, body};
    }

    QByteArrayList m_kept;
    std::map<RejectionCause, int> m_counts;
    std::unique_ptr<Quarantine> m_quarantine;
    int m_given = 0;
};

QTEST_GUILESS_MAIN(TestQuarantine)
#include "tst_quarantine.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_keeper.h"
#include "stored_count.h"
#include "story_history.h"

#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestHistoryKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_history = std::make_unique<StoryHistory>(150);
        m_keeper = std::make_unique<HistoryKeeper>(m_history->file.path(), *m_history->writer, m_history->clock);
    }
    void cleanup()
    {
        m_keeper.reset();
        m_history.reset();
    }

    void rowsBeyondTheLimitGoInSlices()
    {
        QSignalSpy swept(m_keeper.get(), &HistoryKeeper::swept);
        const qint64 before = countWhere(m_history->file, "1");
        m_history->batches.clear();
        m_keeper->setLimits({std::chrono::days(0), 20, 0});
        QVERIFY(swept.wait());
        QCOMPARE(countWhere(m_history->file, "1"), 20);
        QCOMPARE(swept.first().first().toInt(), int(before - 20));
        QVERIFY(m_history->batches.size() > 1);
        for (const auto &batch : m_history->batches)
            QVERIFY(batch.removed.size() <= HistoryKeeper::kSlice);
    }

    void aLimitThatIsTakenBackEndsTheSweep()
    {
        QSignalSpy swept(m_keeper.get(), &HistoryKeeper::swept);
        const qint64 before = countWhere(m_history->file, "1");
        m_keeper->setLimits({std::chrono::days(0), 20, 0});
        m_keeper->setLimits({});
        QVERIFY(swept.wait());
        QCOMPARE(countWhere(m_history->file, "1"), before);
    }

    void aHistoryThatCannotBeReadIsSaid()
    {
        HistoryKeeper keeper(QStringLiteral("/nowhere/history.sqlite"), *m_history->writer, m_history->clock);
        QSignalSpy failed(&keeper, &HistoryKeeper::sweepFailed);
        keeper.setLimits({std::chrono::days(1), 0, 0});
        QVERIFY(failed.wait());
    }

private:
    std::unique_ptr<StoryHistory> m_history;
    std::unique_ptr<HistoryKeeper> m_keeper;
};

QTEST_GUILESS_MAIN(TestHistoryKeeper)
#include "tst_history_keeper.moc"

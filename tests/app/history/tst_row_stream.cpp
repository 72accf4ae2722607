// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/history_fixture.h"
#include "history/row_stream.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;

class TestRowStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_history = std::make_unique<HistoryFixture>();
        for (int i = 0; i < kRows; ++i) {
            const auto order = m_history->order(
                NotificationJson {.requestId = QStringLiteral("01R%1").arg(i)}.enveloped(), m_history->freshNonce());
            if (i % kRowsAtOnce == kRowsAtOnce - 1)
                VERIFY_OK(settled(order));
        }
    }
    void cleanupTestCase() { m_history.reset(); }

    void allRowsComeOnceInOrder_data()
    {
        QTest::addColumn<bool>("isNewestFirst");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("expected");
        for (const bool isNewestFirst : {false, true}) {
            const char *order = isNewestFirst ? "newest first" : "oldest first";
            QTest::addRow("%s, all", order) << isNewestFirst << 0 << kRows;
            QTest::addRow("%s, one", order) << isNewestFirst << 1 << 1;
            QTest::addRow("%s, exactly one block", order) << isNewestFirst << 1000 << 1000;
            QTest::addRow("%s, a block and a bit", order) << isNewestFirst << 1001 << 1001;
            QTest::addRow("%s, more than there are", order) << isNewestFirst << 9999 << kRows;
        }
    }
    void allRowsComeOnceInOrder()
    {
        QFETCH(bool, isNewestFirst);
        QFETCH(int, limit);
        QFETCH(int, expected);
        QList<qint64> ids;
        const auto order = isNewestFirst ? StreamOrder::NewestFirst : StreamOrder::OldestFirst;
        VERIFY_OK(streamRows(m_history->file.path(), Filter(), {order, limit}, [&](const NotificationRow &row) {
            ids += row.id;
            return Result<>();
        }));
        QCOMPARE(ids.size(), expected);
        QVERIFY(isNewestFirst ? std::is_sorted(ids.rbegin(), ids.rend()) : std::is_sorted(ids.begin(), ids.end()));
        QCOMPARE(QSet<qint64>(ids.begin(), ids.end()).size(), expected);
        QCOMPARE(ids.first(), qint64(isNewestFirst ? kRows : 1));
    }

    void theConsumersErrorEndsIt()
    {
        int seen = 0;
        const auto streamed = streamRows(
            m_history->file.path(), Filter(), {StreamOrder::OldestFirst}, [&](const NotificationRow &) -> Result<> {
                if (++seen == 3)
                    return failure(Error::Kind::Cancelled, QStringLiteral("the pipe is closed"));
                return {};
            });
        COMPARE_ERROR(streamed, Error::Kind::Cancelled);
        QCOMPARE(seen, 3);
    }

    void aFileThatIsNoHistoryIsAnError()
    {
        const auto nobody = [](const NotificationRow &) { return Result<>(); };
        COMPARE_ERROR(streamRows(m_history->file.path("missing"), Filter(), {StreamOrder::OldestFirst}, nobody),
                      Error::Kind::Storage);
    }

private:
    static constexpr int kRows = 2500;
    static constexpr int kRowsAtOnce = 500; // far below HistoryWriter::kQueueLimit
    std::unique_ptr<HistoryFixture> m_history;
};

QTEST_GUILESS_MAIN(TestRowStream)
#include "tst_row_stream.moc"

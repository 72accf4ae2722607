// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter_cases.h"
#include "history/row_stream.h"
#include "stored_count.h"
#include "story_history.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;

class TestFilteredStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_history = std::make_unique<StoryHistory>(300);
        m_history->file.opened(); // everything is in the file
    }
    void cleanupTestCase() { m_history.reset(); }

    void givesTheMatchingRows_data()
    {
        QTest::addColumn<int>("number");
        for (size_t i = 0; i < filterCases().size(); ++i)
            QTest::newRow(filterCases()[i].expression) << int(i);
    }
    void givesTheMatchingRows()
    {
        QFETCH(int, number);
        const FilterCase &asked = filterCases()[size_t(number)];
        const auto rows = streamed(QString::fromUtf8(asked.expression), StreamOrder::OldestFirst, 0);
        QCOMPARE(rows.size(), countWhere(m_history->file, asked.sql));
        auto reversed = rows;
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(streamed(QString::fromUtf8(asked.expression), StreamOrder::NewestFirst, 0), reversed);
        QCOMPARE(streamed(QString::fromUtf8(asked.expression), StreamOrder::NewestFirst, 3), reversed.mid(0, 3));
        if (!asked.judge)
            return;
        QList<NotificationRow> expected;
        for (const NotificationRow &row : m_history->rows()) {
            if (asked.judge(row))
                expected.append(row);
        }
        QCOMPARE(rows, expected);
    }

    void endsWithTheErrorOfItsConsumer()
    {
        const auto filter = *Filter::parse(QStringLiteral("channel:SMS"), m_history->clock.now());
        int count = 0;
        const auto ended = streamRows(
            m_history->file.path(), filter, {StreamOrder::OldestFirst}, [&](const NotificationRow &) -> Result<> {
                return ++count < 3 ? Result<>() : failure(Error::Kind::Cancelled, QStringLiteral("enough"));
            });
        COMPARE_ERROR(ended, Error::Kind::Cancelled);
        QCOMPARE(count, 3);
    }

    void aFileThatIsNoHistoryIsAnError()
    {
        const auto filter = *Filter::parse(QStringLiteral("channel:SMS"), m_history->clock.now());
        COMPARE_ERROR(streamRows(QStringLiteral("/nowhere/history.sqlite"), filter, {StreamOrder::OldestFirst},
                                 [](const NotificationRow &) -> Result<> { return {}; }),
                      Error::Kind::Storage);
    }

private:
    QList<NotificationRow> streamed(const QString &expression, StreamOrder order, qint64 limit)
    {
        QList<NotificationRow> rows;
        const auto filter = *Filter::parse(expression, m_history->clock.now());
        const auto result
            = streamRows(m_history->file.path(), filter, {order, limit}, [&](const NotificationRow &row) -> Result<> {
                  rows.append(row);
                  return {};
              });
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        return rows;
    }

    std::unique_ptr<StoryHistory> m_history;
};

QTEST_GUILESS_MAIN(TestFilteredStream)
#include "tst_filtered_stream.moc"

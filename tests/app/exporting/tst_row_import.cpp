// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/story_history.h"
#include "core/run_on.h"
#include "exporting/row_import.h"
#include "exporting/row_json.h"
#include "exporting/row_telling.h"
#include "support/result_macros.h"

#include <QBuffer>
#include <QTest>
#include <QThread>

using namespace console;

class TestRowImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_from = std::make_unique<StoryHistory>(180);
        m_into = std::make_unique<HistoryFixture>();
        settled(m_from->writer->annotate({3}, {.isPinned = true, .addedTags = {QStringLiteral("vip")}}));
    }
    void cleanup()
    {
        m_from.reset();
        m_into.reset();
    }

    void everyRowArrivesOnce()
    {
        const QByteArray lines = exported();
        const auto first = import(lines);
        VERIFY_OK(first);
        QCOMPARE(first->rows, m_from->rows().size());
        QCOMPARE(first->duplicates + first->unreadable, 0);
        QCOMPARE(exportedFrom(*m_into), lines);
        const auto again = import(lines);
        VERIFY_OK(again);
        QCOMPARE(again->rows, 0);
        QCOMPARE(again->duplicates, first->rows);
        QCOMPARE(exportedFrom(*m_into), lines);
    }

    void aRowThatWasRepeatedOrPinnedSinceIsADuplicate()
    {
        const QByteArray lines = exported();
        VERIFY_OK(import(lines));
        settled(m_into->writer->annotate({1}, {.note = QStringLiteral("new")}));
        const auto again = import(QByteArray(lines).replace("\"retries\":0", "\"retries\":4"));
        VERIFY_OK(again);
        QCOMPARE(again->rows, 0);
    }

    void linesThatAreNoRowsAreCountedAndTheFirstIsTold()
    {
        const QByteArray one = encodeRowJson(m_from->row(0));
        const auto report = import(one + "\n\nnot a row\n{}\n" + one + '\n');
        VERIFY_OK(report);
        QCOMPARE(report->rows, 1);
        QCOMPARE(report->duplicates, 1);
        QCOMPARE(report->unreadable, 2);
        QVERIFY2(report->firstProblem.startsWith(QLatin1String("line 3:")), qPrintable(report->firstProblem));
    }

    void anImportedRowFindsTheLookupThatIsKnownHere()
    {
        m_into->ask(m_into->smsLookup("01HERE"));
        NotificationRow row = m_from->row(0);
        row.requestId = QStringLiteral("01HERE");
        row.join = JoinKind::None;
        VERIFY_OK(import(encodeRowJson(row)));
        QVERIFY(m_into->row(0).join == JoinKind::ByRequestId);
        QCOMPARE(m_into->row(0).contactName, QStringLiteral("Anna Lindqvist"));
        QVERIFY(!m_into->reader().raw(m_into->row(0).id)->has_value());
    }

    void bodiesComeBackAndNothingIsComparedWithThem()
    {
        const QByteArray body = NotificationJson {.requestId = QStringLiteral("01ASKED")}.flat();
        HistoryFixture from;
        from.record(body);
        QByteArray lines;
        RowTelling telling(from.file.path(), {{*JsonPath::parse(QStringLiteral("x"))}, true}, {});
        const auto told = telling.told(from.row(0));
        VERIFY_OK(told);
        lines = encodeRowJson(told->row, RowMembers::Annotations,
                              extraMemberNames({{*JsonPath::parse(QStringLiteral("x"))}, true}), told->extras);
        const auto report = import(lines);
        VERIFY_OK(report);
        QCOMPARE(report->rows, 1);
        const auto raw = m_into->reader().raw(1);
        QVERIFY(raw->has_value());
        QCOMPARE((*raw)->body, body);
        QCOMPARE((*raw)->headers, (*from.reader().raw(from.row(0).id))->headers);
        QVERIFY(m_into->record(body).kind == Recorded::Kind::New); // as beside an imported row without bytes
    }

    void whatRedactionLeftOfABodyIsNoBody()
    {
        m_from->record(NotificationJson {}.flat());
        RowTelling telling(m_from->file.path(), {{}, true}, Redaction {QByteArray("key")});
        const auto told = telling.told(m_from->row(0));
        VERIFY_OK(import(encodeRowJson(told->row, RowMembers::Contract, extraMemberNames({{}, true}), told->extras)));
        QVERIFY(!m_into->reader().raw(1)->has_value());
    }

    void itCanBeCancelled()
    {
        QThread worker;
        QObject context;
        context.moveToThread(&worker);
        worker.start();
        const auto report = settled(runOn(&context, [this, lines = exported()] {
            QBuffer buffer;
            buffer.setData(lines);
            buffer.open(QIODevice::ReadOnly);
            return importRows(m_into->file.path(), *m_into->writer, buffer, [](qint64 bytes) { return bytes < 0; });
        }));
        worker.quit();
        worker.wait();
        COMPARE_ERROR(report, Error::Kind::Cancelled);
    }

private:
    static QByteArray exportedFrom(HistoryFixture &history)
    {
        QByteArray lines;
        for (const auto &row : history.rows())
            lines += encodeRowJson(row, RowMembers::Annotations) + '\n';
        return lines;
    }
    QByteArray exported() { return exportedFrom(*m_from); }

    Result<ImportReport> import(const QByteArray &lines)
    {
        QThread worker;
        QObject context;
        context.moveToThread(&worker);
        worker.start();
        const auto report = settled(runOn(&context, [this, lines] {
            QBuffer buffer;
            buffer.setData(lines);
            buffer.open(QIODevice::ReadOnly);
            return importRows(m_into->file.path(), *m_into->writer, buffer);
        }));
        worker.quit();
        worker.wait();
        return report;
    }

    std::unique_ptr<StoryHistory> m_from;
    std::unique_ptr<HistoryFixture> m_into;
};

QTEST_GUILESS_MAIN(TestRowImport)
#include "tst_row_import.moc"

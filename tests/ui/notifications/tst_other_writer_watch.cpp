// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/mirror.h"
#include "app/storage/history_fixture.h"
#include "ui/notifications/other_writer_watch.h"

#include <QTest>

using namespace console;

class TestOtherWriterWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnotherProgramAddsAndRemovesIsShown()
    {
        HistoryFixture history; // its writer tells this view nothing
        QList<qint64> ids;
        for (int i = 0; i < 20; ++i)
            ids.prepend(record(history, QByteArray::number(100 + i)));
        HistoryAccess access(history.file.path());
        HistoryView view(history.clock);
        Mirror mirror(view);
        view.start(history.file.path());
        QTRY_COMPARE(mirror.ids, ids);
        OtherWriterWatch watch(access, view);
        ids.prepend(record(history, "999"));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.ids, ids, 10'000);
        // One comes and two go within one look.
        ids.prepend(record(history, "998"));
        const Removal removal {{ids.takeLast(), ids.takeAt(4)}, {}, {}, {}, {}};
        settled(history.writer->removeAll(removal));
        QTRY_COMPARE_WITH_TIMEOUT(mirror.ids, ids, 10'000);
        QCOMPARE(view.loadedCount(), ids.size());
    }

    void theEarlierAnswerOfAConflictIsMarkedHoweverOldItIs()
    {
        HistoryFixture history;
        const NotificationJson first {.requestId = QStringLiteral("01A")};
        history.record(first.enveloped());
        for (int i = 0; i < OtherWriterWatch::kAtOnce + 10; ++i)
            record(history, QByteArray::number(1000 + i));
        HistoryAccess access(history.file.path());
        HistoryView view(history.clock);
        view.start(history.file.path());
        QTRY_COMPARE(view.count(), OtherWriterWatch::kAtOnce + 11);
        OtherWriterWatch watch(access, view);
        QVERIFY(!view.setFilter(QStringLiteral("is:conflict")));
        history.record(NotificationJson {.status = "NO_CAPABILITY", .requestId = first.requestId}.enveloped());
        QTRY_COMPARE_WITH_TIMEOUT(view.count(), 2, 10'000);
        QCOMPARE(view.row(1), history.row(0));
    }

private:
    static qint64 record(HistoryFixture &history, const QByteArray &identity)
    {
        return history.record(NotificationJson {.identity = identity.constData()}.flat()).row->id;
    }
};

QTEST_MAIN(TestOtherWriterWatch)
#include "tst_other_writer_watch.moc"

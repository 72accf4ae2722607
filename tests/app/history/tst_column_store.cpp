// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/sample_row.h"
#include "history/column_store.h"
#include "story_history.h"
#include "wire/callback_decoder.h"

#include <QTest>

using namespace console;

class TestColumnStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowComesBackWhole()
    {
        ColumnStore store;
        NotificationRow row = sampleRow();
        row.id = 70'000;
        row.contactName = QStringLiteral("Anna Lindqvist");
        store.set(row);
        QVERIFY(store.contains(70'000));
        QVERIFY(!store.contains(69'999));
        QVERIFY(!store.contains(1));
        QCOMPARE(store.row(70'000), row);
        QCOMPARE(store.row(1).id, 0);
    }

    void anEmptyRowComesBackEmpty()
    {
        ColumnStore store;
        NotificationRow row;
        row.id = 1;
        store.set(row);
        QCOMPARE(store.row(1), row);
    }

    void unusualTextsComeBackAsTheyWere()
    {
        ColumnStore store;
        NotificationRow row = sampleRow();
        row.id = 5;
        row.address.identity = QStringLiteral("Ü4670 \u4e2d");
        row.acceptedTime = QStringLiteral("2026-11-24T06:34:32+01:00");
        row.latency = std::chrono::milliseconds(-3);
        row.retries = 70'000;
        row.requestId.clear();
        store.set(row);
        QCOMPARE(store.row(5), row);
    }

    void aRowIsReplaced()
    {
        ColumnStore store;
        NotificationRow row = sampleRow();
        row.id = 9;
        store.set(row);
        row.retries = 4;
        row.requestId = QStringLiteral("01ANOTHER");
        row.latency.reset();
        store.set(row);
        QCOMPARE(store.row(9), row);
    }

    void idsBeyondTheStoreAreLeftOut()
    {
        ColumnStore store;
        NotificationRow row = sampleRow();
        for (const qint64 id : {qint64(0), qint64(-1), ColumnStore::kHighestId + 1}) {
            row.id = id;
            store.set(row);
        }
        row.id = ColumnStore::kHighestId;
        store.set(row);
        QVERIFY(!store.contains(0));
        QCOMPARE(store.row(quint32(ColumnStore::kHighestId)), row);
    }

    void membersThatLookAlikeWhenJoinedStayApart()
    {
        ColumnStore store;
        NotificationRow row;
        row.id = 1;
        row.projectId = QStringLiteral("a:b");
        row.appId = QStringLiteral("c");
        store.set(row);
        row.id = 2;
        row.projectId = QStringLiteral("a");
        row.appId = QStringLiteral("b:c");
        store.set(row);
        QCOMPARE(store.row(1).projectId, QStringLiteral("a:b"));
        QCOMPARE(store.row(2).projectId, QStringLiteral("a"));
    }

    void loadedRowsAreThoseOfTheFile()
    {
        StoryHistory history(400);
        const LoadedStore loaded(history.file.path());
        const auto rows = history.rows();
        QVERIFY(rows.size() > 1'000);
        for (const NotificationRow &row : rows)
            QCOMPARE(loaded.store.row(quint32(row.id)), row);
    }

    void arrivedRowsAreThoseOfTheFile()
    {
        StoryHistory history(50);
        LoadedStore loaded(history.file.path());
        const HistoryBatch batch = history.tell(300);
        for (const auto &list : {batch.added, batch.changed}) {
            for (const NotificationRow &row : list)
                QVERIFY(loaded.loader->add(row));
        }
        for (const NotificationRow &row : history.rows())
            QCOMPARE(loaded.store.row(quint32(row.id)), row);
    }

    void namesAreFoundAsTheReaderFindsThem_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("isOfContact");
        QTest::newRow("a name was given") << QStringLiteral("Anna L.") << true;
        QTest::newRow("none was given") << QString() << true;
        QTest::newRow("typed identities, a name was given") << QStringLiteral("Anna L.") << false;
        QTest::newRow("typed identities, no name") << QString() << false;
    }
    void namesAreFoundAsTheReaderFindsThem()
    {
        QFETCH(QString, given);
        QFETCH(bool, isOfContact);
        HistoryFixture history;
        const QList<ChannelIdentity> typed {HistoryFixture::address("SMS", "46701234567")};
        auto lookup = isOfContact ? history.lookup("01A", *ContactId::parse(QStringLiteral("contact-1")), typed)
                                  : history.lookup("01A", typed, typed);
        lookup.displayName = given;
        history.ask(lookup);
        auto other = history.lookup("01B", *ContactId::parse(QStringLiteral("contact-1")), typed);
        other.displayName = QStringLiteral("Anna Lindqvist");
        history.ask(other);
        history.record(NotificationJson {.requestId = QStringLiteral("01A"), .contactId = "contact-1"}.enveloped());
        history.record(NotificationJson {.channel = "RCS", .requestId = QStringLiteral("01A")}.enveloped());
        history.record(NotificationJson {.channel = "MMS", .requestId = QStringLiteral("01B"), .contactId = "contact-2"}
                           .enveloped());
        history.record(
            NotificationJson {.requestId = QStringLiteral("01NOBODY"), .contactId = "contact-1"}.enveloped());
        const LoadedStore loaded(history.file.path());
        QCOMPARE(history.rows().size(), 4);
        for (const NotificationRow &row : history.rows())
            QCOMPARE(loaded.store.row(quint32(row.id)), row);
    }

    void aMadeUpNotificationIsWhatTheDecoderReads()
    {
        HistoryStory story(3, 1'000);
        for (int i = 0; i < 200; ++i) {
            for (const StoryCallback &callback : story.next().callbacks) {
                const auto decoded = decodeCallback(callback.body.bytes());
                QVERIFY(std::holds_alternative<CapabilityNotification>(decoded));
                QCOMPARE(std::get<CapabilityNotification>(decoded), callback.notification);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestColumnStore)
#include "tst_column_store.moc"

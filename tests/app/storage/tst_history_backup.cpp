// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_fixture.h"
#include "storage/history_backup.h"
#include "storage/history_store.h"
#include "support/result_macros.h"

#include <QDir>
#include <QFile>

using namespace console;

namespace {

int rowsIn(const QString &path)
{
    const auto reader = HistoryReader::open(path);
    return reader ? int((*reader)->rowsAfter(0, 10'000)->size()) : -1;
}

} // namespace

class TestHistoryBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_history = std::make_unique<HistoryFixture>();
        tell(300);
    }
    void cleanup() { m_history.reset(); }

    void aBackupIsOneWholeFile()
    {
        VERIFY_OK(backUpHistory(m_history->file.path(), copy()));
        QCOMPARE(rowsIn(copy()), 300);
        QCOMPARE(QFile(copy()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto files = QDir(QFileInfo(copy()).path()).entryList({QStringLiteral("backup*")}, QDir::Files);
        QCOMPARE(files, QStringList {QStringLiteral("backup.sqlite")});
    }

    void aBackupIsOfOneMomentWhileOthersWrite()
    {
        bool hasBegun = false;
        int steps = 0;
        VERIFY_OK(backUpHistory(m_history->file.path(), copy(), [&](int, int) {
            if (!std::exchange(hasBegun, true))
                tell(200);
            return ++steps < 1000; // it does not begin anew with each commit
        }));
        QCOMPARE(rowsIn(copy()), 300);
        QCOMPARE(rowsIn(m_history->file.path()), 500);
    }

    void aCancelledBackupLeavesTheOneBefore()
    {
        VERIFY_OK(backUpHistory(m_history->file.path(), copy()));
        tell(10);
        COMPARE_ERROR(backUpHistory(m_history->file.path(), copy(), [](int, int) { return false; }),
                      Error::Kind::Cancelled);
        QCOMPARE(rowsIn(copy()), 300);
        QVERIFY(!QFileInfo::exists(copy() + QStringLiteral(".part")));
    }

    void theHistoryItselfIsNoPlaceForABackup()
    {
        COMPARE_ERROR(backUpHistory(m_history->file.path(), m_history->file.path()), Error::Kind::Storage);
        QCOMPARE(rowsIn(m_history->file.path()), 300);
    }

    void aRestoredBackupSetsThePresentOneAside()
    {
        VERIFY_OK(backUpHistory(m_history->file.path(), copy()));
        tell(5);
        m_history->writer.reset();
        const auto aside = restoreHistory(copy(), m_history->file.path(), m_history->clock.now());
        VERIFY_OK(aside);
        QVERIFY(aside->has_value());
        QCOMPARE(rowsIn(m_history->file.path()), 300);
        QCOMPARE(rowsIn(**aside), 305);
        QCOMPARE(rowsIn(copy()), 300);
        VERIFY_OK(HistoryStore::open(m_history->file.path(), m_history->clock));
    }

    void whatIsNoSoundHistoryIsNotRestored_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a text") << QByteArray("hello");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a damaged history") << QByteArray("damaged");
    }
    void whatIsNoSoundHistoryIsNotRestored()
    {
        QFETCH(QByteArray, bytes);
        m_history->writer.reset();
        if (bytes == "damaged") {
            VERIFY_OK(backUpHistory(m_history->file.path(), copy()));
            QFile file(copy());
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(3 * 8192);
            file.write(QByteArray(40'000, 'x'));
        } else {
            QFile file(copy());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        }
        QVERIFY(!restoreHistory(copy(), m_history->file.path(), m_history->clock.now()));
        QCOMPARE(rowsIn(m_history->file.path()), 300);
    }

    void aHistoryInUseIsNotReplaced()
    {
        VERIFY_OK(backUpHistory(m_history->file.path(), copy()));
        m_history->writer.reset();
        const auto store = HistoryStore::open(m_history->file.path(), m_history->clock);
        VERIFY_OK(store);
        COMPARE_ERROR(restoreHistory(copy(), m_history->file.path(), m_history->clock.now()), Error::Kind::Busy);
    }

    void compactingGivesRoomBackAndForgetsUnusedTexts()
    {
        m_history->ask(m_history->smsLookup("01KEPT"));
        const qint64 before = m_history->file.value("PRAGMA page_count").toLongLong();
        Removal removal;
        for (qint64 id = 1; id < 300; ++id)
            removal.rows.append(id);
        VERIFY_OK(settled(m_history->writer->removeAll(removal)));
        VERIFY_OK(settled(m_history->writer->compact()));
        QVERIFY(m_history->file.value("PRAGMA page_count").toLongLong() < before);
        QCOMPARE(m_history->file.value("PRAGMA freelist_count").toInt(), 0);
        QCOMPARE(m_history->file.value("SELECT count(*) FROM contact").toInt(), 1); // of the row that is left
        QVERIFY(m_history->batches.last().hasRemovedTexts);
        tell(1);
        QCOMPARE(m_history->rows().size(), 2);
        QCOMPARE(m_history->rows().last().status.raw, QStringLiteral("CAPABILITY_FULL"));
    }

private:
    QString copy() const { return m_history->file.path("backup.sqlite"); }
    void tell(int rows)
    {
        QFuture<Result<Recorded>> last;
        for (int i = 0; i < rows; ++i) {
            const QByteArray number = QByteArray::number(++m_told);
            const QByteArray identity = "4670000" + number, contact = "01CONTACT" + number;
            last = m_history->order(
                NotificationJson {.identity = identity.constData(), .contactId = contact.constData()}.enveloped(),
                m_history->freshNonce());
        }
        settled(last);
    }

    std::unique_ptr<HistoryFixture> m_history;
    int m_told = 0;
};

QTEST_GUILESS_MAIN(TestHistoryBackup)
#include "tst_history_backup.moc"

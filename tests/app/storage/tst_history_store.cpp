// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_reader.h"
#include "storage/history_store.h"
#include "support/fake_clock.h"
#include "support/result_macros.h"
#include "support/settled.h"
#include "support/temp_database.h"

#include <QFile>

#include <thread>

using namespace console;

class TestHistoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHistoryThatIsMadeAnewIsToldOfOnce()
    {
        QTemporaryDir folder;
        FakeClock clock;
        const QString path = folder.filePath(QStringLiteral("h.sqlite"));
        auto store = *HistoryStore::open(path, clock);
        QList<bool> lost;
        connect(&store->writer(), &HistoryWriter::committed, this,
                [&lost](const HistoryBatch &batch) { lost.append(batch.hasLostRows); });
        const auto count
            = [&store] { return settled(store->writer().countRejected(RejectionCause::SignatureWrong, 1)); };
        VERIFY_OK(count());
        QVERIFY(QFile::remove(path));
        QVERIFY(!count()); // where nobody will find it
        VERIFY_OK(count());
        VERIFY_OK(count());
        QTRY_COMPARE(lost, QList<bool>({false, true, false}));
    }

    void init() { m_file = std::make_unique<TempDatabase>(); }

    void aNewHistoryIsForItsOwnerOnly()
    {
        const QString path = m_file->path("deep/er/history.sqlite");
        const auto store = HistoryStore::open(path, m_clock);
        VERIFY_OK(store);
        VERIFY_OK(settled((*store)->writer().countRejected(RejectionCause::SignatureWrong, 1)));
        for (const char *name : {"", "-wal", "-shm", ".lock"})
            QCOMPARE(ownerBits(path + QLatin1String(name)), QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(ownerBits(m_file->path("deep/er")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void anExistingFileKeepsItsContents()
    {
        const auto id = *WebhookId::parse(QStringLiteral("w-1"));
        {
            const auto store = HistoryStore::open(m_file->path(), m_clock);
            VERIFY_OK(settled((*store)->writer().rememberWebhook({id, {}, {}, {}, {}})));
        }
        const auto store = HistoryStore::open(m_file->path(), m_clock);
        VERIFY_OK(store);
        QCOMPARE((*HistoryReader::open(m_file->path()))->ownWebhooks()->size(), 1);
    }

    void theFileIsMadeAsItShouldBe()
    {
        {
            VERIFY_OK(HistoryStore::open(m_file->path(), m_clock));
        }
        QCOMPARE(m_file->value("PRAGMA page_size").toInt(), 8192);
        QCOMPARE(m_file->value("PRAGMA journal_mode").toString(), QStringLiteral("wal"));
        QCOMPARE(m_file->value("PRAGMA synchronous").toInt(), 2); // FULL
        QCOMPARE(m_file->value("PRAGMA foreign_keys").toInt(), 1);
        QCOMPARE(m_file->value("PRAGMA integrity_check").toString(), QStringLiteral("ok"));
    }

    void aSecondOneIsToldWhoHoldsTheFile()
    {
        const auto store = HistoryStore::open(m_file->path(), m_clock);
        const auto second = HistoryStore::open(m_file->path(), m_clock);
        COMPARE_ERROR(second, Error::Kind::Busy);
        QVERIFY(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
        VERIFY_OK(HistoryReader::open(m_file->path()));
    }

    void anotherNameOfTheSameFileIsTheSameFile()
    {
        const auto store = HistoryStore::open(m_file->path(), m_clock);
        const QString link = m_file->path("link.sqlite");
        QVERIFY(QFile::link(m_file->path(), link));
        COMPARE_ERROR(HistoryStore::open(link, m_clock), Error::Kind::Busy);
    }

    void aFolderThatCannotBeMadeIsAStorageError()
    {
        QVERIFY(QFile(m_file->path("file")).open(QIODevice::WriteOnly));
        COMPARE_ERROR(HistoryStore::open(m_file->path("file/history.sqlite"), m_clock), Error::Kind::Storage);
    }

    void closingCommitsAllThatWasOrdered()
    {
        for (int round = 0; round < 20; ++round) { // whether orders are still queued is up to the scheduler
            QList<QFuture<Result<>>> orders;
            {
                const auto store = HistoryStore::open(m_file->path(), m_clock);
                for (int i = 0; i < 200; ++i)
                    orders += (*store)->writer().countRejected(RejectionCause::SignatureWrong, 1);
            }
            for (const auto &order : orders) {
                QVERIFY(order.isFinished() && !order.isCanceled());
                VERIFY_OK(order.result());
            }
            QCOMPARE((*HistoryReader::open(m_file->path()))->counts()->rejectedTotal(), 200 * (round + 1));
        }
    }

    void manyThreadsMayOrderAtOnce()
    {
        const auto opened = HistoryStore::open(m_file->path(), m_clock);
        HistoryWriter &writer = (*opened)->writer();
        std::array<QList<QFuture<Result<>>>, 8> orders;
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 200; ++i) {
                    auto stored = writer.countRejected(RejectionCause::SignatureWrong, 1);
                    if (i % 20 == 0)
                        stored.waitForFinished();
                    orders[size_t(t)] += stored;
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        for (const auto &list : orders) {
            for (const auto &order : list)
                VERIFY_OK(settled(order));
        }
        QCOMPARE((*HistoryReader::open(m_file->path()))->counts()->rejectedTotal(), 1600);
        QCOMPARE(writer.queued(), 0);
    }

private:
    static QFile::Permissions ownerBits(const QString &path)
    {
        return QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
    }

    std::unique_ptr<TempDatabase> m_file;
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_history_store.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_receiver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace console;

namespace {

void mayGrow(pid_t pid, rlim_t bytes)
{
    rlimit bounds = {};
    ::prlimit(pid, RLIMIT_FSIZE, nullptr, &bounds);
    bounds.rlim_cur = bytes;
    ::prlimit(pid, RLIMIT_FSIZE, &bounds, nullptr);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace

/// The real receiver, whose disk fails while it runs.
class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_receiver = std::make_unique<FaultyReceiver>(); }
    void cleanup() { m_receiver.reset(); }

    void answers503UntilTheDiskWorksAgain_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("the disk is full") << QByteArray("ENOSPC");
        QTest::newRow("the file system became read-only") << QByteArray("EROFS");
        QTest::newRow("the disk does not write") << QByteArray("EIO");
        QTest::newRow("the disk does not sync") << QByteArray("EIO-SYNC");
        QTest::newRow("files may not grow any more") << QByteArray();
    }
    void answers503UntilTheDiskWorksAgain()
    {
        QFETCH(QByteArray, fault);
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        if (fault.isEmpty())
            mayGrow(m_receiver->program().pid(), 16 * 1024);
        else
            m_receiver->setFault(fault);
        const auto refused = FaultyReceiver::newCallback();
        for (int i = 0; i < 100; ++i)
            QCOMPARE(m_receiver->post(i == 0 ? refused : FaultyReceiver::newCallback()), 503);
        QVERIFY(m_receiver->lastAnswer().contains("Retry-After: 5\r\n"));
        QVERIFY(m_receiver->errors().contains("cannot be stored"));
        QVERIFY(m_receiver->errors().count('\n') < 20); // one failure is said once
        if (fault.isEmpty())
            mayGrow(m_receiver->program().pid(), RLIM_INFINITY);
        else
            m_receiver->clearFault();
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->post(refused), 200, 2000);
        QCOMPARE(m_receiver->post(), 200);
        QCOMPARE(m_receiver->stop(), 0);
        const auto stored = m_receiver->stored();
        QVERIFY(stored.contains(m_receiver->claimed()));
        if (fault != "EIO-SYNC") // what was written but not synced may be found when the file is opened anew
            QCOMPARE(stored, m_receiver->claimed());
    }

    void answers503InTimeWhileAnotherProgramLocksTheFile()
    {
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        {
            auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(m_receiver->database());
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec(QStringLiteral("BEGIN IMMEDIATE")));
            QElapsedTimer waited;
            waited.start();
            const auto refused = FaultyReceiver::newCallback();
            while (waited.elapsed() < 10'000) {
                QElapsedTimer answered;
                answered.start();
                QCOMPARE(m_receiver->post(refused), 503);
                QVERIFY2(answered.elapsed() < 4000, "webhooks are not waited for longer than five seconds");
            }
            QVERIFY(m_receiver->errors().contains("cannot be stored"));
            QVERIFY(query.exec(QStringLiteral("ROLLBACK")));
            QCOMPARE(m_receiver->post(refused), 200);
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        endsWithWhatItClaimed();
    }

    void aFileThatWasDeletedIsNoticedAndMadeAnew_data()
    {
        QTest::addColumn<QStringList>("endings");
        QTest::newRow("only the database") << QStringList {QString()};
        QTest::newRow("only the log") << QStringList {QStringLiteral("-wal")};
        QTest::newRow("all of its files") << QStringList {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};
    }
    void aFileThatWasDeletedIsNoticedAndMadeAnew()
    {
        QFETCH(QStringList, endings);
        QVERIFY(m_receiver->start());
        const auto before = FaultyReceiver::newCallback();
        QCOMPARE(m_receiver->post(before), 200);
        for (const QString &ending : endings)
            QVERIFY(QFile::remove(m_receiver->database() + ending));
        const auto next = FaultyReceiver::newCallback();
        QCOMPARE(m_receiver->post(next), 503); // it went into a file that is no more
        QVERIFY(m_receiver->errors().contains("deleted"));
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->post(next), 200, 2000);
        QCOMPARE(m_receiver->post(), 200);
        QCOMPARE(m_receiver->stop(), 0);
        auto expected = m_receiver->claimed();
        if (endings.contains(QString()))
            expected.remove(before.requestId); // that one went with its file
        QCOMPARE(m_receiver->stored(), expected);
    }

    void aFolderThatIsGoneAnswers503UntilItIsBack()
    {
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        const QString elsewhere = m_receiver->folder() + QStringLiteral(".away");
        QVERIFY(QDir().rename(m_receiver->folder(), elsewhere));
        QCOMPARE(m_receiver->post(), 503);
        QCOMPARE(m_receiver->post(), 503);
        QVERIFY(QDir().rename(elsewhere, m_receiver->folder()));
        QTRY_COMPARE_WITH_TIMEOUT(m_receiver->post(), 200, 2000);
        QCOMPARE(m_receiver->stop(), 0);
        QVERIFY(m_receiver->stored().contains(
            m_receiver->claimed())); // one that was refused went with the folder, and came back
    }

    void aDamagedFileIsRefusedAndLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no database at all") << QByteArray(20'000, 'x');
        QTest::newRow("a text of somebody's") << QByteArray("Dear diary,\n");
    }
    void aDamagedFileIsRefusedAndLeftAsItIs()
    {
        QFETCH(QByteArray, bytes);
        overwrite(m_receiver->database(), bytes);
        QVERIFY(!m_receiver->start());
        QCOMPARE(m_receiver->program().wait(), 6);
        QVERIFY(m_receiver->errors().contains("not a database"));
        QCOMPARE(contentOf(m_receiver->database()), bytes);
    }

    void aDamagedHistoryIsSetAsideOnlyWhenTold_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("isNoticedAtOnce");
        QTest::newRow("the first sector is empty") << 0 << true;
        QTest::newRow("damage in the schema") << 100 << true;
        QTest::newRow("damage in a table") << 3 * 8192 << false;
    }
    void aDamagedHistoryIsSetAsideOnlyWhenTold()
    {
        QFETCH(int, at);
        QFETCH(bool, isNoticedAtOnce);
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        QCOMPARE(m_receiver->stop(), 0);
        const QByteArray sound = contentOf(m_receiver->database());
        QByteArray bytes = sound;
        bytes.replace(at, 7000, QByteArray(7000, at == 0 ? '\0' : '\xee'));
        overwrite(m_receiver->database(), bytes);
        if (isNoticedAtOnce) {
            QVERIFY(!m_receiver->start());
            QCOMPARE(m_receiver->program().wait(), 6);
            QVERIFY(m_receiver->errors().contains(QFile::encodeName(m_receiver->database())));
            QCOMPARE(contentOf(m_receiver->database()), bytes);
        }
        QVERIFY(m_receiver->start({QStringLiteral("--set-damaged-aside")}));
        QVERIFY(m_receiver->errors().contains("is damaged: it is kept as"));
        const auto kept = QDir(m_receiver->folder()).entryInfoList({QStringLiteral("history.sqlite.corrupt-*")});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(contentOf(kept.first().filePath()), bytes);
        const auto next = FaultyReceiver::newCallback();
        QCOMPARE(m_receiver->post(next), 200);
        QCOMPARE(m_receiver->stop(), 0);
        QCOMPARE(m_receiver->stored(), QSet {next.requestId});
    }

    void whatIsSoundOrAnotherProgramsIsNeverSetAside()
    {
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        QCOMPARE(m_receiver->stop(), 0);
        QVERIFY(m_receiver->start({QStringLiteral("--set-damaged-aside")}));
        endsWithWhatItClaimed();
        QVERIFY(QFile::remove(m_receiver->database()));
        {
            auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(m_receiver->database());
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec(QStringLiteral("CREATE TABLE recipes(name TEXT)")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("other"));
        const QByteArray bytes = contentOf(m_receiver->database());
        QVERIFY(!m_receiver->start({QStringLiteral("--set-damaged-aside")}));
        QCOMPARE(m_receiver->program().wait(), 6);
        QCOMPARE(contentOf(m_receiver->database()), bytes);
    }

    void startsOnlyWhenItCanWrite()
    {
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        QCOMPARE(m_receiver->stop(), 0);
        m_receiver->setFault("EROFS");
        QVERIFY(!m_receiver->start());
        QCOMPARE(m_receiver->program().wait(), 6);
        QVERIFY(!m_receiver->errors().isEmpty());
        m_receiver->clearFault();
        QVERIFY(m_receiver->start());
        QCOMPARE(m_receiver->post(), 200);
        endsWithWhatItClaimed();
    }

    void aSlowDiskIsSharedByAllThatWait_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("each");
        QTest::addColumn<int>("most"); // milliseconds; one sync after the other takes longer
        QTest::newRow("a fifth of a second a sync") << QByteArray("SLOW-SYNC") << 1 << 2000;
        QTest::newRow("five milliseconds a sync") << QByteArray("SLOWISH-SYNC") << 50 << 4500;
    }
    void aSlowDiskIsSharedByAllThatWait()
    {
        QFETCH(QByteArray, fault);
        QFETCH(int, each);
        QFETCH(int, most);
        QVERIFY(m_receiver->start());
        m_receiver->setFault(fault);
        QElapsedTimer elapsed;
        elapsed.start();
        std::vector<std::thread> clients;
        std::array<int, 20> refused {};
        std::vector<FaultyReceiver::Callback> callbacks;
        for (size_t i = 0; i < refused.size() * size_t(each); ++i)
            callbacks.push_back(FaultyReceiver::newCallback());
        for (size_t client = 0; client < refused.size(); ++client) {
            clients.emplace_back([&, client] {
                for (size_t i = client; i < callbacks.size(); i += refused.size())
                    refused[client] += m_receiver->statusOf(callbacks[i]) == 200 ? 0 : 1;
            });
        }
        for (auto &client : clients)
            client.join();
        QVERIFY(std::all_of(refused.begin(), refused.end(), [](int count) { return count == 0; }));
        QVERIFY2(elapsed.elapsed() < most, qPrintable(QString::number(elapsed.elapsed())));
        m_receiver->clearFault();
        QCOMPARE(m_receiver->stop(), 0);
        QCOMPARE(m_receiver->stored().size(), qsizetype(callbacks.size()));
    }

private:
    void endsWithWhatItClaimed()
    {
        QCOMPARE(m_receiver->stop(), 0);
        QCOMPARE(m_receiver->stored(), m_receiver->claimed());
    }

    std::unique_ptr<FaultyReceiver> m_receiver;
};

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_store_faults.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database_lock.h"
#include "support/result_macros.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace console;

class TestDatabaseLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("history.sqlite"));
    }

    void theFirstOneGetsIt() { VERIFY_OK(DatabaseLock::acquire(m_path)); }

    void aSecondHolderIsToldWhoHasIt()
    {
        const auto held = DatabaseLock::acquire(m_path);
        VERIFY_OK(held);
        const auto second = DatabaseLock::acquire(m_path);
        COMPARE_ERROR(second, Error::Kind::Busy);
        const QString pid = QString::number(QCoreApplication::applicationPid());
        QVERIFY2(second.error().detail.contains(pid), qPrintable(second.error().detail));
        QVERIFY(second.error().detail.contains(m_path));
    }

    void itIsFreeOnceTheHolderLetsGo()
    {
        {
            const auto held = DatabaseLock::acquire(m_path);
        }
        VERIFY_OK(DatabaseLock::acquire(m_path));
    }

    void aLockFileThatWasDeletedKeepsNobodyOut()
    {
        const auto held = DatabaseLock::acquire(m_path);
        QVERIFY((*held)->isIntact());
        QVERIFY(QFile::remove(m_path + QStringLiteral(".lock")));
        QVERIFY(!(*held)->isIntact());
        const auto second = DatabaseLock::acquire(m_path);
        VERIFY_OK(second);
        QVERIFY((*second)->isIntact());
        QVERIFY(!(*held)->isIntact());
    }

    void twoFilesHaveTwoLocks()
    {
        const auto held = DatabaseLock::acquire(m_path);
        VERIFY_OK(DatabaseLock::acquire(m_path + QStringLiteral("2")));
    }

    void anotherProcessIsNamedWithItsPid()
    {
        QProcess holder;
        QVERIFY(startHolder(holder));
        const auto second = DatabaseLock::acquire(m_path);
        COMPARE_ERROR(second, Error::Kind::Busy);
        QVERIFY2(second.error().detail.contains(QString::number(holder.processId())),
                 qPrintable(second.error().detail));
        QVERIFY2(second.error().detail.contains(QStringLiteral("tst_database")), qPrintable(second.error().detail));
        holder.kill();
        QVERIFY(holder.waitForFinished());
    }

    void killingTheHolderFreesIt()
    {
        QProcess holder;
        QVERIFY(startHolder(holder));
        holder.kill(); // SIGKILL: nothing of it can tidy up
        QVERIFY(holder.waitForFinished());
        QCOMPARE(holder.exitStatus(), QProcess::CrashExit);
        VERIFY_OK(DatabaseLock::acquire(m_path));
    }

    void aHolderWithoutAPidIsStillAHolder()
    {
        const auto held = DatabaseLock::acquire(m_path);
        QFile file(m_path + QStringLiteral(".lock"));
        QVERIFY(file.resize(0));
        const auto second = DatabaseLock::acquire(m_path);
        COMPARE_ERROR(second, Error::Kind::Busy);
        QVERIFY2(second.error().detail.endsWith(QStringLiteral("another process")), qPrintable(second.error().detail));
    }

    void theLockFileIsForItsOwnerOnly()
    {
        const auto held = DatabaseLock::acquire(m_path);
        QCOMPARE(QFile::permissions(m_path + QStringLiteral(".lock")) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void aFolderThatDoesNotExistIsAStorageError()
    {
        COMPARE_ERROR(DatabaseLock::acquire(m_folder->filePath(QStringLiteral("no/such/file"))), Error::Kind::Storage);
    }

private:
    /// This very program, as another process that holds the lock until it is killed.
    bool startHolder(QProcess &holder) const
    {
        holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold"), m_path});
        return holder.waitForReadyRead() && holder.readAll() == "held\n";
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--hold")) {
        const auto held = DatabaseLock::acquire(arguments.value(2));
        std::puts(held ? "held" : "not held");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    TestDatabaseLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database_lock.moc"

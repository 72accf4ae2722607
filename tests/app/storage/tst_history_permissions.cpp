// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_reader.h"
#include "storage/history_store.h"
#include "support/fake_clock.h"
#include "support/result_macros.h"
#include "support/settled.h"
#include "support/temp_database.h"
#include "support/unprivileged.h"

#include <QFileInfo>

using namespace console;

/// A history in a folder of somebody whom permissions hold back.
class TestHistoryPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!canDropRights())
            QSKIP("root may not become anybody else here, and permissions do not hold root back");
    }
    void init()
    {
        m_file = std::make_unique<TempDatabase>();
        giveAway(folder());
    }
    void cleanup()
    {
        setMode(folder(), 0700);
        m_file.reset();
    }

    void aFolderWithoutWritePermissionIsAStorageError()
    {
        const WithoutRights rights;
        setMode(folder(), 0500);
        const auto store = HistoryStore::open(m_file->path(), m_clock);
        COMPARE_ERROR(store, Error::Kind::Storage);
        QVERIFY(store.error().detail.contains(m_file->path()));
        QVERIFY(!QFile::exists(m_file->path()));
    }

    void aFileWithoutWritePermissionIsAStorageError()
    {
        const WithoutRights rights;
        m_file->migrate();
        setMode(m_file->path(), 0400);
        const auto store = HistoryStore::open(m_file->path(), m_clock);
        COMPARE_ERROR(store, Error::Kind::Storage);
        QVERIFY(store.error().detail.contains(QLatin1String("may not be written")));
        VERIFY_OK(HistoryReader::open(m_file->path()));
    }

    void ordersFailUntilThePermissionComesBack()
    {
        const WithoutRights rights;
        const auto store = HistoryStore::open(m_file->path(), m_clock);
        VERIFY_OK(store);
        VERIFY_OK(count(**store));
        for (const char *ending : {"", "-wal", "-shm"})
            QFile::remove(m_file->path() + QLatin1String(ending));
        setMode(folder(), 0500);
        COMPARE_ERROR(count(**store), Error::Kind::Storage);
        const auto refused = count(**store);
        COMPARE_ERROR(refused, Error::Kind::Storage);
        QVERIFY(!QFile::exists(m_file->path()));
        setMode(folder(), 0700);
        QTRY_VERIFY(count(**store).has_value());
        QVERIFY(QFile::exists(m_file->path()));
    }

    void aHistoryIsReadWhereNobodyMayWrite()
    {
        const WithoutRights rights;
        {
            const auto store = HistoryStore::open(m_file->path("odd %41?#name"), m_clock);
            VERIFY_OK(settled(
                (*store)->writer().rememberWebhook({*WebhookId::parse(QStringLiteral("w-1")), {}, {}, {}, {}})));
        }
        setMode(folder(), 0500);
        const auto reader = HistoryReader::open(m_file->path("odd %41?#name"));
        VERIFY_OK(reader);
        QCOMPARE((*reader)->ownWebhooks()->size(), 1);
        QVERIFY(!QFile::exists(m_file->path("odd %41?#name-shm")));
    }

    void whatMayNotBeReadTellsSo()
    {
        const WithoutRights rights;
        m_file->migrate();
        setMode(m_file->path(), 0200);
        const auto reader = HistoryReader::open(m_file->path());
        COMPARE_ERROR(reader, Error::Kind::Storage);
        QVERIFY(reader.error().detail.contains(QLatin1String("may not be read")));
    }

private:
    QString folder() const { return QFileInfo(m_file->path()).absolutePath(); }
    static Result<> count(HistoryStore &store)
    {
        return settled(store.writer().countRejected(RejectionCause::SignatureWrong, 1));
    }

    std::unique_ptr<TempDatabase> m_file;
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestHistoryPermissions)
#include "tst_history_permissions.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_store.h"

#include "core/run_on.h"
#include "storage/checkpointer.h"
#include "storage/database.h"
#include "storage/database_lock.h"
#include "storage/file_access.h"
#include "storage/schema_migrator.h"

#include <QDir>
#include <QFileInfo>

namespace console {

namespace {

/// The file holds personal data: it is made for its owner only, and so is a folder that we make for it.
Result<> prepareFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.dir().exists()) {
        if (!QDir().mkpath(info.absolutePath()))
            return failure(Error::Kind::Storage,
                           QStringLiteral("the folder %1 cannot be made").arg(info.absolutePath()));
        QFile::setPermissions(info.absolutePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    if (info.exists()) {
        if (const auto why = whyForbidden(path, FileUse::Writing)) // SQLite would open it all the same, to read only
            return failure(Error::Kind::Storage, QStringLiteral("%1 may not be written: %2").arg(path, *why));
        return {};
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner))
        return failure(Error::Kind::Storage, QStringLiteral("%1 cannot be made: %2").arg(path, file.errorString()));
    return {};
}

Result<> bringUpToDate(const QString &path)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly); // first look, change nothing
    if (!database)
        return failure(database.error());
    const auto migrator = SchemaMigrator::ofThisProgram();
    auto report = migrator.inspect((*database)->connection());
    if (report.outcome == SchemaMigrator::Outcome::Upgraded) {
        const auto writable = Database::open(path, Database::Mode::ReadWrite);
        if (!writable)
            return failure(writable.error());
        report = migrator.migrate((*writable)->connection());
    }
    if (report.mayWrite())
        return {};
    const bool isOurTrouble = report.outcome == SchemaMigrator::Outcome::Failed;
    return failure(isOurTrouble ? Error::Kind::Storage : Error::Kind::Config,
                   QStringLiteral("%1 cannot be used: %2").arg(path, report.detail));
}

} // namespace

HistoryStore::HistoryStore(QString path, std::unique_ptr<DatabaseLock> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
    m_thread.setObjectName(QStringLiteral("history-writer"));
    m_checkpointThread.setObjectName(QStringLiteral("checkpointer"));
}

HistoryStore::~HistoryStore()
{
    if (m_thread.isRunning()) { // quit() alone would drop orders that are queued: it goes behind them and their commit
        QMetaObject::invokeMethod(
            m_writer,
            [this] {
                QMetaObject::invokeMethod(
                    m_writer, [this] { m_thread.quit(); }, Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }
    m_thread.wait();
    m_checkpointThread.quit(); // after the writer, who may still ask it to let go
    m_checkpointThread.wait();
}

/// The path may name another file by now, or none: as at the start, but a folder that is gone is not made again. It may
/// be a disk that comes back.
Result<> HistoryStore::prepareReopening()
{
    if (m_checkpointThread.isRunning())
        runOn(m_checkpointer, [this] { m_checkpointer->letGo(); }).waitForFinished();
    const QFileInfo info(m_path);
    if (!info.dir().exists())
        return failure(Error::Kind::Storage, QStringLiteral("the folder %1 is gone").arg(info.absolutePath()));
    if (const auto prepared = prepareFile(m_path); !prepared)
        return prepared;
    if (!m_lock->isIntact()) {
        auto lock = DatabaseLock::acquire(info.canonicalFilePath());
        if (!lock)
            return failure(lock.error());
        m_lock = *std::move(lock);
    }
    return bringUpToDate(m_path);
}

Result<std::unique_ptr<HistoryStore>> HistoryStore::open(const QString &path, const Clock &clock)
{
    if (const auto prepared = prepareFile(path); !prepared)
        return failure(prepared.error());
    auto lock = DatabaseLock::acquire(QFileInfo(path).canonicalFilePath());
    if (!lock)
        return failure(lock.error());
    if (const auto ready = bringUpToDate(path); !ready)
        return failure(ready.error());

    std::unique_ptr<HistoryStore> store(new HistoryStore(path, *std::move(lock)));
    store->m_writer = new HistoryWriter(path, clock);
    store->m_writer->setReopening([raw = store.get()] { return raw->prepareReopening(); });
    store->m_writer->moveToThread(&store->m_thread);
    QObject::connect(&store->m_thread, &QThread::finished, store->m_writer, &QObject::deleteLater);
    store->m_thread.start();
    auto opened = runOn(store->m_writer, [writer = store->m_writer] { return writer->open(); });
    opened.waitForFinished();
    if (const auto result = opened.result(); !result)
        return failure(result.error());
    store->m_checkpointer = new Checkpointer(path);
    store->m_checkpointer->moveToThread(&store->m_checkpointThread);
    QObject::connect(&store->m_checkpointThread, &QThread::started, store->m_checkpointer, &Checkpointer::start);
    QObject::connect(&store->m_checkpointThread, &QThread::finished, store->m_checkpointer, &QObject::deleteLater);
    store->m_checkpointThread.start();
    return store;
}

} // namespace console

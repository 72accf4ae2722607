// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "storage/history_writer.h"

#include <QString>
#include <QThread>

#include <memory>

namespace console {

class Checkpointer;
class DatabaseLock;

/// A history opened for writing: holds the lock, brings the schema up, runs the writer thread.
/// Thread: made and destroyed in one thread, which is not the writer's. The destructor waits for the last commit.
class HistoryStore
{
public:
    /// Errors: Busy (another process writes it; the detail names the holder), Config (another program's file, or a
    /// newer program's: untouched), Storage.
    [[nodiscard]] static Result<std::unique_ptr<HistoryStore>> open(const QString &path, const Clock &clock);
    ~HistoryStore();

    HistoryWriter &writer() { return *m_writer; }
    const QString &path() const { return m_path; }

private:
    HistoryStore(QString path, std::unique_ptr<DatabaseLock> lock);
    Result<> prepareReopening(); ///< in the writer thread

    QString m_path;
    std::unique_ptr<DatabaseLock> m_lock; ///< touched in the writer thread as long as that runs
    QThread m_thread;
    HistoryWriter *m_writer = nullptr; ///< lives in m_thread, deleted there
    QThread m_checkpointThread;
    Checkpointer *m_checkpointer = nullptr; ///< lives in m_checkpointThread, deleted there
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

namespace console {

class Database;

/// Moves the write-ahead log into the database every 500 ms, through a connection of its own. Left to the writer,
/// SQLite's automatic checkpoint stalls single commits by 300 to 500 ms. PASSIVE: it never waits and nobody waits for it.
/// Thread: its own; the first call there is start().
class Checkpointer : public QObject
{
    Q_OBJECT

public:
    /// What the writer's own checkpoint waits for instead: 64 MiB of log, the safety net.
    static constexpr int kSafetyNetPages = 8192;

    explicit Checkpointer(QString databasePath);
    ~Checkpointer() override;

    void start();
    /// Closes its connection: the files may be other ones soon. It opens the next log that it finds.
    void letGo();

private:
    bool isReady();
    void checkpoint();

    QString m_path;
    std::unique_ptr<Database> m_database;
    QTimer m_timer;
};

} // namespace console

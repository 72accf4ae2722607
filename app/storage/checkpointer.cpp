// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/checkpointer.h"

#include "core/log.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QFileInfo>

namespace console {

Checkpointer::Checkpointer(QString databasePath)
    : m_path(std::move(databasePath))
    , m_timer(this)
{
    m_timer.setInterval(500);
    connect(&m_timer, &QTimer::timeout, this, &Checkpointer::checkpoint);
}

Checkpointer::~Checkpointer() = default;

void Checkpointer::start()
{
    isReady(); // now, while descriptors are to be had
    m_timer.start();
}

void Checkpointer::letGo()
{
    m_database.reset();
}

bool Checkpointer::isReady()
{
    if (m_database)
        return true;
    if (!QFileInfo::exists(m_path)) // opening would make it
        return false;
    auto database = Database::open(m_path, Database::Mode::ReadWrite);
    if (!database) { // the safety net of the writer is left
        qCDebug(lcStorage) << "no checkpoint:" << database.error().detail;
        return false;
    }
    m_database = *std::move(database);
    return true;
}

void Checkpointer::checkpoint()
{
    const bool hasWork = QFileInfo(m_path + QStringLiteral("-wal")).size() > 0;
    if (!hasWork || !isReady())
        return;
    try {
        Statement statement(m_database->connection(), "PRAGMA wal_checkpoint(PASSIVE)");
        statement.run().next();
        statement.finish();
    } catch (const SqlFailure &problem) {
        qCDebug(lcStorage) << "checkpoint:" << problem.detail;
    }
}

} // namespace console

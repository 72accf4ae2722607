// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/annotation_table.h"
#include "storage/database.h"
#include "storage/dictionary.h"
#include "storage/erasure_table.h"
#include "storage/file_identity.h"
#include "storage/kept_table.h"
#include "storage/lookup_table.h"
#include "storage/nonce_memory.h"
#include "storage/notification_table.h"
#include "storage/removal_table.h"
#include "storage/transaction.h"

namespace console {

/// The writer's connection with its prepared statements: as long as this lives, the file is open.
/// Thread: the writer's.
struct WriterTables
{
    /// How long another program's lock on the file is waited for. A webhook is not waited for longer than five seconds,
    /// and an order may come while the one before it waits.
    static constexpr std::chrono::milliseconds kPatience {2000};

    /// Errors: Storage, Busy, Config (no database).
    [[nodiscard]] static Result<std::unique_ptr<WriterTables>> open(const QString &path);

    /// A file that was made anew goes on from there: whoever saw the one before knows its notifications by their ids.
    /// \returns the highest id that was ever given.
    qint64 keepIdsAbove(qint64 id);
    /// What was written went into files that no path names any more? \returns the words about it, or nothing.
    QString whatHappenedToTheFile() const;
    /// Moves all of the log into the file. False when somebody still reads what stands in it. Throws SqlFailure.
    bool emptyLog();
    /// After its log was deleted: saves into the database what only we can still read.
    void rescueLog();

    std::unique_ptr<Database> database;
    QSqlDatabase connection;
    Dictionary dictionary;
    LookupTable lookups;
    NotificationTable notifications;
    KeptTable kept;
    NonceMemory nonces;
    AnnotationTable annotations;
    RemovalTable removals;
    ErasureTable erasures;
    Statement rememberWebhook, forgetWebhook;
    std::optional<Transaction> transaction;

private:
    WriterTables(QString databasePath, std::unique_ptr<Database> opened);

    QString m_path;
    std::optional<FileIdentity> m_file, m_log;
};

} // namespace console

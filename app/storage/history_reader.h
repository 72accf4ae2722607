// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/lookup.h"
#include "domain/notification_row.h"
#include "domain/receiver_gap.h"
#include "domain/rejected_callback.h"
#include "storage/file_identity.h"
#include "storage/history_writer.h"
#include "storage/raw_callback.h"

#include <QHash>

#include <memory>

namespace console {

class Database;

/// What a history holds in all.
struct HistoryCounts
{
    qint64 notifications = 0;
    qint64 lastId = 0; ///< of those that were counted; any above it came later
    qint64 otherEvents = 0;
    qint64 unreadable = 0;
    QHash<RejectionCause, qint64> rejected;
    qint64 rejectedTotal() const;
};

/// How many rows there are: tells whether some went of which nobody told.
struct HistoryExtent
{
    qint64 rows = 0;
    qint64 newerRows = 0; ///< than the id that was asked with
    qint64 highestId = 0;
    std::optional<FileIdentity> file;
};

/// Reads a history through a connection of its own. Belongs to the thread that opened it.
/// Errors of all functions: Storage, Busy.
class HistoryReader
{
public:
    /// Errors: also Config when the file is no history, or one of a newer program that this one cannot read.
    [[nodiscard]] static Result<std::unique_ptr<HistoryReader>> open(const QString &path);
    ~HistoryReader();

    /// Newest first; at most `limit`, older than `beforeId`.
    [[nodiscard]] Result<QList<NotificationRow>> newestRows(int limit, qint64 beforeId = INT64_MAX);
    /// Oldest first, in order of arrival, after `afterId`: for streaming a whole history in blocks.
    [[nodiscard]] Result<QList<NotificationRow>> rowsAfter(qint64 afterId, int limit);
    /// All rows of one lookup, in order of arrival.
    [[nodiscard]] Result<QList<NotificationRow>> rowsOf(const RequestId &requestId);
    /// Newest first: all that a project heard (and what names no project) about a contact, or about one address when the
    /// contact id is empty. Reads the whole narrow table.
    [[nodiscard]] Result<QList<NotificationRow>> rowsAbout(const QString &projectId, const QString &contactId,
                                                           const ChannelIdentity &address, int limit);
    [[nodiscard]] Result<std::optional<RawCallback>> raw(qint64 notificationId);

    /// Newest first, answers included.
    [[nodiscard]] Result<QList<Lookup>> recentLookups(int limit);
    /// Newest first: those of a contact, or those that ask about an address when the contact id is empty.
    [[nodiscard]] Result<QList<Lookup>> lookupsAbout(const QString &contactId, const ChannelIdentity &address,
                                                     int limit);
    [[nodiscard]] Result<std::optional<Lookup>> findLookup(const RequestId &requestId);

    /// Another file stands at the path by now.
    bool isOutdated() const;
    /// A few milliseconds a million rows, and much longer where they come from the disk.
    [[nodiscard]] Result<HistoryExtent> extent(qint64 sinceId);
    /// Reads the whole narrow table, in blocks: of ten million rows that takes seconds.
    /// Errors: also Cancelled, when it was between two of them.
    [[nodiscard]] Result<HistoryCounts> counts(const std::function<bool()> &isCancelled = {});
    /// The same without the notifications, which costs next to nothing.
    [[nodiscard]] Result<HistoryCounts> countsAside();
    [[nodiscard]] Result<QList<RejectedCallback>> rejected(int limit);
    [[nodiscard]] Result<QList<KeptCallback>> otherEvents(int limit);
    [[nodiscard]] Result<QList<KeptCallback>> unreadable(int limit);
    [[nodiscard]] Result<QList<OwnWebhook>> ownWebhooks();
    /// Newest first.
    [[nodiscard]] Result<QList<ReceiverGap>> gaps(int limit);

private:
    explicit HistoryReader(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace console

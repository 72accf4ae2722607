// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/body_values.h"
#include "storage/history_reader.h"

#include <QFuture>
#include <QThread>

namespace console {

/// Reads a history without keeping anybody waiting: each question is answered on a reader thread with its own
/// connection. Errors of all futures: Storage, Busy, Config (not a history). Answers come in the order of the questions,
/// but for counts() and extent(), which may take long and have a thread of their own.
/// Thread: the one that made it.
class HistoryAccess
{
public:
    explicit HistoryAccess(QString path);
    ~HistoryAccess();

    /// Newest first, older than `beforeId`.
    QFuture<Result<QList<NotificationRow>>> newestRows(int limit, qint64 beforeId = INT64_MAX);
    QFuture<Result<QList<NotificationRow>>> rowsOf(const RequestId &requestId);
    /// Newest first: what a project ever heard about a contact, or about one address when the contact id is empty.
    QFuture<Result<QList<NotificationRow>>> rowsAbout(const QString &projectId, const QString &contactId,
                                                      const ChannelIdentity &address, int limit);
    QFuture<Result<std::optional<RawCallback>>> raw(qint64 notificationId);
    /// Something of each body, read where the bodies are: only what is wanted of them comes back.
    QFuture<Result<BodyValues>> bodyValues(const QList<qint64> &notificationIds, const BodyReading &reading);
    QFuture<Result<QList<Lookup>>> recentLookups(int limit);
    /// Newest first: of a contact, or about one address when the contact id is empty.
    QFuture<Result<QList<Lookup>>> lookupsAbout(const QString &contactId, const ChannelIdentity &address, int limit);
    QFuture<Result<HistoryExtent>> extent(qint64 sinceId);
    QFuture<Result<HistoryCounts>> counts();
    QFuture<Result<HistoryCounts>> countsAside(); ///< without the notifications: at once
    QFuture<Result<QList<RejectedCallback>>> rejected(int limit);
    QFuture<Result<QList<KeptCallback>>> otherEvents(int limit);
    QFuture<Result<QList<KeptCallback>>> unreadable(int limit);
    QFuture<Result<QList<OwnWebhook>>> ownWebhooks();
    QFuture<Result<QList<ReceiverGap>>> gaps(int limit);

    const QString &path() const { return m_path; }
    /// The size of the file with its write-ahead log, in bytes.
    qint64 fileBytes() const;

private:
    class Worker;
    template <typename F>
    auto ask(F question);

    QString m_path;
    QThread m_thread, m_countThread;
    Worker *m_worker;  ///< lives and dies in m_thread
    Worker *m_counter; ///< likewise in m_countThread
};

} // namespace console

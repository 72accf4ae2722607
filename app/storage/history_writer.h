// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "domain/capability_notification.h"
#include "domain/lookup.h"
#include "domain/rejected_callback.h"
#include "domain/verified_body.h"
#include "storage/history_batch.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <memory>

namespace console {

enum class StoredAs;

/// Of a webhook that we made: kept before it is used, so that a crash leaves nothing behind that nobody removes.
struct OwnWebhook
{
    WebhookId id;
    QString projectId;
    QString appId;
    QString target;
    Timestamp createdAt;
};

/// The one writer of a history. Every order is a queued call into the writer thread; all that wait there become one
/// transaction (group commit), and each future finishes only after that commit.
///
/// Errors of all orders: Storage (nothing of the batch was kept), Busy (another process, or the queue is full).
/// Thread: orders may be given from any thread; the object lives in the writer thread.
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    static constexpr int kQueueLimit = 4096; ///< orders that wait; beyond it a callback is answered 503

    HistoryWriter(QString databasePath, const Clock &clock);
    ~HistoryWriter() override;

    /// Opens the file; the first call, in the writer thread. Errors: Storage, Busy.
    [[nodiscard]] Result<> open();

    QFuture<Result<>> insertLookup(const Lookup &lookup);
    QFuture<Result<>> markRegistered(const RequestId &requestId, Timestamp at, const std::optional<RequestId> &alias);
    QFuture<Result<>> markFailed(const RequestId &requestId, const LookupFailure &failure);

    /// Called with what became of one callback just before its future finishes: in the writer thread, or in the caller's
    /// when the queue is full. May be empty.
    using Heard = std::function<void(const Result<Recorded> &)>;

    /// One authentic callback: nonce, raw bytes and notification in one transaction.
    QFuture<Result<Recorded>> record(const VerifiedBody &body, const CapabilityNotification &notification, Heard heard = {});
    QFuture<Result<Recorded>> keepOtherEvent(const VerifiedBody &body, const QString &kind, Heard heard = {});
    QFuture<Result<Recorded>> keepUnreadable(const VerifiedBody &body, const QString &why, Heard heard = {});

    /// Counts refusals, and keeps one body in the quarantine when there is one.
    QFuture<Result<>> keepRejected(const RejectedCallback &rejected);
    QFuture<Result<>> countRejected(RejectionCause cause, int count);

    QFuture<Result<>> rememberWebhook(const OwnWebhook &webhook);
    QFuture<Result<>> forgetWebhook(const WebhookId &id);

    int queued() const { return m_queued; }

Q_SIGNALS:
    /// After each commit that changed something; from the writer thread.
    void committed(const console::HistoryBatch &batch);
    /// A commit failed: nothing of it is kept. Empty when a later one succeeded again.
    void storeFailed(const QString &detail);

private:
    struct Tables;
    template <typename Value, typename Job>
    QFuture<Result<Value>> enqueue(Job job, std::function<void(const Result<Value> &)> heard = {});
    template <typename Store>
    Recorded recordOnce(const VerifiedBody &body, Store store);
    Recorded repeatOf(StoredAs storedAs, qint64 row);
    void begin();
    void commit();
    void finishBatch(const std::optional<Error> &failure);

    QString m_path;
    const Clock &m_clock;
    std::unique_ptr<Tables> m_tables;
    std::atomic<int> m_queued { 0 };
    // Of the batch that is open; touched in the writer thread only.
    std::vector<std::function<void(const std::optional<Error> &)>> m_waiting;
    std::optional<Error> m_batchFailure;
    HistoryBatch m_batch;
    bool m_isBatchOpen = false;
    bool m_isFailing = false;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/mailbox.h"
#include "core/result.h"
#include "domain/capability_notification.h"
#include "domain/lookup.h"
#include "domain/receiver_gap.h"
#include "domain/rejected_callback.h"
#include "domain/verified_body.h"
#include "storage/history_batch.h"
#include "storage/removal.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace console {

enum class StoredAs;
struct ErasurePlan;
struct ImportedRow;
struct WriterTables;

/// Of a webhook that we made: kept before it is used, so that a crash leaves nothing behind that nobody removes.
struct OwnWebhook
{
    WebhookId id;
    QString projectId;
    QString appId;
    QString target;
    Timestamp createdAt;
};

/// The one writer of a history. All orders that wait when it turns to them become one transaction (group commit), and
/// each future finishes only after that commit.
///
/// Errors of all orders: Storage (nothing of the batch was kept), Busy (another process, or the queue is full).
/// Thread: orders may be given from any thread; the object lives in the writer thread.
class HistoryWriter : public QObject
{
    Q_OBJECT

public:
    static constexpr int kQueueLimit = 2048; ///< orders that wait, 4 KB each; beyond it a callback is answered 503

    HistoryWriter(QString databasePath, const Clock &clock);
    ~HistoryWriter() override;

    /// Opens the file; the first call, in the writer thread. Errors: Storage, Busy.
    [[nodiscard]] Result<> open();
    /// What has to be done before the file is opened again: after a commit failed, or when no path names it any more.
    /// Called in the writer thread, while the file is not open there. To be set before the first order.
    void setReopening(std::function<Result<>()> prepare);

    QFuture<Result<>> insertLookup(const Lookup &lookup);
    QFuture<Result<>> markRegistered(const RequestId &requestId, Timestamp at, const std::optional<RequestId> &alias);
    QFuture<Result<>> markFailed(const RequestId &requestId, const LookupFailure &failure);

    /// Called once with what became of a callback, after the commit: in the writer thread, or in the caller's when the
    /// queue is full.
    using Heard = std::function<void(const Result<Recorded> &)>;

    /// One authentic callback: nonce, raw bytes and notification in one transaction.
    void record(const VerifiedBody &body, const CapabilityNotification &notification, Heard heard);
    void keepOtherEvent(const VerifiedBody &body, const QString &kind, Heard heard);
    void keepUnreadable(const VerifiedBody &body, const QString &why, Heard heard);
    /// The same three, for who waits for a future.
    QFuture<Result<Recorded>> record(const VerifiedBody &body, const CapabilityNotification &notification);
    QFuture<Result<Recorded>> keepOtherEvent(const VerifiedBody &body, const QString &kind);
    QFuture<Result<Recorded>> keepUnreadable(const VerifiedBody &body, const QString &why);

    /// Counts refusals, and keeps one body in the quarantine when there is one.
    QFuture<Result<>> keepRejected(const RejectedCallback &rejected);
    QFuture<Result<>> countRejected(RejectionCause cause, int count);
    QFuture<Result<>> recordGap(const ReceiverGap &gap);

    /// Rows of another history, in the order in which they are given: no nonces, and nothing that arrives is compared
    /// with their bytes. \returns how many were stored.
    QFuture<Result<int>> importRows(const QList<ImportedRow> &rows);
    /// Pins, tags and notes of some rows. Those that are gone are left out.
    QFuture<Result<>> annotate(const QList<qint64> &ids, const AnnotationChange &change);
    /// Takes out what is beyond the limits of a history; what has a pin, a tag or a note by now stays. One order is one slice:
    /// callbacks that arrive meanwhile share its commit, so give a few hundred at a time. \returns the rows that went.
    QFuture<Result<int>> removeExpired(const Removal &slice);

    /// The same for what has to go in any case.
    QFuture<Result<int>> removeAll(const Removal &slice);
    /// Dictionaries, notes and the words of failures; after the plan's rows went.
    QFuture<Result<>> eraseTexts(const ErasurePlan &plan);

    /// Moves all of the log into the file and empties it. \returns false when somebody still reads what stands in the log.
    QFuture<Result<bool>> emptyLog();
    /// Writes the file anew without its gaps, without texts that nothing names any more. Orders wait meanwhile: about ten
    /// seconds for 1.3 GB. Errors: also Storage where the disk has no room for a second copy.
    QFuture<Result<>> compact();

    QFuture<Result<>> rememberWebhook(const OwnWebhook &webhook);
    QFuture<Result<>> forgetWebhook(const WebhookId &id);

    int queued() const { return m_queued; }

Q_SIGNALS:
    /// After each commit that changed something; from the writer thread.
    void committed(const console::HistoryBatch &batch);
    /// Commits fail, nothing of them is kept: said with the first one and every ten seconds. Empty once one succeeds again.
    void storeFailed(const QString &detail);

private:
    class Order;
    template <typename Value, typename Job, typename Done>
    class OrderOf;
    template <typename Value, typename Job, typename Done>
    void order(Job job, Done done);
    template <typename Value, typename Job>
    QFuture<Result<Value>> enqueue(Job job);
    void carryOut(std::vector<std::unique_ptr<Order>> &&orders);
    template <typename Store>
    Recorded recordOnce(const VerifiedBody &body, Store store);
    template <typename Value, typename Job>
    QFuture<Result<Value>> runAlone(Job job);
    QFuture<Result<int>> remove(const Removal &slice, bool isExpired);
    Recorded store(const VerifiedBody &body, const CapabilityNotification &notification);
    Recorded storeOtherEvent(const VerifiedBody &body, const QString &kind);
    Recorded storeUnreadable(const VerifiedBody &body, const QString &why);
    Recorded repeatOf(StoredAs storedAs, qint64 row);
    void begin();
    Result<> reopen();
    void commit(const std::vector<std::unique_ptr<Order>> &orders);
    void recover(bool isFileGone);
    void finishBatch(const std::optional<Error> &problem, const std::vector<std::unique_ptr<Order>> &orders);

    QString m_path;
    const Clock &m_clock;
    std::unique_ptr<WriterTables> m_tables;
    std::function<Result<>()> m_prepareReopening;
    QDeadlineTimer m_reopenPause; ///< from one opening to the next, when it fails again
    std::optional<Error> m_reopenFailure;
    bool m_isOpened = false; ///< once, by whoever made it
    std::atomic<int> m_queued {0};
    Mailbox<std::unique_ptr<Order>> m_orders;
    // Of the batch that is open; touched in the writer thread only.
    std::optional<Error> m_batchFailure;
    HistoryBatch m_batch;
    qint64 m_highestId = 0; ///< of the notifications that were told of
    bool m_isFailing = false;
    bool m_hasReopened = false; ///< since the last commit: perhaps another file
    QDeadlineTimer m_sayAgain;
};

} // namespace console

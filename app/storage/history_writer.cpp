// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_writer.h"

#include "core/log.h"
#include "storage/history_writer_queue.h"

namespace console {

namespace {
constexpr std::chrono::milliseconds kReopenPause {250};
constexpr std::chrono::seconds kSayAgain {10};
} // namespace

HistoryWriter::HistoryWriter(QString databasePath, const Clock &clock)
    : m_path(std::move(databasePath))
    , m_clock(clock)
    , m_orders(this, [this](std::vector<std::unique_ptr<Order>> &&orders) { carryOut(std::move(orders)); })
{ }

HistoryWriter::~HistoryWriter() = default;

void HistoryWriter::setReopening(std::function<Result<>()> prepare)
{
    m_prepareReopening = std::move(prepare);
}

Result<> HistoryWriter::open()
{
    m_isOpened = true;
    m_reopenPause.setRemainingTime(kReopenPause);
    auto tables = WriterTables::open(m_path);
    if (!tables)
        return failure(tables.error());
    try {
        m_highestId = (*tables)->keepIdsAbove(m_highestId);
    } catch (const SqlFailure &problem) {
        return failure(problem.toError());
    }
    m_tables = *std::move(tables);
    return {};
}

/// After a failure the file is opened anew: its cause may be over, and the path may name another file by now.
Result<> HistoryWriter::reopen()
{
    if (!m_isOpened)
        return failure(Error::Kind::Storage, QStringLiteral("the history is not open"));
    if (m_reopenFailure && !m_reopenPause.hasExpired())
        return failure(*m_reopenFailure);
    auto opened = m_prepareReopening ? m_prepareReopening() : Result<>();
    if (opened)
        opened = open();
    m_reopenPause.setRemainingTime(kReopenPause);
    m_reopenFailure = opened ? std::nullopt : std::optional(opened.error());
    m_hasReopened = m_hasReopened || opened;
    return opened;
}

void HistoryWriter::carryOut(std::vector<std::unique_ptr<Order>> &&orders)
{
    begin();
    for (const auto &order : orders) {
        if (m_batchFailure)
            break;
        try {
            order->run();
        } catch (const SqlFailure &problem) {
            m_batchFailure = problem.toError();
        }
    }
    commit(orders);
}

void HistoryWriter::begin()
{
    if (!m_tables) {
        if (const auto opened = reopen(); !opened) {
            m_batchFailure = opened.error();
            return;
        }
    }
    try {
        m_tables->transaction.emplace(m_tables->connection);
    } catch (const SqlFailure &problem) {
        m_batchFailure = problem.toError();
    }
}

void HistoryWriter::commit(const std::vector<std::unique_ptr<Order>> &orders)
{
    bool isFileGone = false;
    if (!m_batchFailure) {
        try {
            m_tables->nonces.purge(m_clock.now());
            m_tables->transaction->commit();
            const QString words = m_tables->whatHappenedToTheFile();
            isFileGone = !words.isEmpty();
            if (isFileGone) // committed, but where nobody will find it
                m_batchFailure = Error {Error::Kind::Storage, words};
        } catch (const SqlFailure &problem) {
            m_batchFailure = problem.toError();
        }
    }
    if (m_tables) {
        m_tables->transaction.reset();
        if (m_batchFailure)
            recover(isFileGone);
    }
    finishBatch(std::exchange(m_batchFailure, std::nullopt), orders);
}

void HistoryWriter::recover(bool isFileGone)
{
    m_tables->dictionary.forget();
    if (isFileGone)
        m_tables->rescueLog();
    const bool isOnlyBusy = m_batchFailure->kind == Error::Kind::Busy;
    if (isFileGone || (!isOnlyBusy && m_reopenPause.hasExpired()))
        m_tables.reset();
}

void HistoryWriter::finishBatch(const std::optional<Error> &problem, const std::vector<std::unique_ptr<Order>> &orders)
{
    auto batch = std::exchange(m_batch, {});
    if (!problem)
        batch.hasLostRows = std::exchange(m_hasReopened, false);
    m_queued -= int(orders.size());
    if (problem && (!m_isFailing || m_sayAgain.hasExpired())) { // not for each of hundreds a second
        m_sayAgain.setRemainingTime(kSayAgain);
        qCWarning(lcStorage).noquote() << "callbacks and lookups cannot be stored in" << m_path + QLatin1Char(':')
                                       << problem->detail;
        Q_EMIT storeFailed(problem->detail);
    } else if (!problem && m_isFailing) {
        qCWarning(lcStorage).noquote() << "callbacks and lookups are stored again in" << m_path;
        Q_EMIT storeFailed({});
    }
    m_isFailing = problem.has_value();
    for (const auto &order : orders)
        order->finish(problem);
    if (problem || batch.isEmpty())
        return;
    for (const NotificationRow &row : batch.added)
        m_highestId = std::max(m_highestId, row.id);
    Q_EMIT committed(batch);
}

QFuture<Result<>> HistoryWriter::insertLookup(const Lookup &lookup)
{
    return enqueue<void>([this, lookup] {
        m_tables->lookups.insert(lookup);
        m_batch.lookups.append(lookup.requestId);
    });
}

QFuture<Result<>> HistoryWriter::markRegistered(const RequestId &requestId, Timestamp at,
                                                const std::optional<RequestId> &alias)
{
    return enqueue<void>([this, requestId, at, alias] {
        m_tables->lookups.markRegistered(requestId, at);
        if (alias && *alias != requestId) {
            const auto moved = m_tables->lookups.addAlias(requestId, *alias);
            for (const qint64 id : moved)
                m_batch.changed.append(m_tables->notifications.load(id));
        }
        m_batch.lookups.append(requestId);
    });
}

QFuture<Result<>> HistoryWriter::markFailed(const RequestId &requestId, const LookupFailure &failure)
{
    return enqueue<void>([this, requestId, failure] {
        m_tables->lookups.markFailed(requestId, failure);
        m_batch.lookups.append(requestId);
    });
}

Recorded HistoryWriter::repeatOf(StoredAs storedAs, qint64 row)
{
    Recorded recorded {Recorded::Kind::Replay, std::nullopt};
    switch (storedAs) {
    case StoredAs::Notification:
        if (const auto repeated = m_tables->notifications.countRepeat(row); repeated.id != 0) { // else it was removed
            recorded.row = repeated;
            m_batch.changed.append(repeated);
        }
        break;
    case StoredAs::OtherEvent:
        m_tables->kept.countOtherRepeat(row);
        break;
    case StoredAs::Unreadable:
        m_tables->kept.countUnreadableRepeat(row);
        recorded.kind = Recorded::Kind::Unreadable; // answered as the first time
        break;
    }
    return recorded;
}

template <typename Store>
Recorded HistoryWriter::recordOnce(const VerifiedBody &body, Store store)
{
    const auto known = m_tables->nonces.find(body);
    if (!known)
        return store();
    if (!known->isSameBody)
        return {Recorded::Kind::NonceReused, std::nullopt};
    return repeatOf(known->kind, known->row);
}

Recorded HistoryWriter::store(const VerifiedBody &body, const CapabilityNotification &notification)
{
    return recordOnce(body, [&] {
        const auto [row, contradicted] = m_tables->notifications.record(body, notification);
        m_tables->nonces.remember(body, StoredAs::Notification, row.id);
        const bool isRetry = row.retries > 0;
        (isRetry ? m_batch.changed : m_batch.added).append(row);
        m_batch.changed += contradicted;
        const auto kind = isRetry              ? Recorded::Kind::Retry
            : row.outcome == Outcome::Conflict ? Recorded::Kind::Conflict
                                               : Recorded::Kind::New;
        return Recorded {kind, row};
    });
}

Recorded HistoryWriter::storeOtherEvent(const VerifiedBody &body, const QString &kind)
{
    return recordOnce(body, [&] {
        m_tables->nonces.remember(body, StoredAs::OtherEvent, m_tables->kept.insertOtherEvent(body, kind));
        ++m_batch.otherEvents;
        return Recorded {Recorded::Kind::OtherEvent, std::nullopt};
    });
}

Recorded HistoryWriter::storeUnreadable(const VerifiedBody &body, const QString &why)
{
    return recordOnce(body, [&] {
        m_tables->nonces.remember(body, StoredAs::Unreadable, m_tables->kept.insertUnreadable(body, why));
        ++m_batch.unreadable;
        return Recorded {Recorded::Kind::Unreadable, std::nullopt};
    });
}

void HistoryWriter::record(const VerifiedBody &body, const CapabilityNotification &notification, Heard heard)
{
    order<Recorded>([this, body, notification] { return store(body, notification); }, std::move(heard));
}

void HistoryWriter::keepOtherEvent(const VerifiedBody &body, const QString &kind, Heard heard)
{
    order<Recorded>([this, body, kind] { return storeOtherEvent(body, kind); }, std::move(heard));
}

void HistoryWriter::keepUnreadable(const VerifiedBody &body, const QString &why, Heard heard)
{
    order<Recorded>([this, body, why] { return storeUnreadable(body, why); }, std::move(heard));
}

QFuture<Result<Recorded>> HistoryWriter::record(const VerifiedBody &body, const CapabilityNotification &notification)
{
    return enqueue<Recorded>([this, body, notification] { return store(body, notification); });
}

QFuture<Result<Recorded>> HistoryWriter::keepOtherEvent(const VerifiedBody &body, const QString &kind)
{
    return enqueue<Recorded>([this, body, kind] { return storeOtherEvent(body, kind); });
}

QFuture<Result<Recorded>> HistoryWriter::keepUnreadable(const VerifiedBody &body, const QString &why)
{
    return enqueue<Recorded>([this, body, why] { return storeUnreadable(body, why); });
}

QFuture<Result<>> HistoryWriter::keepRejected(const RejectedCallback &rejected)
{
    return enqueue<void>([this, rejected] {
        m_tables->kept.insertRejected(rejected);
        m_tables->kept.countRejected(rejected.cause, 1);
        ++m_batch.rejected;
    });
}

QFuture<Result<>> HistoryWriter::countRejected(RejectionCause cause, int count)
{
    return enqueue<void>([this, cause, count] {
        m_tables->kept.countRejected(cause, count);
        m_batch.rejected += count;
    });
}

QFuture<Result<>> HistoryWriter::recordGap(const ReceiverGap &gap)
{
    return enqueue<void>([this, gap] { m_tables->kept.insertGap(gap); });
}

QFuture<Result<>> HistoryWriter::rememberWebhook(const OwnWebhook &webhook)
{
    return enqueue<void>([this, webhook] {
        m_tables->rememberWebhook.run({webhook.id.toString(), textOrEmpty(webhook.projectId),
                                       textOrEmpty(webhook.appId), textOrEmpty(webhook.target),
                                       toMilliseconds(webhook.createdAt)});
    });
}

QFuture<Result<>> HistoryWriter::forgetWebhook(const WebhookId &id)
{
    return enqueue<void>([this, id] { m_tables->forgetWebhook.run({id.toString()}); });
}

} // namespace console

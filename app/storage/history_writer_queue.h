// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run_on.h"
#include "storage/history_writer.h"
#include "storage/writer_tables.h"

// How orders get into the writer's thread: for the sources of HistoryWriter only.

namespace console {

/// Something to do inside the transaction of its batch, and whom to tell once that is over.
class HistoryWriter::Order
{
public:
    virtual ~Order() = default;
    virtual void run() = 0; ///< may throw SqlFailure
    virtual void finish(const std::optional<Error> &problem) = 0;
};

template <typename Value, typename Job, typename Done>
class HistoryWriter::OrderOf final : public Order
{
public:
    OrderOf(Job job, Done done)
        : m_job(std::move(job))
        , m_done(std::move(done))
    { }
    void run() override
    {
        if constexpr (std::is_void_v<Value>)
            m_job();
        else
            m_value = m_job();
    }
    void finish(const std::optional<Error> &problem) override
    {
        m_done(problem ? Result<Value>(failure(*problem)) : std::move(m_value));
    }

private:
    Job m_job;
    Done m_done;
    Result<Value> m_value;
};

/// Queues one job. \param done is called with its Result<Value> after the commit, or at once when the queue is full.
template <typename Value, typename Job, typename Done>
void HistoryWriter::order(Job job, Done done)
{
    if (m_queued.fetch_add(1) >= kQueueLimit) {
        m_queued.fetch_sub(1);
        done(Result<Value>(failure(Error::Kind::Busy, QStringLiteral("the history's queue is full"))));
        return;
    }
    m_orders.post(std::make_unique<OrderOf<Value, Job, Done>>(std::move(job), std::move(done)));
}

template <typename Value, typename Job>
QFuture<Result<Value>> HistoryWriter::enqueue(Job job)
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    auto future = promise->future();
    promise->start();
    order<Value>(std::move(job), [promise](const Result<Value> &result) {
        promise->addResult(result);
        promise->finish();
    });
    return future;
}

/// For what cannot be a part of a transaction with others; those that wait already come first.
template <typename Value, typename Job>
QFuture<Result<Value>> HistoryWriter::runAlone(Job job)
{
    return runOn(this, [this, job = std::move(job)]() -> Result<Value> {
        if (!m_tables) {
            if (const auto opened = reopen(); !opened)
                return failure(opened.error());
        }
        try {
            if constexpr (std::is_void_v<Value>) {
                job();
                return {};
            } else {
                return job();
            }
        } catch (const SqlFailure &problem) {
            return failure(problem.toError());
        }
    });
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run_on.h"
#include "storage/history_writer.h"
#include "storage/writer_tables.h"

// How orders get into the writer's thread: for the sources of HistoryWriter only.

namespace console {

/// Queues one job. Jobs run in one transaction with all that are queued when the first of them begins: that one queues
/// the commit behind them. No timer, no lingering.
template <typename Value, typename Job>
QFuture<Result<Value>> HistoryWriter::enqueue(Job job, std::function<void(const Result<Value> &)> heard)
{
    auto promise = std::make_shared<QPromise<Result<Value>>>();
    auto future = promise->future();
    promise->start();
    const auto finish = [promise, heard = std::move(heard)](const Result<Value> &result) {
        if (heard)
            heard(result);
        promise->addResult(result);
        promise->finish();
    };
    if (m_queued.fetch_add(1) >= kQueueLimit) {
        m_queued.fetch_sub(1);
        finish(failure(Error::Kind::Busy, QStringLiteral("the history's queue is full")));
        return future;
    }
    QMetaObject::invokeMethod(
        this,
        [this, finish, job = std::move(job)] {
            begin();
            auto value = std::make_shared<Result<Value>>();
            if (!m_batchFailure) {
                try {
                    if constexpr (std::is_void_v<Value>)
                        job();
                    else
                        *value = job();
                } catch (const SqlFailure &problem) {
                    m_batchFailure = problem.toError();
                }
            }
            m_waiting.emplace_back([finish, value](const std::optional<Error> &error) {
                finish(error ? Result<Value>(failure(*error)) : *value);
            });
        },
        Qt::QueuedConnection);
    return future;
}

/// For what cannot be a part of a transaction with others: those that wait are committed first.
template <typename Value, typename Job>
QFuture<Result<Value>> HistoryWriter::runAlone(Job job)
{
    return runOn(this, [this, job = std::move(job)]() -> Result<Value> {
        if (m_isBatchOpen)
            commit();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_access.h"

#include "core/run_on.h"

#include <QFileInfo>

namespace console {

/// Holds the reader; opens it at the first question, and again after a failure or where another file took the place.
class HistoryAccess::Worker : public QObject
{
public:
    explicit Worker(QString path)
        : m_path(std::move(path))
    { }
    Result<HistoryReader *> reader()
    {
        if (m_reader && m_reader->isOutdated())
            m_reader.reset();
        if (!m_reader) {
            auto opened = HistoryReader::open(m_path);
            if (!opened)
                return failure(opened.error());
            m_reader = *std::move(opened);
        }
        return m_reader.get();
    }
    /// Until the next question: a connection keeps pages in memory.
    void close() { m_reader.reset(); }

    std::atomic<bool> isEnding {false}; ///< whoever counts is to stop

private:
    QString m_path;
    std::unique_ptr<HistoryReader> m_reader;
};

HistoryAccess::HistoryAccess(QString path)
    : m_path(std::move(path))
    , m_worker(new Worker(m_path))
    , m_counter(new Worker(m_path))
{
    m_thread.setObjectName(QStringLiteral("history-reader"));
    m_countThread.setObjectName(QStringLiteral("history-count"));
    for (const auto &[thread, worker] : {std::pair {&m_thread, m_worker}, std::pair {&m_countThread, m_counter}}) {
        worker->moveToThread(thread);
        QObject::connect(thread, &QThread::finished, worker, &QObject::deleteLater);
        thread->start();
    }
}

HistoryAccess::~HistoryAccess()
{
    m_counter->isEnding = true;
    for (QThread *thread : {&m_countThread, &m_thread}) {
        thread->quit();
        thread->wait();
    }
}

template <typename F>
auto HistoryAccess::ask(F question)
{
    using Answer = std::invoke_result_t<F, HistoryReader &>;
    return runOn(m_worker, [worker = m_worker, question = std::move(question)]() -> Answer {
        auto reader = worker->reader();
        return reader ? question(**reader) : Answer(failure(reader.error()));
    });
}

QFuture<Result<QList<NotificationRow>>> HistoryAccess::newestRows(int limit, qint64 beforeId)
{
    return ask([=](HistoryReader &reader) { return reader.newestRows(limit, beforeId); });
}

QFuture<Result<QList<NotificationRow>>> HistoryAccess::rowsOf(const RequestId &requestId)
{
    return ask([=](HistoryReader &reader) { return reader.rowsOf(requestId); });
}

QFuture<Result<QList<NotificationRow>>> HistoryAccess::rowsAbout(const QString &projectId, const QString &contactId,
                                                                 const ChannelIdentity &address, int limit)
{
    return ask([=](HistoryReader &reader) { return reader.rowsAbout(projectId, contactId, address, limit); });
}

QFuture<Result<std::optional<RawCallback>>> HistoryAccess::raw(qint64 notificationId)
{
    return ask([=](HistoryReader &reader) { return reader.raw(notificationId); });
}

QFuture<Result<BodyValues>> HistoryAccess::bodyValues(const QList<qint64> &notificationIds, const BodyReading &reading)
{
    return ask([=](HistoryReader &reader) -> Result<BodyValues> {
        BodyValues values;
        for (const qint64 id : notificationIds) {
            const auto raw = reader.raw(id);
            if (!raw)
                return failure(raw.error());
            if (*raw)
                values.insert(id, reading((*raw)->body));
        }
        return values;
    });
}

QFuture<Result<QList<Lookup>>> HistoryAccess::recentLookups(int limit)
{
    return ask([=](HistoryReader &reader) { return reader.recentLookups(limit); });
}

QFuture<Result<QList<Lookup>>> HistoryAccess::lookupsAbout(const QString &contactId, const ChannelIdentity &address,
                                                           int limit)
{
    return ask([=](HistoryReader &reader) { return reader.lookupsAbout(contactId, address, limit); });
}

QFuture<Result<HistoryExtent>> HistoryAccess::extent(qint64 sinceId)
{
    return runOn(m_counter, [counter = m_counter, sinceId]() -> Result<HistoryExtent> {
        const auto reader = counter->reader();
        return reader ? (*reader)->extent(sinceId) : failure(reader.error());
    });
}

QFuture<Result<HistoryCounts>> HistoryAccess::counts()
{
    return runOn(m_counter, [counter = m_counter]() -> Result<HistoryCounts> {
        const auto reader = counter->reader();
        if (!reader)
            return failure(reader.error());
        auto counts = (*reader)->counts([counter] { return counter->isEnding.load(); });
        counter->close();
        return counts;
    });
}

QFuture<Result<HistoryCounts>> HistoryAccess::countsAside()
{
    return ask([](HistoryReader &reader) { return reader.countsAside(); });
}

QFuture<Result<QList<RejectedCallback>>> HistoryAccess::rejected(int limit)
{
    return ask([=](HistoryReader &reader) { return reader.rejected(limit); });
}

QFuture<Result<QList<KeptCallback>>> HistoryAccess::otherEvents(int limit)
{
    return ask([=](HistoryReader &reader) { return reader.otherEvents(limit); });
}

QFuture<Result<QList<KeptCallback>>> HistoryAccess::unreadable(int limit)
{
    return ask([=](HistoryReader &reader) { return reader.unreadable(limit); });
}

QFuture<Result<QList<ReceiverGap>>> HistoryAccess::gaps(int limit)
{
    return ask([=](HistoryReader &reader) { return reader.gaps(limit); });
}

QFuture<Result<QList<OwnWebhook>>> HistoryAccess::ownWebhooks()
{
    return ask([](HistoryReader &reader) { return reader.ownWebhooks(); });
}

qint64 HistoryAccess::fileBytes() const
{
    return QFileInfo(m_path).size() + QFileInfo(m_path + QStringLiteral("-wal")).size();
}

} // namespace console

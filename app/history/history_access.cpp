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

private:
    QString m_path;
    std::unique_ptr<HistoryReader> m_reader;
};

HistoryAccess::HistoryAccess(QString path)
    : m_path(std::move(path))
    , m_worker(new Worker(m_path))
{
    m_thread.setObjectName(QStringLiteral("history-reader"));
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

HistoryAccess::~HistoryAccess()
{
    m_thread.quit();
    m_thread.wait();
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
    return ask([=](HistoryReader &reader) { return reader.extent(sinceId); });
}

QFuture<Result<HistoryCounts>> HistoryAccess::counts()
{
    return ask([](HistoryReader &reader) { return reader.counts(); });
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

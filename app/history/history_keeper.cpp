// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_keeper.h"

#include "core/continuation.h"
#include "core/log.h"
#include "core/run_on.h"
#include "storage/retention_plan.h"

namespace console {

HistoryKeeper::HistoryKeeper(QString path, HistoryWriter &writer, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_writer(writer)
    , m_clock(clock)
    , m_planner(new QObject)
{
    m_thread.setObjectName(QStringLiteral("history-keeper"));
    m_planner->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_planner, &QObject::deleteLater);
    m_thread.start();
    m_hourly.setInterval(kSweepEvery);
    connect(&m_hourly, &QTimer::timeout, this, &HistoryKeeper::sweep);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &HistoryKeeper::removeNext);
}

HistoryKeeper::~HistoryKeeper()
{
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<>> HistoryKeeper::annotate(const QList<qint64> &ids, const AnnotationChange &change)
{
    return m_writer.annotate(ids, change);
}

QFuture<Result<ErasurePlan>> HistoryKeeper::planErasing(const ErasedPerson &person)
{
    return runOn(m_planner, [path = m_path, person] { return planErasure(path, person); });
}

QFuture<Result<ErasureReport>> HistoryKeeper::erase(const ErasedPerson &person)
{
    return runOn(m_planner, [path = m_path, &writer = m_writer, person] { return erasePerson(path, writer, person); });
}

Result<> HistoryKeeper::backUp(const QString &output, const CopyProgress &progress) const
{
    return backUpHistory(m_path, output, progress);
}

void HistoryKeeper::setLimits(const RetentionLimits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    m_removal = {}; // planned for other limits
    if (limits.isUnlimited())
        m_hourly.stop();
    else
        m_hourly.start();
    sweep();
}

void HistoryKeeper::sweep()
{
    m_isOutdated = m_isSweeping;
    if (m_isSweeping || m_limits.isUnlimited())
        return;
    m_isSweeping = true;
    m_removedRows = 0;
    runOn(m_planner, [path = m_path, limits = m_limits, now = m_clock.now()] {
        return planRetention(path, limits, now);
    }) | then(this, [this](const Result<Removal> &plan) {
        if (!plan)
            Q_EMIT sweepFailed(plan.error());
        if (plan && !m_isOutdated)
            m_removal = *plan;
        removeNext();
    });
}

void HistoryKeeper::removeNext()
{
    if (m_removal.isEmpty())
        return finish();
    m_writer.removeExpired(m_removal.takeSlice(kSlice)) | then(this, [this](const Result<int> &removed) {
        if (!removed) { // it is tried again in an hour
            m_removal = {};
            Q_EMIT sweepFailed(removed.error());
        }
        m_removedRows += removed.value_or(0);
        m_pause.start();
    });
}

void HistoryKeeper::finish()
{
    m_isSweeping = false;
    if (m_removedRows > 0)
        qCInfo(lcStorage) << "retention removed" << m_removedRows << "rows";
    Q_EMIT swept(m_removedRows);
    if (std::exchange(m_isOutdated, false))
        sweep();
}

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "domain/retention_limits.h"
#include "history/person_eraser.h"
#include "storage/history_backup.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace console {

/// Looks after a history that this program writes: pins, tags and notes, and what goes beyond its limits. Long work is
/// done in a thread of its own, and what must go through the writer in slices with pauses, so that no callback waits.
/// Thread: the one that made it; all futures finish there or in the writer's.
class HistoryKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kSlice = 200; ///< rows that go with one commit: about five milliseconds of it
    static constexpr std::chrono::milliseconds kPause {20};
    static constexpr std::chrono::minutes kSweepEvery {60};

    /// The writer outlives it.
    HistoryKeeper(QString path, HistoryWriter &writer, const Clock &clock, QObject *parent = nullptr);
    ~HistoryKeeper() override;

    const QString &path() const { return m_path; }
    HistoryWriter &writer() { return m_writer; }

    QFuture<Result<>> annotate(const QList<qint64> &ids, const AnnotationChange &change);
    /// What would go with a person, and its erasing: see erasePerson().
    QFuture<Result<ErasurePlan>> planErasing(const ErasedPerson &person);
    QFuture<Result<ErasureReport>> erase(const ErasedPerson &person);
    /// As backUpHistory(): in the caller's thread, which may wait for a disk.
    [[nodiscard]] Result<> backUp(const QString &output, const CopyProgress &progress) const;
    /// Takes out what is beyond them: now, and every hour.
    void setLimits(const RetentionLimits &limits);

Q_SIGNALS:
    /// All that was beyond the limits is gone. \param rows  how many notifications that were.
    void swept(int rows);
    void sweepFailed(const console::Error &error);

private:
    void sweep();
    void removeNext();
    void finish();

    QString m_path;
    HistoryWriter &m_writer;
    const Clock &m_clock;
    RetentionLimits m_limits;
    QThread m_thread;
    QObject *m_planner; ///< lives and dies in m_thread
    QTimer m_hourly, m_pause;
    Removal m_removal;
    int m_removedRows = 0;
    bool m_isSweeping = false;
    bool m_isOutdated = false; ///< the limits changed while it was sweeping
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/view_jobs.h"

#include <QObject>

namespace console {

/// The rows of a long history that a view does not keep in memory: how many there may be, and the search through them for
/// what the view's filter lets through. Thread: GUI.
class OlderRows : public QObject
{
    Q_OBJECT

public:
    explicit OlderRows(QObject *parent = nullptr);
    /// The jobs outlive it.
    void useJobs(ViewJobs &jobs);

    /// Ids that were not looked at for this filter, gaps included.
    qint64 left() const { return std::max<qint64>(0, m_below - m_firstId); }
    /// Of all that are not in memory, how many were looked at.
    int searchedPercent() const
    {
        return m_lowestId > m_firstId ? int(100 * (m_lowestId - m_below) / (m_lowestId - m_firstId)) : 100;
    }
    bool isSearching() const { return m_isSearching; }
    /// How many it has found that are in memory now.
    qint64 foundCount() const { return m_foundCount; }

    /// The next ones, some at a time: by found().
    void search(const Filter &filter);
    /// What was found stays.
    void stop();
    /// Another filter: what was found is no longer in memory.
    void restart();

Q_SIGNALS:
    void found(const QList<quint32> &newestFirst);
    void changed(); ///< how many are left, or whether it is searching

private:
    void setEnd(qint64 lowestId, qint64 firstId);
    void show(quint32 turn, const QList<quint32> &ids, qint64 nextBelow, bool isLast);

    ViewJobs *m_jobs = nullptr;
    qint64 m_lowestId = 0; ///< in memory
    qint64 m_firstId = 0;  ///< of the file
    qint64 m_below = 0;    ///< not looked at yet
    qint64 m_foundCount = 0;
    bool m_isSearching = false;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "lookup/lookup_service.h"

#include <QTimer>

namespace console {

/// How much the history holds: counted once, then counted along; what is kept aside is counted again a moment after it grew.
/// Thread: GUI.
class HistoryTotals : public QObject
{
    Q_OBJECT

public:
    explicit HistoryTotals(QObject *parent = nullptr);

    void follow(HistoryAccess &history, LookupService &lookups);

    /// Of a history that another program writes: counts again from time to time.
    void watchOtherWriter();

    const HistoryCounts &counts() const { return m_counts; }
    qint64 fileBytes() const { return m_fileBytes; }

Q_SIGNALS:
    /// At once, then ten times a second at most: a commit may be followed by the next one within a millisecond.
    void changed();
    /// Something was refused or kept beside the notifications.
    void keptAside();

private:
    void count();
    void countAside();
    void show(const HistoryCounts &counts);
    void tell();
    void take(const HistoryBatch &batch);

    HistoryAccess *m_history = nullptr;
    HistoryCounts m_counts;
    qint64 m_fileBytes = 0;
    QTimer m_recount, m_countAside, m_pace;
    bool m_isUntold = false; ///< what was counted along since changed()
    bool m_hasOtherWriter = false;
    bool m_isCounting = false;
    QList<qint64> m_addedMeanwhile;     ///< ids
    bool m_hasRemovedMeanwhile = false; ///< rows that may have been counted
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "history/history_view.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace console {

/// Of a history that another program writes: nobody tells what it adds or removes, so the newest rows are read, and all
/// are counted, from time to time. Of changes of older rows, only those are seen that a new answer contradicts. Thread: GUI.
class OtherWriterWatch : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kPace {2};
    static constexpr int kAtOnce = 200;

    /// Both outlive it.
    OtherWriterWatch(HistoryAccess &access, HistoryView &view, QObject *parent = nullptr);

Q_SIGNALS:
    void rowsLost(); ///< or another file took the place of the history

private:
    void read(qint64 beforeId, HistoryBatch found);
    void take(const QList<NotificationRow> &newestFirst, HistoryBatch found);
    void readContradicted(const QList<NotificationRow> &added);
    void compare();

    HistoryAccess &m_access;
    HistoryView &m_view;
    std::optional<HistoryExtent> m_extent; ///< when it was last looked at
    QTimer m_timer;
    bool m_isComparing = false;
    QDeadlineTimer m_pause; ///< until they are compared again
};

} // namespace console

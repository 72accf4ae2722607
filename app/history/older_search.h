// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"
#include "history/filter.h"
#include "history/job_turn.h"

#include <QObject>

namespace console {

/// Looks through the rows of the file that are not in memory, newest first, a block at a time, until it has found as many
/// as are asked for at once. Thread: lives in a worker's. Orders of a turn that is over are dropped.
class OlderSearch : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kMostFound = 1'000; ///< far apart, each takes some pages of memory
    static constexpr qint64 kMostRead = 20'000; ///< side by side, when there is no filter

    OlderSearch(JobTurn turn, QString path)
        : m_turn(std::move(turn))
        , m_path(std::move(path))
    { }

    /// \param below  looks at ids lower than this. Ends in found(…, isLast).
    void search(quint32 turn, const Filter &filter, qint64 below);

Q_SIGNALS:
    /// \param nextBelow  what was not looked at is lower than this; 0: all was.
    void found(quint32 turn, const QList<console::NotificationRow> &newestFirst, qint64 nextBelow, bool isLast);
    void failed(const console::Error &error);

private:
    JobTurn m_turn;
    QString m_path;
};

} // namespace console

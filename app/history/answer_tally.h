// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_view.h"

namespace console {

/// What each channel answered, counted over the rows of a view and kept up to date as they come and go. Thread: GUI.
class AnswerTally : public QObject
{
    Q_OBJECT

public:
    struct Count
    {
        ChannelName channel;
        CapabilityStatus status;
        int rows = 0;
    };

    /// The view outlives the tally.
    explicit AnswerTally(const HistoryView &view, QObject *parent = nullptr);

    /// Channel and status of some stand there several times, with 0 rows where the filter leaves none. Walks through all
    /// rows when the filter has changed; else it costs nothing.
    QList<Count> counts();

Q_SIGNALS:
    void changed();

private:
    void add(int first, int last);
    void setStale();

    const HistoryView &m_view;
    std::vector<int> m_rowsOf; ///< by code of the answer
    bool m_isStale = false;
};

} // namespace console

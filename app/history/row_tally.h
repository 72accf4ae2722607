// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_view.h"

namespace console {

/// What the rows of a view amount to, kept up to date as they come and go: answers and waits by channel, arrivals over
/// time. Thread: GUI.
class RowTally : public QObject
{
    Q_OBJECT

public:
    struct Channel
    {
        ChannelName name;
        QList<std::pair<CapabilityStatus, int>> rows; ///< a status of some stands there several times
        /// From our request to the answer, within 3 %; none where no row tells.
        std::optional<std::chrono::milliseconds> median, slow; ///< half, and 95 % of the answers took no longer
        std::vector<int> waits = {};                           ///< answers by span of their wait, see startOfWait()
    };
    /// Spans of waits are half a doubling long: an answer belongs to the last one that starts no later than its wait.
    static std::chrono::milliseconds startOfWait(size_t span);
    /// With the fraction of the span that is over.
    static double spanOfWait(std::chrono::milliseconds wait);
    /// Rows in spans of time of the same length, the oldest first.
    struct Arrivals
    {
        qint64 firstMinute = 0; ///< since 1970
        qint64 minutes = 1;     ///< of one span
        std::vector<int> rows;
    };

    /// The view outlives the tally.
    explicit RowTally(const HistoryView &view, QObject *parent = nullptr);

    /// After the filter has changed all rows are to be counted anew: some of them a call, so that nobody waits for it.
    /// \returns whether all are counted.
    bool countOn();

    /// Also of channels of which the filter leaves nothing. Counts on to the end first.
    QList<Channel> channels();
    /// At most so many spans; none without rows.
    Arrivals arrivals(int mostSpans);

Q_SIGNALS:
    void changed();

private:
    /// Numbers of rows by steps of a wait, 24 steps for each doubling.
    using Waits = std::vector<int>;

    void add(quint32 id);
    void addMinute(qint64 minute);
    void setStale();
    void countAll();
    quint32 channelOf(quint32 kind);

    const HistoryView &m_view;
    std::vector<int> m_rowsOf;        ///< by code of the kind
    std::vector<quint32> m_channelOf; ///< number of its channel, by code of the kind
    QList<ChannelName> m_channels;
    std::vector<Waits> m_waits; ///< by number of the channel
    QHash<qint64, int> m_minutes;
    qint64 m_minute = -1; ///< the last one that was met …
    int m_inMinute = 0;   ///< … with rows that are not in m_minutes yet
    bool m_isStale = false;
    QList<quint32> m_toCount; ///< of these …
    qsizetype m_counted = 0;  ///< … so many are counted
};

} // namespace console

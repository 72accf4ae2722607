// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_status.h"
#include "domain/channel.h"

#include <QAbstractButton>

#include <array>
#include <chrono>
#include <optional>

namespace console {

/// How the answers of one channel are distributed.
struct ShareCounts
{
    static constexpr std::array kOrder {Capability::Full, Capability::Partial, Capability::Unknown,
                                        Capability::Unrecognized, Capability::None};

    std::array<int, kOrder.size()> counts {};              ///< in the order of kOrder
    std::optional<std::chrono::milliseconds> median, slow; ///< waits of half and of 95 % of them
    void add(Capability capability, int rows);
    int total() const;

    friend bool operator==(const ShareCounts &, const ShareCounts &) = default;
};

/// A channel with its count and a bar that shows the share of each answer; pressed, it filters. The numbers are in the
/// accessible description and the tool tip. Thread: GUI.
class ChannelShare : public QAbstractButton
{
    Q_OBJECT

public:
    ChannelShare(const ChannelName &channel, QWidget *parent);

    const ChannelName &channel() const { return m_channel; }
    void setCounts(const ShareCounts &counts);
    int total() const { return m_counts.total(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString sentence() const;
    void paintBar(QPainter *painter, const QRect &rect) const;

    ChannelName m_channel;
    ShareCounts m_counts;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/row_tally.h"
#include "ui/notifications/channel_share.h"

#include <QHash>
#include <QWidget>

namespace console {

/// The share of answers for each channel among the rows that the filter lets through, most frequent channel first; as
/// many as there is room for. Pressed, a channel is asked for. Thread: GUI.
class ChannelShares : public QWidget
{
    Q_OBJECT

public:
    explicit ChannelShares(QWidget *parent);

    void setCounts(const QList<RowTally::Channel> &channels);

    /// Marks the channels that the filter names.
    void setChosen(const QStringList &channels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void channelToggled(const QString &channel, bool isOn);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ChannelShare *shareOf(const ChannelName &channel);
    void arrange();

    QHash<QString, ChannelShare *> m_shares;
    QList<ChannelShare *> m_order; ///< stays while channels are chosen: nothing moves under the pointer
    QStringList m_chosen;
};

} // namespace console

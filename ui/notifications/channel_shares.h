// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/answer_tally.h"
#include "ui/notifications/channel_share.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

namespace console {

/// The share of answers for each channel among the rows that the filter lets through, most frequent channel first; as
/// many as there is room for. Pressed, a channel is asked for. Thread: GUI.
class ChannelShares : public QWidget
{
    Q_OBJECT

public:
    ChannelShares(const HistoryView &history, QWidget *parent);

    /// Marks the channels that the filter names.
    void setChosen(const QStringList &channels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void channelToggled(const QString &channel, bool isOn);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void count();
    ChannelShare *shareOf(const ChannelName &channel);
    void arrange();

    AnswerTally *m_tally;
    QHash<QString, ChannelShare *> m_shares;
    QList<ChannelShare *> m_order; ///< stays while channels are chosen: nothing moves under the pointer
    QStringList m_chosen;
    QTimer m_count;
};

} // namespace console

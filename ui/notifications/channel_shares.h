// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/channel_share.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

namespace console {

class NotificationTableModel;

/// The share of answers for each channel among the rows that are loaded, most frequent channel first; as many as there
/// is room for. Thread: GUI.
class ChannelShares : public QWidget
{
    Q_OBJECT

public:
    ChannelShares(const NotificationTableModel *model, QWidget *parent);

    /// Marks the channel that the filter names, if it does.
    void setFilterText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    /// Empty: the filter by channel ends.
    void channelChosen(const QString &channel);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void count();
    ChannelShare *shareOf(const ChannelName &channel);
    void arrange();

    const NotificationTableModel *m_model;
    QHash<QString, ChannelShare *> m_shares;
    QString m_filter;
    QTimer m_count;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/wait_plot.h"

#include <QHash>
#include <QWidget>

namespace console {

/// How long answers took, a plot a channel, the most frequent channel first; as many as there is room for. Thread: GUI.
class WaitPlots final : public QWidget
{
    Q_OBJECT

public:
    explicit WaitPlots(QWidget *parent);

    void setWaits(const QList<RowTally::Channel> &channels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    void spanChosen(const QString &channel, std::chrono::milliseconds from, std::chrono::milliseconds to);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    WaitPlot *plotOf(const ChannelName &channel);
    void arrange();

    QHash<QString, WaitPlot *> m_plots;
    QList<WaitPlot *> m_order;
};

} // namespace console

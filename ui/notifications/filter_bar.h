// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/row_tally.h"

#include <QWidget>

class QToolButton;

namespace console {

class ArrivalPlot;
class ChannelShares;
class FilterChip;
class WaitPlots;

/// What people filter by most, for those who do not type: project, capability, time and, with their shares, the channels; and when
/// the rows arrived. Each writes its condition into the expression and shows what stands there. Thread: GUI.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const HistoryView &history, QWidget *parent);

    /// One that can be read: a choice is written into it.
    void setExpression(const QString &expression);
    /// The one that is selected, for "This project"; empty where there is only one, and then nothing is offered.
    void setProject(const QString &name);
    /// How long answers took: a line of its own, for whoever arranges this bar; shown and hidden by a button in it.
    WaitPlots *waitPlots() const { return m_waits; }
    QToolButton *waitsButton() const { return m_waitsButton; }

Q_SIGNALS:
    void expressionWritten(const QString &expression);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeStatusChip();
    void makeTimeChip();
    void count();
    void filterWait(const QString &channel, std::chrono::milliseconds from, std::chrono::milliseconds to);
    void filterSpan(const QDateTime &from, const QDateTime &to);
    void toggle(FilterField field, const QString &value, bool isOn);

    QString m_expression;
    FilterChip *m_project;
    FilterChip *m_status;
    FilterChip *m_time;
    ChannelShares *m_channels;
    ArrivalPlot *m_arrivals;
    WaitPlots *m_waits;
    QToolButton *m_waitsButton;
    RowTally *m_tally;
    QTimer m_count;
    std::chrono::nanoseconds m_counting {0}; ///< what this count has taken so far
};

} // namespace console

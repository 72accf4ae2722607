// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/row_tally.h"

#include <QWidget>

namespace console {

class ArrivalPlot;
class ChannelShares;
class FilterChip;

/// What people filter by most, for those who do not type: capability, time and, with their shares, the channels; and when
/// the rows arrived. Each writes its condition into the expression and shows what stands there. Thread: GUI.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const HistoryView &history, QWidget *parent);

    /// One that can be read: a choice is written into it.
    void setExpression(const QString &expression);

Q_SIGNALS:
    void expressionWritten(const QString &expression);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeStatusChip();
    void makeTimeChip();
    void count();
    void filterSpan(const QDateTime &from, const QDateTime &to);
    void toggle(FilterField field, const QString &value, bool isOn);

    QString m_expression;
    FilterChip *m_status;
    FilterChip *m_time;
    ChannelShares *m_channels;
    ArrivalPlot *m_arrivals;
    RowTally *m_tally;
    QTimer m_count;
};

} // namespace console

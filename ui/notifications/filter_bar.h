// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/filter.h"

#include <QWidget>

namespace console {

class ChannelShares;
class FilterChip;
class HistoryView;

/// What people filter by most, for those who do not type: capability, time and, with their shares, the channels. Each
/// writes its condition into the expression and shows what stands there. Thread: GUI.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const HistoryView &history, QWidget *parent);

    /// One that can be read: a choice is written into it.
    void setExpression(const QString &expression);

Q_SIGNALS:
    void expressionWritten(const QString &expression);

private:
    void makeStatusChip();
    void makeTimeChip();
    void toggle(FilterField field, const QString &value, bool isOn);

    QString m_expression;
    FilterChip *m_status;
    FilterChip *m_time;
    ChannelShares *m_channels;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/row_tally.h"

#include <QAbstractButton>

namespace console {

/// When the rows that the filter lets through arrived, as small bars from the oldest to the newest. A bar can be pressed,
/// or chosen with the arrow keys and pressed: the table then shows its span of time. Thread: GUI.
class ArrivalPlot final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ArrivalPlot(QWidget *parent);

    /// As many spans as there is room for.
    int mostSpans() const;
    void setArrivals(const RowTally::Arrivals &arrivals);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, 0}; }

Q_SIGNALS:
    /// Local times as the filter reads them, the end excluded.
    void spanChosen(const QDateTime &from, const QDateTime &to);

protected:
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int spanAt(int x) const; ///< -1 where there is none
    void mark(int span);
    QDateTime startOf(int span) const;
    QString sentence() const;

    RowTally::Arrivals m_arrivals;
    int m_marked = -1;
};

} // namespace console

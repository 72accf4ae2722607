// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/row_tally.h"

#include <QAbstractButton>

namespace console {

/// How long the answers of one channel took, as small bars from short to long, each half a doubling, the outer ones with
/// all that took less or longer; a line marks what
/// half of them took at most, a dotted one what 95 % did. A bar can be pressed, or chosen with the arrow keys and
/// pressed: the table then shows its answers. Thread: GUI.
class WaitPlot final : public QAbstractButton
{
    Q_OBJECT

public:
    WaitPlot(const ChannelName &channel, QWidget *parent);

    /// \param firstSpan  what stands at the left; the same for all channels, so that they can be compared, as is the last.
    void setWaits(const RowTally::Channel &channel, size_t firstSpan, size_t lastSpan);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The end excluded. From 0: also what took no time by a clock that was set; to the largest duration: without end.
    void spanChosen(const QString &channel, std::chrono::milliseconds from, std::chrono::milliseconds to);

protected:
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int spanCount() const { return int(m_lastSpan - m_firstSpan) + 1; }
    int rowsOf(int span) const; ///< counted from the first one shown
    QRect plotRect() const;
    QRect barOf(int span, int tall) const;
    int spanAt(int x) const; ///< -1 where there is none
    void mark(int span);
    QString summary() const;
    QString sentence() const;
    void paintMark(QPainter *painter, std::chrono::milliseconds wait, const QPen &pen) const;

    QString m_name;
    RowTally::Channel m_channel;
    size_t m_firstSpan = 0, m_lastSpan = 0;
    int m_marked = -1;
};

} // namespace console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/wait_plot.h"

#include "core/visible_text.h"
#include "text/duration_text.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/type_scale.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>

#include <numeric>

namespace console {

namespace {

constexpr int kPadding = 8;
constexpr int kGap = 1;
constexpr int kPlotHeight = 28;
constexpr int kLeastWidth = 148;

} // namespace

WaitPlot::WaitPlot(const ChannelName &channel, QWidget *parent)
    : QAbstractButton(parent)
    , m_name(channel.raw)
{
    setObjectName(QStringLiteral("waits-") + channel.raw);
    setFont(smallFont(font()));
    setText(visibleLine(channel.raw));
    //: %1 is the vendor's name of a channel
    setAccessibleName(tr("How long answers of %1 took").arg(text()));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] {
        const size_t span = m_firstSpan + size_t(m_marked);
        if (m_marked >= 0)
            Q_EMIT spanChosen(m_name, m_marked == 0 ? std::chrono::milliseconds(0) : RowTally::startOfWait(span),
                              span == m_lastSpan ? std::chrono::milliseconds::max() : RowTally::startOfWait(span + 1));
    });
}

void WaitPlot::setWaits(const RowTally::Channel &channel, size_t firstSpan, size_t lastSpan)
{
    m_channel = channel;
    m_firstSpan = firstSpan;
    m_lastSpan = lastSpan;
    mark(m_marked);
    updateGeometry();
}

int WaitPlot::rowsOf(int span) const
{
    const size_t count = m_channel.waits.size();
    const size_t first = std::min(count, span == 0 ? 0 : m_firstSpan + size_t(span));
    const size_t end = std::min(count, span == spanCount() - 1 ? count : m_firstSpan + size_t(span) + 1);
    return std::accumulate(m_channel.waits.begin() + qsizetype(first), m_channel.waits.begin() + qsizetype(end), 0);
}

/// "½ 1.2 s · 95 % 8.4 s"
QString WaitPlot::summary() const
{
    if (!m_channel.median || !m_channel.slow)
        return tr("no answer tells");
    //: %1 and %2 are durations: half of the answers took no longer than the first, 95 of 100 no longer than the second
    return tr("½ %1 · 95 % %2").arg(durationText(*m_channel.median), durationText(*m_channel.slow));
}

/// Of the marked bar, else of all.
QString WaitPlot::sentence() const
{
    if (m_marked >= 0) {
        const auto timeOf
            = [this](int span) { return durationText(RowTally::startOfWait(m_firstSpan + size_t(span))); };
        const QString rows = QLocale().toString(rowsOf(m_marked));
        if (m_marked == 0)
            //: the name of a channel, a duration and a number of answers
            return tr("%1, less than %2: %3").arg(text(), timeOf(m_marked + 1), rows);
        if (m_marked == spanCount() - 1)
            return tr("%1, %2 and longer: %3").arg(text(), timeOf(m_marked), rows);
        return tr("%1, %2 – %3: %4").arg(text(), timeOf(m_marked), timeOf(m_marked + 1), rows);
    }
    if (!m_channel.median || !m_channel.slow)
        return {};
    return tr("Half came within %1, 95 % within %2.")
        .arg(durationText(*m_channel.median), durationText(*m_channel.slow));
}

QSize WaitPlot::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int words = std::max(metrics.horizontalAdvance(text()), metrics.horizontalAdvance(summary()));
    return {std::max(kLeastWidth, words + 2 * kPadding), 2 * metrics.height() + kPlotHeight + 2 * kPadding};
}

QRect WaitPlot::plotRect() const
{
    const int line = QFontMetrics(font()).height();
    return rect().adjusted(kPadding, kPadding + line, -kPadding, -kPadding - line);
}

QRect WaitPlot::barOf(int span, int tall) const
{
    const QRect plot = plotRect();
    const int left = plot.left() + plot.width() * span / spanCount();
    const int right = plot.left() + plot.width() * (span + 1) / spanCount() - kGap;
    return {left, plot.bottom() + 1 - tall, std::max(1, right - left), tall};
}

int WaitPlot::spanAt(int x) const
{
    const QRect plot = plotRect();
    const int mirrored = layoutDirection() == Qt::RightToLeft ? width() - 1 - x : x;
    if (mirrored < plot.left() || mirrored > plot.right())
        return -1;
    return (mirrored - plot.left()) * spanCount() / std::max(1, plot.width());
}

void WaitPlot::mark(int span)
{
    m_marked = std::clamp(span, -1, spanCount() - 1);
    setAccessibleDescription(sentence());
    update();
}

bool WaitPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractButton::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), sentence(), this);
    return true;
}

void WaitPlot::mouseMoveEvent(QMouseEvent *event)
{
    mark(spanAt(event->pos().x()));
    QAbstractButton::mouseMoveEvent(event);
}

void WaitPlot::leaveEvent(QEvent *event)
{
    if (!hasFocus())
        mark(-1);
    QAbstractButton::leaveEvent(event);
}

void WaitPlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        mark(m_marked < 0 ? spanCount() - 1 : std::max(0, m_marked - 1));
    else if (event->key() == Qt::Key_Right)
        mark(std::min(spanCount() - 1, m_marked + 1));
    else
        QAbstractButton::keyPressEvent(event);
}

void WaitPlot::paintMark(QPainter *painter, std::chrono::milliseconds wait, const QPen &pen) const
{
    const QRect plot = plotRect();
    const double place = (RowTally::spanOfWait(wait) - double(m_firstSpan)) / spanCount();
    const int x = plot.left() + int(place * plot.width());
    painter->setPen(pen);
    const QRect line = QStyle::visualRect(layoutDirection(), rect(), QRect(x, plot.top(), 1, plot.height()));
    painter->drawLine(line.topLeft(), line.bottomLeft());
}

void WaitPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    QStyleOption option;
    option.initFrom(this);
    if (paint::showsKeyboardFocus(&option))
        paint::focusRing(&painter, rect(), kRadius, colors.accent);
    const QRect plot = plotRect();
    const auto start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter.setPen(colors.text);
    painter.drawText(QRect(plot.left(), 0, plot.width(), plot.top()), start, text());
    painter.setPen(colors.muted);
    painter.drawText(QRect(plot.left(), plot.bottom() + 1, plot.width(), height() - plot.bottom()), start, summary());
    painter.fillRect(QRect(plot.left(), plot.bottom() + 1, plot.width(), 1), colors.border);
    int most = 1;
    for (int span = 0; span < spanCount(); ++span)
        most = std::max(most, rowsOf(span));
    for (int span = 0; span < spanCount(); ++span) {
        const int rows = rowsOf(span);
        const int tall = rows == 0 ? 0 : std::max(1, int(qint64(rows) * plot.height() / most));
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), barOf(span, tall)),
                         span == m_marked ? colors.accent : colors.tone(Tone::Neutral).solid);
    }
    if (m_channel.median)
        paintMark(&painter, *m_channel.median, QPen(colors.text, 1));
    if (m_channel.slow)
        paintMark(&painter, *m_channel.slow, QPen(colors.tone(Tone::Warn).solid, 1, Qt::DotLine));
}

} // namespace console

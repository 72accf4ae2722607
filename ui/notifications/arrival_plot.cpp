// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/arrival_plot.h"

#include "ui/theme/style_paint.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>

namespace console {

namespace {

constexpr int kBar = 3;
constexpr int kStep = kBar + 1;
constexpr int kPadding = 4;
constexpr int kWidth = 128;
constexpr int kHeight = 32;

} // namespace

ArrivalPlot::ArrivalPlot(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("arrivalPlot"));
    setAccessibleName(tr("Arrivals over time"));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_marked >= 0)
            Q_EMIT spanChosen(startOf(m_marked), startOf(m_marked + 1));
    });
}

int ArrivalPlot::mostSpans() const
{
    return std::max(1, (width() - 2 * kPadding) / kStep);
}

void ArrivalPlot::setArrivals(const RowTally::Arrivals &arrivals)
{
    m_arrivals = arrivals;
    mark(std::min(m_marked, int(arrivals.rows.size()) - 1));
    update();
}

QDateTime ArrivalPlot::startOf(int span) const
{
    return QDateTime::fromSecsSinceEpoch((m_arrivals.firstMinute + span * m_arrivals.minutes) * 60);
}

/// "24 Nov 06:30 – 07:00: 120"
QString ArrivalPlot::sentence() const
{
    if (m_arrivals.rows.empty())
        return {};
    const QLocale locale;
    const auto timeOf = [&](int span) { return locale.toString(startOf(span), QLocale::ShortFormat); };
    if (m_marked >= 0)
        return tr("%1 – %2: %3")
            .arg(timeOf(m_marked), timeOf(m_marked + 1), locale.toString(m_arrivals.rows[size_t(m_marked)]));
    return tr("%1 – %2").arg(timeOf(0), timeOf(int(m_arrivals.rows.size())));
}

int ArrivalPlot::spanAt(int x) const
{
    const int mirrored = layoutDirection() == Qt::RightToLeft ? width() - 1 - x : x;
    const int span = (mirrored - kPadding) / kStep;
    return mirrored >= kPadding && span < int(m_arrivals.rows.size()) ? span : -1;
}

void ArrivalPlot::mark(int span)
{
    m_marked = std::clamp(span, -1, int(m_arrivals.rows.size()) - 1);
    setAccessibleDescription(sentence());
    update();
}

bool ArrivalPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractButton::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), sentence(), this);
    return true;
}

void ArrivalPlot::mouseMoveEvent(QMouseEvent *event)
{
    mark(spanAt(event->pos().x()));
    QAbstractButton::mouseMoveEvent(event);
}

void ArrivalPlot::leaveEvent(QEvent *event)
{
    if (!hasFocus())
        mark(-1);
    QAbstractButton::leaveEvent(event);
}

void ArrivalPlot::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_arrivals.rows.size()) - 1;
    if (event->key() == Qt::Key_Left)
        mark(m_marked < 0 ? last : std::max(0, m_marked - 1));
    else if (event->key() == Qt::Key_Right)
        mark(std::min(last, m_marked + 1));
    else
        QAbstractButton::keyPressEvent(event);
}

QSize ArrivalPlot::sizeHint() const
{
    return {kWidth, kHeight};
}

void ArrivalPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    QStyleOption option;
    option.initFrom(this);
    if (paint::showsKeyboardFocus(&option))
        paint::focusRing(&painter, rect(), kSmallRadius, colors.accent);
    if (m_arrivals.rows.empty())
        return;
    const int room = height() - 2 * kPadding;
    const int most = *std::max_element(m_arrivals.rows.begin(), m_arrivals.rows.end());
    painter.fillRect(QRect(kPadding, height() - kPadding, width() - 2 * kPadding, 1), colors.border);
    for (int span = 0; span < int(m_arrivals.rows.size()); ++span) {
        const int rows = m_arrivals.rows[size_t(span)];
        const int tall = rows == 0 ? 0 : std::max(1, int(qint64(rows) * room / std::max(1, most)));
        const QRect bar(kPadding + span * kStep, height() - kPadding - tall, kBar, tall);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar),
                         span == m_marked ? colors.accent : colors.tone(Tone::Neutral).solid);
    }
}

} // namespace console
